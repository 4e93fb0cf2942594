//! The public programme.

use crate::route::addresses;

addresses! {
    /// The newest release as a grid or a list. Filters, the day, how it is shown and the zone stand in the query.
    Programme { congress } = "/{congress}/programme";
    /// What is on now, and what comes next.
    Now { congress } = "/{congress}/programme/now";
    /// What was marked on this device.
    Mine { congress } = "/{congress}/programme/mine";
    /// Marks a session on this device, or forgets it.
    Stars { congress } = "/{congress}/programme/stars";
    /// Chooses the zone of all times.
    Zone { congress } = "/{congress}/programme/zone";
    /// The colours of the tracks, named with their fingerprint.
    Tracks { congress, file } = "/{congress}/programme/look/{file}";
    /// One session, by its code.
    Session { congress, code } = "/{congress}/programme/{code}";
    /// Who speaks.
    Speakers { congress } = "/{congress}/speakers";
    /// Somebody who speaks, by their code.
    Speaker { congress, code } = "/{congress}/speakers/{code}";
    /// Their picture. `v` in the query is its digest.
    SpeakerPicture { congress, code } = "/{congress}/speakers/{code}/picture";
    /// What an attendee marked. Sent, it takes over what is marked on the device, and the other way round.
    MyProgramme { congress, secret } = "/{congress}/my/{secret}/programme";
    /// Marks a session there, or forgets it.
    MyStars { congress, secret } = "/{congress}/my/{secret}/programme/stars";
    /// The same for whoever ordered.
    OrderProgramme { congress, code, secret } = "/{congress}/orders/{code}/{secret}/programme";
    OrderStars { congress, code, secret } = "/{congress}/orders/{code}/{secret}/programme/stars";
}
