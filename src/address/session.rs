//! What makes the programme, at the desk. Where an `id` may be `new`, the page begins empty and its POST adds.

use crate::route::addresses;

addresses! {
    Sessions { congress } = "/{congress}/desk/sessions";
    /// A POST writes what the list shows.
    SessionExports { congress } = "/{congress}/desk/sessions/exports";
    /// Takes sessions in from a table.
    SessionImports { congress } = "/{congress}/desk/sessions/import";
    /// A table that was handed in: what it would change, and changing it.
    SessionImport { congress, id } = "/{congress}/desk/sessions/import/{id}";
    Session { congress, id } = "/{congress}/desk/sessions/{id}";
    /// A POST says that it takes place, or that this is open again.
    SessionConfirmation { congress, id } = "/{congress}/desk/sessions/{id}/confirmation";
    SessionCancellation { congress, id } = "/{congress}/desk/sessions/{id}/cancellation";
    /// Takes the cancellation back.
    SessionRestoration { congress, id } = "/{congress}/desk/sessions/{id}/restoration";
    Speakers { congress } = "/{congress}/desk/speakers";
    Speaker { congress, id } = "/{congress}/desk/speakers/{id}";
    SpeakerRemoval { congress, id } = "/{congress}/desk/speakers/{id}/removal";
    Tracks { congress } = "/{congress}/desk/tracks";
    Track { congress, id } = "/{congress}/desk/tracks/{id}";
    TrackRemoval { congress, id } = "/{congress}/desk/tracks/{id}/removal";
    SessionTypes { congress } = "/{congress}/desk/session-types";
    SessionType { congress, id } = "/{congress}/desk/session-types/{id}";
    SessionTypeRemoval { congress, id } = "/{congress}/desk/session-types/{id}/removal";
}
