//! Calendars of other programs.

use crate::route::addresses;

addresses! {
    /// The newest release of the programme.
    ProgrammeFeed { congress } = "/{congress}/schedule.ics";
    /// What of it is in a room.
    RoomFeed { congress, room } = "/{congress}/rooms/{room}/calendar.ics";
    TrackFeed { congress, track } = "/{congress}/tracks/{track}/calendar.ics";
    SpeakerFeed { congress, code } = "/{congress}/speakers/{code}/calendar.ics";
    SessionFeed { congress, code } = "/{congress}/programme/{code}/calendar.ics";
    /// What somebody takes part in, behind a link of its own.
    OwnFeed { congress, secret } = "/{congress}/calendars/{secret}/calendar.ics";
    /// Makes that link, or another one.
    OwnFeedLink { congress, secret } = "/{congress}/my/{secret}/calendar";
    /// An invitation, and what is answered to it.
    Invitation { congress, id, secret } = "/{congress}/invitations/{id}/{secret}";
    InvitationAnswer { congress, id, secret } = "/{congress}/invitations/{id}/{secret}/answer";
    /// All calendars that one can subscribe to.
    Calendars { congress } = "/{congress}/programme/calendars";
}
