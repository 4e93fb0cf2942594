//! Taking a schedule in: only what differs is written, and all of it or nothing.

use super::*;
use crate::kit::run;
use crate::schedule::{bytes, read};
use programme::service::import::Count;

fn democon() -> Schedule {
    read(bytes("pretalx-democon.json")).0
}

#[tokio::test]
async fn of_a_changed_file_only_what_differs_is_written() {
    run(async |app| {
        let mut sent = democon();
        let owl = app.congress("owl", 10).await;
        let first = taken(app, owl.id, &sent, RELEASED).await;
        let revision = by_slug(app, "owl").await.revision;
        let count = sent.events().count();

        // One moves, one goes, one comes, somebody is called otherwise.
        sent.version = "next".into();
        let rooms = &mut sent.days[0].rooms;
        let moved = rooms[0].events[0].title.clone();
        rooms[0].events[0].start += TimeDelta::minutes(5);
        let gone = rooms[0].events.remove(1);
        let renamed = rooms[0].events[1].persons[0].clone();
        let come = Event { id: Some("99999".into()), title: "Neu".into(), persons: vec![], ..gone.clone() };
        let come = Event { guid: Some(Uuid::from_u128(7)), code: None, ..come };
        rooms[0].events.push(come);
        for room in sent.days.iter_mut().flat_map(|day| &mut day.rooms) {
            let people = room.events.iter_mut().flat_map(|event| &mut event.persons);
            people.filter(|person| person.id == renamed.id).for_each(|person| person.name = "Renée Umbenannt".into());
        }
        let report = taken(app, owl.id, &sent, RELEASED).await;
        let expected = Count { added: 1, changed: 1, removed: 1, unchanged: count - 2 };
        assert_eq!(report.slots, expected, "{moved}");
        assert_eq!((report.sessions.added, report.sessions.changed, report.sessions.removed), (1, 0, 1));
        assert_eq!((report.speakers.added, report.speakers.changed), (0, 1));
        assert!(report.rooms.is_unchanged() && report.tracks.is_unchanged(), "{report:?}");
        assert_eq!(report.release.as_deref(), Some("next"));
        assert_eq!(by_slug(app, "owl").await.revision, revision + 1);
        same(&sent, &out(app, &owl, Which::Newest).await.unwrap());

        // The older release is as it was; what went came back.
        let releases = programme::query::releases(app.store.read(), owl.id).await.unwrap();
        assert_eq!(releases.iter().map(|release| release.number).collect::<Vec<_>>(), [2, 1]);
        let held = programme::query::held(app.store.read(), releases[1].id).await.unwrap();
        assert_eq!(held.len(), first.slots.added);
        let slots = app.count("SELECT count(*) FROM slot").await;
        let back = taken(app, owl.id, &democon(), RELEASED).await;
        assert_eq!((back.slots.added, back.slots.changed, back.slots.removed), (1, 1, 1));
        assert_eq!(app.count("SELECT count(*) FROM slot").await, slots, "the same slot as before");
        same(&democon(), &out(app, &owl, Which::Newest).await.unwrap());
    })
    .await;
}

#[tokio::test]
async fn texts_and_versions_count_as_changes_too() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let mut sent = plan("1", vec![("Saal", vec![event(1, "Eins", 0), event(2, "Zwei", 60)])]);
        taken(app, owl.id, &sent, RELEASED).await;
        sent.days[0].rooms[0].events[0].abstract_text = Some("<p>Neu</p>".into());
        let report = taken(app, owl.id, &sent, RELEASED).await;
        assert_eq!((report.sessions.changed, report.slots.changed, report.release), (1, 0, None), "texts are live");
        same(&sent, &out(app, &owl, Which::Newest).await.unwrap());
        sent.version = "2".into();
        let report = taken(app, owl.id, &sent, RELEASED).await;
        assert_eq!((report.sessions.changed, report.release.as_deref()), (0, Some("2")));
        same(&sent, &out(app, &owl, Which::Newest).await.unwrap());
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_released_later_and_a_dry_run_changes_nothing() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let sent = democon();
        let before = (by_slug(app, "owl").await.revision, verbs(app, owl.id).await);
        let dry = taken(app, owl.id, &sent, DRY).await;
        assert_eq!(dry.slots.added, sent.events().count());
        assert_eq!(app.count("SELECT count(*) FROM slot").await + app.count("SELECT count(*) FROM room").await, 0);
        assert_eq!((by_slug(app, "owl").await.revision, verbs(app, owl.id).await), before);
        let draft = taken(app, owl.id, &sent, DRAFT).await;
        assert_eq!((draft.slots, draft.release), (dry.slots, None));
        assert!(matches!(out(app, &owl, Which::Newest).await, Err(ProgrammeError::NotReleased)));
        same(&sent, &out(app, &owl, Which::Draft).await.unwrap());
        let released = taken(app, owl.id, &sent, RELEASED).await;
        assert!(released.slots.is_unchanged() && released.release.is_some(), "{released:?}");
        same(&sent, &out(app, &owl, Which::Newest).await.unwrap());

        let made = created(app, "made", &bytes("pretalx-democon.json"), DRY).await;
        assert!(made.created);
        assert!(congress::query::by_slug(app.store.read(), "made").await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn a_congress_is_made_from_what_the_file_says() {
    run(async |app| {
        created(app, "fosdem", &bytes("fosdem-2025.xml"), RELEASED).await;
        let row = by_slug(app, "fosdem").await;
        assert_eq!(row.phase, congress::entity::congress::Phase::Open);
        assert_eq!((row.name.de.as_str(), row.zone.as_str()), ("FOSDEM 2025", "Europe/Brussels"));
        assert_eq!(row.starts_at.to_rfc3339(), "2025-02-01T08:00:00+00:00");
        assert_eq!(row.venue_town, "Brussels");
        let create = NewCongress { name: Some("Unser Tag".into()), zone: Some(chrono_tz::Tz::America__New_York) };
        let xml = crate::schedule::xml(
            "<event id=\"7\"><title>Vortrag</title><start>10:00</start><duration>00:30</duration></event>",
        );
        let xml = xml.replace("<time_zone_name>Europe/Berlin</time_zone_name>", "");
        let done = file(&app.store, &Actor::system(), "tag", xml.as_bytes(), Some(&create), RELEASED).await.unwrap();
        assert!(done.notices.is_empty(), "the zone is known: {:?}", done.notices);
        let row = by_slug(app, "tag").await;
        assert_eq!((row.name.de.as_str(), row.zone.as_str()), ("Unser Tag", "America/New_York"));
        assert_eq!(row.starts_at.to_rfc3339(), "2027-03-27T14:00:00+00:00");
        let known = file(&app.store, &Actor::system(), "nowhere", xml.as_bytes(), None, RELEASED).await;
        assert!(matches!(known, Err(ProgrammeError::Congress(congress::CongressError::Unknown))));
    })
    .await;
}

#[tokio::test]
async fn two_at_once_make_one_of_everything() {
    run(async |app| {
        let file = bytes("pretalx-democon.json");
        let both = tokio::join!(created(app, "twice", &file, RELEASED), created(app, "twice", &file, RELEASED));
        let made = [&both.0, &both.1].map(|report| report.created);
        assert_eq!(made.iter().filter(|made| **made).count(), 1);
        let released = [&both.0, &both.1].map(|report| report.release.is_some());
        assert_eq!(released.iter().filter(|released| **released).count(), 1);
        assert_eq!(app.count("SELECT count(*) FROM congress").await, 1);
        assert_eq!(app.count("SELECT count(*) FROM release").await, 1);
        assert_eq!(app.count("SELECT count(*) FROM slot").await, 36);
    })
    .await;
}

#[tokio::test]
async fn a_file_that_cannot_be_read_leaves_all_as_it_was() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        taken(app, owl.id, &democon(), RELEASED).await;
        let before = (by_slug(app, "owl").await, verbs(app, owl.id).await);
        let whole = bytes("pretalx-democon.json");
        for broken in [&whole[..whole.len() / 2], b"", b"<html/>", b"{}"] {
            for slug in ["owl", "other"] {
                let create = NewCongress::default();
                let done = file(&app.store, &Actor::system(), slug, broken, Some(&create), RELEASED).await;
                assert!(matches!(done, Err(ProgrammeError::Read(_) | ProgrammeError::NoDays)), "{done:?}");
            }
        }
        assert_eq!((by_slug(app, "owl").await, verbs(app, owl.id).await), before);
        assert_eq!(app.count("SELECT count(*) FROM congress").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_file_that_was_not_read_whole_takes_nothing_out() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let whole = bytes("pretalx-democon.json");
        taken(app, owl.id, &democon(), RELEASED).await;
        let before = (by_slug(app, "owl").await, verbs(app, owl.id).await);
        let mut broken: Vec<serde_json::Value> = vec![serde_json::from_slice(&whole).unwrap(); 3];
        // Days that are none, no event at all, and one whose time nobody understands.
        broken[0]["schedule"]["conference"]["days"] = serde_json::json!({ "a": 1 });
        broken[1]["schedule"]["conference"]["days"] = serde_json::json!([]);
        let rooms = broken[2]["schedule"]["conference"]["days"][0]["rooms"].as_object_mut().unwrap();
        let event = rooms.values_mut().filter_map(|events| events.get_mut(0)).next().unwrap();
        (event["date"], event["start"]) = ("never".into(), "25:99".into());
        for (at, broken) in broken.iter().enumerate() {
            let bytes = serde_json::to_vec(broken).unwrap();
            for options in [RELEASED, DRY] {
                let done = file(&app.store, &Actor::system(), "owl", &bytes, None, options).await;
                assert!(matches!(&done, Err(ProgrammeError::NotWhole(_) | ProgrammeError::NoDays)), "{at}: {done:?}");
            }
        }
        assert_eq!((by_slug(app, "owl").await, verbs(app, owl.id).await), before);
    })
    .await;
}

#[tokio::test]
async fn another_congress_is_untouched() {
    run(async |app| {
        let (owl, other) = (app.congress("owl", 10).await, app.congress("other", 10).await);
        let mut sent = democon();
        taken(app, owl.id, &sent, RELEASED).await;
        taken(app, other.id, &sent, RELEASED).await;
        let before = (by_slug(app, "other").await, out(app, &other, Which::Newest).await.unwrap());
        sent.version = "none".into();
        let mut left = 1;
        for room in sent.days.iter_mut().flat_map(|day| &mut day.rooms) {
            room.events.truncate(left);
            left -= room.events.len();
        }
        let report = taken(app, owl.id, &sent, RELEASED).await;
        assert_eq!((report.slots.removed, report.speakers.removed > 0), (35, true));
        assert_eq!(out(app, &owl, Which::Newest).await.unwrap().events().count(), 1);
        assert_eq!((by_slug(app, "other").await, out(app, &other, Which::Newest).await.unwrap()), before);
    })
    .await;
}

#[tokio::test]
async fn one_event_and_thirty_take_as_many_statements() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let mut seen = vec![];
        for (version, n) in [("one", 1), ("thirty", 30), ("sixty", 60)] {
            let events = (1..=n).map(|id| event(id, &format!("Vortrag {id}"), i64::from(id))).collect();
            let sent = plan(version, vec![("Saal", events)]);
            let before = app.store.statements();
            taken(app, owl.id, &sent, RELEASED).await;
            let imported = app.store.statements() - before;
            let before = app.store.statements();
            out(app, &owl, Which::Newest).await.unwrap();
            seen.push((imported, app.store.statements() - before));
        }
        println!("{seen:?}");
        assert_eq!(seen[1], seen[2], "N+1");
        assert!(seen[0].0.abs_diff(seen[1].0) <= 3, "rooms and people are written once: {seen:?}");
        assert_eq!(seen[0].1, seen[1].1, "N+1");
    })
    .await;
}

#[tokio::test]
async fn what_was_added_by_hand_stays_and_rooms_are_found_by_name() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let tx = app.store.begin().await.unwrap();
        let id = tx.id();
        let name = base::Text::new("Großer Saal", "Great hall");
        congress::service::congress::add_room(&tx, (owl.id, id), "saal", name, Some(300), 1).await.unwrap();
        tx.commit().await.unwrap();
        let guid = Some(Uuid::from_u128(9));
        let mut sent = plan("1", vec![("Großer Saal", vec![event(1, "Eins", 0)])]);
        sent.rooms[0].guid = guid;
        let report = taken(app, owl.id, &sent, RELEASED).await;
        assert_eq!((report.rooms.added, report.rooms.changed), (0, 1));
        let rooms = congress::query::rooms(app.store.read(), owl.id).await.unwrap();
        assert_eq!((rooms.len(), rooms[0].id, rooms[0].guid, rooms[0].seats), (1, id, guid, Some(300)));
        assert_eq!(rooms[0].name.en, "Great hall");
        // It is known by its guid from now on.
        sent.version = "2".into();
        sent.rooms[0].name = "Saal 1".into();
        sent.days[0].rooms[0].name = Some("Saal 1".into());
        let report = taken(app, owl.id, &sent, RELEASED).await;
        assert_eq!((report.rooms.added, report.rooms.changed, report.slots.changed), (0, 1, 0));
        same(&sent, &out(app, &owl, Which::Newest).await.unwrap());

        let removed = congress::service::room::remove(&app.store, &Actor::system(), owl.id, id).await;
        assert!(matches!(removed, Err(congress::CongressError::RoomUsed)), "{removed:?}");
    })
    .await;
}
