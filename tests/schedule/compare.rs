//! Whether two schedules are equal in meaning: every event, person, time, room, track, type, language, link and attachment.

use ::schedule::{Event, Link, Schedule};
use std::collections::HashSet;

/// What the format in between can hold.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Through {
    Xml,
    Json,
}

/// Fails unless what came back is what was sent.
#[track_caller]
pub fn equal(sent: &Schedule, back: &Schedule, through: Through) {
    assert_eq!(back.version, sent.version);
    let (a, b) = (&sent.conference, &back.conference);
    assert_eq!((&b.title, &b.zone, &b.colors), (&a.title, &a.zone, &a.colors));
    assert!(a.start.is_none() || a.start == b.start);
    assert!(a.end.is_none() || a.end == b.end);
    assert!(a.timeslot.is_none() || a.timeslot == b.timeslot);
    if through == Through::Json {
        assert_eq!((&b.subtitle, &b.venue, &b.city, &b.day_change), (&a.subtitle, &a.venue, &a.city, &a.day_change));
        assert!(a.acronym.is_none() || a.acronym == b.acronym);
    }
    let names = |schedule: &Schedule| schedule.tracks.iter().map(|track| track.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(back), names(sent));
    let rooms = |schedule: &Schedule| schedule.rooms.iter().map(|room| room.name.clone()).collect::<HashSet<_>>();
    assert_eq!(rooms(back), rooms(sent));
    assert_eq!(back.days.len(), sent.days.len());
    for (a, b) in sent.days.iter().zip(&back.days) {
        assert_eq!((b.index, b.date), (a.index, a.date));
        assert!(a.start.is_none() || a.start == b.start);
        assert!(a.end.is_none() || a.end == b.end);
        let rooms: HashSet<_> = a.rooms.iter().map(|room| &room.name).collect();
        assert_eq!(b.rooms.iter().map(|room| &room.name).collect::<HashSet<_>>(), rooms);
    }
    assert_eq!(back.events().count(), sent.events().count());
    for ((day, room, a), (on, at, b)) in sent.events().zip(back.events()) {
        assert_eq!((on.index, &at.name), (day.index, &room.name), "{}", a.title);
        let mut got = meant(b, back, through);
        // Made, since both formats want one.
        got.id = got.id.filter(|_| a.id.is_some());
        assert_eq!(got, meant(a, sent, through), "{}", a.title);
        assert_eq!(b.start.offset(), a.start.offset(), "{}", a.title);
        assert!(a.guid.is_none() || a.guid == b.guid, "{}", a.title);
    }
}

/// An event without what its format gives it when it is missing, with addresses in full.
fn meant(event: &Event, schedule: &Schedule, through: Through) -> Event {
    let mut event = event.clone();
    event.guid = None;
    event.slug = None;
    event.recording.optout = event.recording.optout.filter(|optout| *optout);
    event.answers.clear();
    let full = |address: &mut Option<String>| *address = address.as_ref().map(|a| schedule.absolute(a).into_owned());
    full(&mut event.logo);
    full(&mut event.url);
    let links =
        |links: &mut Vec<Link>| links.iter_mut().for_each(|link| link.url = schedule.absolute(&link.url).into_owned());
    links(&mut event.links);
    links(&mut event.attachments);
    for person in &mut event.persons {
        person.answers.clear();
        if through == Through::Xml {
            (person.code, person.biography, person.avatar, person.url) = (None, None, None, None);
            person.links.clear();
        }
    }
    event
}
