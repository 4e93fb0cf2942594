//! What happens to the programme.

use base::Uuid;
use serde_json::{Value, json};

/// What is changed by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    Session,
    Speaker,
    Track,
    SessionType,
}

/// How.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    Added,
    Changed,
    Removed,
}

#[derive(Clone, Debug)]
pub enum Event {
    /// By hand: what differs.
    Edited {
        congress: Uuid,
        thing: Thing,
        id: Uuid,
        deed: Deed,
        changed: Value,
    },
    /// It was said that a session takes place, or that this is open again.
    Confirmed {
        congress: Uuid,
        session: Uuid,
        confirmed: bool,
    },
    Cancelled {
        congress: Uuid,
        session: Uuid,
        reason: String,
    },
    /// The cancellation was taken back.
    Restored {
        congress: Uuid,
        session: Uuid,
        reason: String,
    },

    /// A file was taken in, and something differed: how many slots are new, are others, are gone.
    Imported {
        congress: Uuid,
        version: String,
        added: usize,
        changed: usize,
        removed: usize,
        draft: bool,
    },
    /// A file was taken in that said what was known.
    ImportedUnchanged {
        congress: Uuid,
        version: String,
    },
    Released {
        congress: Uuid,
        release: Uuid,
        name: String,
        slots: usize,
        /// Whether those who speak are told what became of their slots.
        notify: bool,
    },
}

impl store::Event for Event {
    fn verb(&self) -> &'static str {
        use Deed::{Added, Changed, Removed};
        match self {
            Self::Edited { thing, deed, .. } => match (thing, deed) {
                (Thing::Session, Added) => "session.added",
                (Thing::Session, Changed) => "session.changed",
                (Thing::Session, Removed) => "session.removed",
                (Thing::Speaker, Added) => "speaker.added",
                (Thing::Speaker, Changed) => "speaker.changed",
                (Thing::Speaker, Removed) => "speaker.removed",
                (Thing::Track, Added) => "track.added",
                (Thing::Track, Changed) => "track.changed",
                (Thing::Track, Removed) => "track.removed",
                (Thing::SessionType, Added) => "session-type.added",
                (Thing::SessionType, Changed) => "session-type.changed",
                (Thing::SessionType, Removed) => "session-type.removed",
            },
            Self::Confirmed { confirmed: true, .. } => "session.confirmed",
            Self::Confirmed { confirmed: false, .. } => "session.unconfirmed",
            Self::Cancelled { .. } => "session.cancelled",
            Self::Restored { .. } => "session.restored",
            Self::Imported { .. } => "schedule.imported",
            Self::ImportedUnchanged { .. } => "schedule.imported-unchanged",
            Self::Released { .. } => "schedule.released",
        }
    }

    fn object(&self) -> (&'static str, Uuid) {
        match self {
            Self::Imported { congress, .. } | Self::ImportedUnchanged { congress, .. } => ("congress", *congress),
            Self::Edited { thing, id, .. } => match thing {
                Thing::Session => ("session", *id),
                Thing::Speaker => ("speaker", *id),
                Thing::Track => ("track", *id),
                Thing::SessionType => ("session_type", *id),
            },
            Self::Confirmed { session, .. } | Self::Cancelled { session, .. } | Self::Restored { session, .. } => {
                ("session", *session)
            }
            Self::Released { release, .. } => ("release", *release),
        }
    }

    fn congress(&self) -> Option<Uuid> {
        match self {
            Self::Edited { congress, .. }
            | Self::Confirmed { congress, .. }
            | Self::Cancelled { congress, .. }
            | Self::Restored { congress, .. }
            | Self::Imported { congress, .. }
            | Self::ImportedUnchanged { congress, .. }
            | Self::Released { congress, .. } => Some(*congress),
        }
    }

    fn detail(&self) -> Value {
        match self {
            Self::Imported { version, added, changed, removed, draft, .. } => {
                let slots = json!({ "new": added, "changed": changed, "removed": removed });
                json!({ "slug": version, "slots": slots, "n": added + changed + removed, "draft": draft })
            }
            Self::ImportedUnchanged { version, .. } => json!({ "slug": version }),
            Self::Edited { changed, .. } => json!({ "changed": changed }),
            Self::Confirmed { .. } => json!({}),
            Self::Cancelled { reason, .. } | Self::Restored { reason, .. } => json!({ "reason": reason }),
            Self::Released { name, slots, notify, .. } => json!({ "slug": name, "n": slots, "notify": notify }),
        }
    }
}
