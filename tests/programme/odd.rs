//! Files as nobody should write them, and people do.

use super::*;
use crate::kit::run;
use crate::schedule::schema::{valid_json, valid_xml};

#[tokio::test]
async fn what_is_given_twice_is_one_session_with_two_slots() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let mut longer = event(4, "Führung", 300);
        longer.duration = TimeDelta::minutes(60);
        let events = vec![event(1, "Führung", 0), event(2, "Führung", 60), event(3, "Vortrag", 120), longer];
        let mut sent = plan("1", vec![("Saal", events)]);
        let report = taken(app, owl.id, &sent, RELEASED).await;
        assert_eq!((report.slots.added, report.sessions.added, report.speakers.added), (4, 3, 1));
        same(&sent, &out(app, &owl, Which::Newest).await.unwrap());
        // One of them becomes something else: the other keeps the session.
        sent.version = "2".into();
        sent.days[0].rooms[0].events[1].title = "Andere Führung".into();
        let report = taken(app, owl.id, &sent, RELEASED).await;
        assert_eq!((report.sessions.added, report.sessions.changed, report.sessions.removed), (1, 0, 0));
        assert_eq!((report.slots.added, report.slots.changed), (0, 1));
        same(&sent, &out(app, &owl, Which::Newest).await.unwrap());
    })
    .await;
}

#[tokio::test]
async fn duplicate_marks_missing_rooms_and_overlaps_are_kept() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let guid = Some(Uuid::from_u128(77));
        let marked = |mut event: Event| {
            event.guid = guid;
            event
        };
        let mut nameless = event(3, "Ohne Raum", 10);
        nameless.persons.clear();
        let mut unknown = event(0, "Ohne alles", 20);
        unknown.id = None;
        let mut source = event(9, "Kein UUID", 30);
        source.source_id = Some("talk@host".into());
        let mut long = event(10, "Über die Nacht", 900);
        long.duration = TimeDelta::hours(26);
        let mut text = event(11, "Nummer, die keine ist", 40);
        text.id = Some("abc".into());
        let mut renamed = event(12, "Anders genannt", 50);
        renamed.persons[0].name = "Dr. Lea Nolte".into();
        renamed.persons[0].biography = Some("Nur hier.".into());
        let double = vec![
            marked(event(1, "Eins", 0)),
            marked(event(2, "Zwei", 0)),
            event(1, "Drei", 5),
            unknown,
            source,
            long,
            text,
            renamed,
        ];
        let mut sent = plan("1", vec![("Saal", double), ("saal", vec![event(20, "Nebenan", 0)])]);
        sent.days[0].rooms.push(DayRoom { name: None, events: vec![nameless], ..DayRoom::default() });
        sent.days[0].rooms.push(DayRoom { name: Some("Leer".into()), ..DayRoom::default() });
        sent.rooms.push(Room { name: "Leer".into(), ..Room::default() });
        let report = taken(app, owl.id, &sent, RELEASED).await;
        assert_eq!((report.slots.added, report.speakers.added, report.rooms.added), (10, 1, 3));
        let back = out(app, &owl, Which::Newest).await.unwrap();
        assert_eq!(back.events().count(), 10);
        let (xml, json) = (schedule::write_xml(&back), schedule::write_json(&back));
        valid_xml(&xml);
        valid_json(&json);
        // Which of two has the guid is said by who comes first; the other has one of its own.
        let mut other = back.clone();
        assert_eq!(other.days[0].rooms[0].events[0].guid, guid);
        assert_ne!(other.days[0].rooms[0].events[1].guid, guid);
        other.days[0].rooms[0].events[1].guid = guid;
        same(&sent, &other);
        assert!(taken(app, owl.id, &sent, RELEASED).await.is_unchanged());
        // The second of the two moves, and stays who it is.
        sent.days[0].rooms[0].events[1].start += TimeDelta::minutes(15);
        let report = taken(app, owl.id, &sent, DRAFT).await;
        assert_eq!((report.slots.added, report.slots.changed, report.slots.removed), (0, 1, 0));
        let draft = out(app, &owl, Which::Draft).await.unwrap();
        let marks = |schedule: &Schedule| schedule::guid::all(schedule);
        assert_eq!(marks(&draft), marks(&back));
    })
    .await;
}

#[tokio::test]
async fn an_empty_file_is_a_programme_too() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let sent = plan("", vec![]);
        assert_eq!(taken(app, owl.id, &sent, RELEASED).await.release.as_deref(), Some("1"), "a number for a name");
        assert!(taken(app, owl.id, &sent, RELEASED).await.is_unchanged());
        let back = out(app, &owl, Which::Newest).await.unwrap();
        valid_xml(&schedule::write_xml(&back));
        valid_json(&schedule::write_json(&back));
    })
    .await;
}

#[tokio::test]
async fn what_is_alike_and_at_the_same_time_is_not_one_session() {
    run(async |app: &App| {
        let owl = app.congress("owl", 10).await;
        let round = |id: u32, minutes: i64| event(id, "Fragerunde", minutes);
        let rooms = vec![("Saal", vec![round(1, 0), round(2, 60)]), ("Foyer", vec![round(3, 0)])];
        let sent = plan("1", rooms);
        let report = taken(app, owl.id, &sent, RELEASED).await;
        assert_eq!((report.slots.added, report.sessions.added), (3, 2));
        let again = taken(app, owl.id, &sent, RELEASED).await;
        assert_eq!((again.sessions.added, again.sessions.changed, again.sessions.unchanged), (0, 0, 2));
        same(&sent, &out(app, &owl, Which::Newest).await.unwrap());
    })
    .await;
}
