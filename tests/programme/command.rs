//! `kongress import schedule` and `kongress export schedule`, by the real program.

use crate::kit::Database;
use crate::program::process::Place;
use crate::schedule::compare::{Through, equal};
use crate::schedule::schema::{valid_json, valid_xml};
use crate::schedule::{bytes, read};

#[tokio::test]
async fn schedules_go_in_and_out() {
    let database = Database::new().await;
    let place = Place::on(&database.url);
    let file = "fosdem-2023.xml";
    std::fs::write(place.folder().join(file), bytes(file)).unwrap();
    let import = ["import", "schedule", file, "--congress", "fosdem"];
    let unknown = place.run(&import).await;
    assert_eq!((unknown.code, unknown.out.as_str()), (Some(1), ""));
    assert!(unknown.err.contains("there is no congress fosdem"), "{}", unknown.err);

    let create = [&import[..], &["--create"]].concat();
    let dry = place.run(&[&create[..], &["--dry-run"]].concat()).await;
    assert_eq!(dry.code, Some(0), "{}", dry.err);
    assert!(dry.out.contains("slots 780 would be added"), "{}", dry.out);
    let done = place.run(&create).await;
    assert_eq!(done.code, Some(0), "{}", done.err);
    assert!(done.out.starts_with("schedule: congress fosdem created; sessions "), "{}", done.out);
    assert!(done.out.contains("slots 780 added") && done.out.contains("; released as "), "{}", done.out);
    let first = done.err.lines().next().expect("a notice");
    assert!(first.starts_with("fosdem-2023.xml:"), "{first}");
    assert!(first.contains("no time zone is named; taken as Europe/Berlin"), "{first}");
    let line: &str = first.split(':').nth(1).unwrap();
    assert!(line.parse::<usize>().is_ok(), "{first}");
    let again = place.run(&import).await;
    assert_eq!(again.code, Some(0), "{}", again.err);
    assert!(again.out.contains("slots 0 added, 0 changed, 0 removed, 780 as they were"), "{}", again.out);
    assert!(again.out.ends_with("; no new release\n"), "{}", again.out);

    let sent = read(bytes(file)).0;
    let export = ["export", "schedule", "--congress", "fosdem"];
    let xml = place.run(&[&export[..], &["--format", "xml"]].concat()).await;
    assert_eq!((xml.code, xml.err.as_str()), (Some(0), ""));
    valid_xml(&xml.out);
    equal(&sent, &read(&xml.out).0, Through::Xml);
    let json = place.run(&[&export[..], &["--output", "out.json"]].concat()).await;
    assert_eq!((json.code, json.out.as_str()), (Some(0), "780 slots written to out.json\n"), "{}", json.err);
    let json = std::fs::read_to_string(place.folder().join("out.json")).unwrap();
    valid_json(&json);
    equal(&sent, &read(&json).0, Through::Json);
    let twice = place.run(&[&export[..], &["--output", "out.json"]].concat()).await;
    assert_eq!((twice.code, twice.out.as_str()), (Some(1), ""), "nothing is overwritten");
    let odd = place.run(&[&export[..], &["--output", "out.txt"]].concat()).await;
    assert_eq!(odd.code, Some(1));
    assert_eq!(place.run(&[&export[..], &["--format", "pdf"]].concat()).await.code, Some(2), "wrong usage");
    assert_eq!(place.run(&[&import[..], &["--zone", "Europe/Paris"]].concat()).await.code, Some(2), "wrong usage");
}

#[tokio::test]
async fn what_is_no_schedule_is_told_with_its_line() {
    let database = Database::new().await;
    let place = Place::on(&database.url);
    std::fs::write(place.folder().join("broken.xml"), "<schedule>\n<conference>\n").unwrap();
    let refused = place.run(&["import", "schedule", "broken.xml", "--congress", "x", "--create"]).await;
    assert_eq!((refused.code, refused.out.as_str()), (Some(1), ""));
    assert!(refused.err.starts_with("kongress: broken.xml:"), "{}", refused.err);
    let nothing = place.run(&["import", "schedule", "no.xml", "--congress", "x", "--create"]).await;
    assert!(nothing.code == Some(1) && nothing.err.contains("no.xml"), "{}", nothing.err);
    assert!(congress::query::by_slug(database.store.read(), "x").await.unwrap().is_none());
}
