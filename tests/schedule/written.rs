//! Schedules that were made, not read: valid whatever they lack.

use super::compare::{Through, equal};
use super::read;
use super::schema::{valid_json, valid_xml};
use ::schedule::{Assembly, Conference, Day, DayRoom, Event, Generator, Link, Person, Room, Schedule, Track};
use chrono::{DateTime, TimeDelta};

fn valid(schedule: &Schedule) {
    for (written, through) in
        [(::schedule::write_xml(schedule), Through::Xml), (::schedule::write_json(schedule), Through::Json)]
    {
        match through {
            Through::Xml => valid_xml(&written),
            Through::Json => valid_json(&written),
        }
        assert_eq!(read(&written).0.events().count(), schedule.events().count());
    }
}

#[test]
fn nothing_at_all_is_valid() {
    valid(&Schedule::default());
    valid(&Schedule { days: vec![Day::default(), Day::default()], ..Schedule::default() });
}

#[test]
fn only_titles_and_times_are_enough_and_come_back() {
    let start = DateTime::parse_from_rfc3339("2027-03-11T09:00:00+01:00").expect("a time");
    let event = |title: &str, hours: i64| Event {
        title: title.to_owned(),
        start: start + TimeDelta::hours(hours),
        duration: TimeDelta::minutes(3),
        ..Event::default()
    };
    let room = |name: &str, events| DayRoom { name: Some(name.to_owned()), events, ..DayRoom::default() };
    // The same title twice, at other times and at the same.
    let rooms = vec![room("Foyer", vec![event("Impuls", 0), event("Impuls", 1), event("Impuls", 1), event("«»", 2)])];
    let date = Some(start.date_naive());
    let schedule = Schedule {
        conference: Conference { title: "DigitaleZukunft@OWL".to_owned(), ..Conference::default() },
        rooms: vec![Room { name: "Foyer".to_owned(), ..Room::default() }],
        days: vec![Day { index: 1, date, rooms, ..Day::default() }],
        ..Schedule::default()
    };
    valid(&schedule);
    equal_but_ids(&schedule);
}

/// Ids that were made come back as ids.
#[track_caller]
fn equal_but_ids(schedule: &Schedule) {
    for (written, through) in
        [(::schedule::write_xml(schedule), Through::Xml), (::schedule::write_json(schedule), Through::Json)]
    {
        let (mut back, _) = read(&written);
        for room in back.days.iter_mut().flat_map(|day| &mut day.rooms) {
            room.events.iter_mut().for_each(|event| event.id = None);
        }
        equal(schedule, &back, through);
    }
}

#[test]
fn what_no_schema_allows_is_made_to_fit() {
    let odd = "a\u{0}\u{1}<&>\"'\u{FFFF}]]>";
    let text = || Some(odd.to_owned());
    let address = || Some("https://x.example/ä b?[c]#d#e%zz".to_owned());
    let link = |url: &str| Link { url: url.to_owned(), title: text(), kind: text(), service: text() };
    let person = Person {
        id: text(),
        code: text(),
        name: odd.to_owned(),
        avatar: Some("a.png".to_owned()),
        biography: text(),
        url: Some("x".to_owned()),
        links: vec![link("mailto:a@x.example")],
        ..Person::default()
    };
    let event = Event {
        id: text(),
        source_id: text(),
        code: text(),
        title: odd.to_owned(),
        duration: TimeDelta::days(400),
        slug: Some("Ü!".to_owned()),
        kind: text(),
        track: text(),
        language: text(),
        abstract_text: text(),
        persons: vec![person],
        links: vec![link("https://x.example/ä b"), link("/relative")],
        attachments: vec![link("x")],
        logo: text(),
        url: address(),
        feedback_url: Some("ftp://x.example".to_owned()),
        origin_url: Some("relative".to_owned()),
        video_download_url: address(),
        ..Event::default()
    };
    let room = DayRoom { name: text(), events: vec![event.clone(), event], ..DayRoom::default() };
    let assembly = Some(Assembly { name: odd.to_owned(), slug: text(), url: text(), ..Assembly::default() });
    let schedule = Schedule {
        version: odd.to_owned(),
        base_url: Some("nirgends".to_owned()),
        url: text(),
        generator: Some(Generator { name: text(), version: text(), system: text() }),
        conference: Conference {
            title: odd.to_owned(),
            acronym: Some("Ö1".to_owned()),
            logo: address(),
            url: text(),
            zone: Some(chrono_tz::Tz::CET),
            timeslot: Some(TimeDelta::seconds(-5)),
            colors: vec![("primary".to_owned(), "rot".to_owned()), ("<".to_owned(), odd.to_owned())],
            ..Conference::default()
        },
        tracks: vec![Track { name: odd.to_owned(), slug: text(), color: text() }],
        rooms: vec![Room {
            name: odd.to_owned(),
            slug: text(),
            kind: text(),
            recording: text(),
            url: text(),
            assembly,
            ..Room::default()
        }],
        days: vec![Day { index: 3, rooms: vec![room], ..Day::default() }, Day { index: 3, ..Day::default() }],
    };
    valid(&schedule);
    let (back, _) = read(::schedule::write_json(&schedule));
    assert_eq!(back.conference.acronym.as_deref(), Some("Ö1"));
    assert_eq!(back.conference.zone, Some(chrono_tz::Tz::CET));
}

/// As quick as a thousand sessions must be; ten times that here, since other tests run beside.
#[test]
fn ten_thousand_sessions_are_read_and_written_in_a_time_that_grows_with_them() {
    let start = DateTime::parse_from_rfc3339("2027-03-11T09:00:00+01:00").expect("a time");
    let event = |at: u32| Event {
        id: Some((at % 500).to_string()),
        title: format!("Vortrag {at}"),
        slug: Some("immer-derselbe".to_owned()),
        start: start + TimeDelta::minutes(i64::from(at % 600)),
        duration: TimeDelta::minutes(30),
        abstract_text: Some("<p>lang</p> ".repeat(20)),
        ..Event::default()
    };
    let rooms = (0..100).map(|room| DayRoom {
        name: Some(format!("Raum {room}")),
        events: (0..100).map(|at| event(room * 100 + at)).collect(),
        ..DayRoom::default()
    });
    let schedule =
        Schedule { days: vec![Day { index: 1, rooms: rooms.collect(), ..Day::default() }], ..Schedule::default() };
    let began = std::time::Instant::now();
    for written in [::schedule::write_xml(&schedule), ::schedule::write_json(&schedule)] {
        assert_eq!(read(&written).0.events().count(), 10_000);
    }
    assert!(began.elapsed().as_secs() < 30, "{:?}", began.elapsed());
}
