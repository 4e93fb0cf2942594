//! The schedules of real congresses, through the database.

use super::*;
use crate::kit::run;
use crate::schedule::schema::{valid_json, valid_xml};
use crate::schedule::{FILES, bytes, read};

#[tokio::test]
async fn they_come_back_equal_and_a_second_time_nothing_changes() {
    run(async |app| {
        for (name, slug) in FILES.into_iter().zip(["fosdem-2023", "fosdem-2025", "camp", "democon"]) {
            let bytes = bytes(name);
            let sent = read(&bytes).0;
            let began = std::time::Instant::now();
            let report = created(app, slug, &bytes, RELEASED).await;
            let (events, imported) = (sent.events().count(), began.elapsed());
            assert_eq!((report.slots.added, report.created), (events, true), "{name}");
            let version = if sent.version.is_empty() { "1" } else { sent.version.as_str() };
            assert_eq!(report.release.as_deref(), Some(version), "{name}");
            assert_eq!((report.rooms.added, report.tracks.added), (sent.rooms.len(), sent.tracks.len()), "{name}");

            let row = by_slug(app, slug).await;
            let back = out(app, &row, Which::Newest).await.unwrap();
            same(&sent, &back);
            for ((_, _, a), (_, _, b)) in sent.events().zip(back.events()) {
                assert_eq!((&a.slug, &a.url, &a.code), (&b.slug, &b.url, &b.code), "{}", a.title);
                assert_eq!(schedule::guid::event(&sent.conference, a), schedule::guid::event(&back.conference, b));
            }
            assert_eq!(back.rooms, sent.rooms, "{name}");
            assert_eq!(back.tracks, sent.tracks, "{name}");
            assert_eq!((&back.generator, &back.base_url, &back.url), (&sent.generator, &sent.base_url, &sent.url));
            let began = std::time::Instant::now();
            let back = out(app, &row, Which::Newest).await.unwrap();
            let selected = began.elapsed();
            let (xml, json) = (schedule::write_xml(&back), schedule::write_json(&back));
            println!("{name}: {events} events, import {imported:?}, read {selected:?}, written {:?}", began.elapsed());
            valid_xml(&xml);
            valid_json(&json);
            equal(&sent, &read(&xml).0, Through::Xml);
            equal(&sent, &read(&json).0, Through::Json);

            let draft = out(app, &row, Which::Draft).await.unwrap();
            assert_eq!(draft, back, "{name}: the draft is what was released");

            let began = std::time::Instant::now();
            let again = created(app, slug, &bytes, RELEASED).await;
            println!("{name}: again {:?}", began.elapsed());
            assert!(again.is_unchanged(), "{name}: {again:?}");
            assert_eq!(by_slug(app, slug).await.revision, row.revision, "{name}");
            let told = verbs(app, row.id).await;
            let schedule: Vec<_> = told.iter().filter(|verb| verb.starts_with("schedule.")).collect();
            assert_eq!(schedule, ["schedule.released", "schedule.imported", "schedule.imported-unchanged"], "{name}");
        }
        assert_eq!(app.count("SELECT count(*) FROM release").await, 4);
    })
    .await;
}

/// What we write ourselves is the same programme, in either format.
#[tokio::test]
async fn what_went_out_comes_in_again_as_what_it_is() {
    run(async |app| {
        for (name, slug) in FILES.into_iter().zip(["fosdem-2023", "fosdem-2025", "camp", "democon"]) {
            created(app, slug, &bytes(name), RELEASED).await;
            let row = by_slug(app, slug).await;
            let back = out(app, &row, Which::Newest).await.unwrap();
            let slots = app.count("SELECT count(*) FROM slot").await;
            let report = created(app, slug, schedule::write_json(&back).as_bytes(), RELEASED).await;
            assert_eq!((report.slots.added, report.slots.removed), (0, 0), "{name}: {report:?}");
            assert_eq!((report.sessions.added, report.speakers.added), (0, 0), "{name}: {report:?}");
            assert_eq!((report.rooms.added, report.tracks.added), (0, 0), "{name}: {report:?}");
            assert_eq!(app.count("SELECT count(*) FROM slot").await, slots, "{name}");
            same(&back, &out(app, &row, Which::Newest).await.unwrap());
        }
    })
    .await;
}
