//! Feeds over HTTP: what the newest release says, and what becomes of it in calendars.

use super::ics::{unescape, unfold};
use crate::kit::{App, Reply, run};
use crate::programme::{DRAFT, RELEASED, event, plan as day, taken};
use ::base::{Actor, Text, Uuid};
use ::chrono::TimeDelta;
use ::http::Method;
use ::programme::entity::{session, slot};
use ::programme::query::public::{Plan, plan};
use ::programme::service::release::release;
use ::programme::service::session::{cancel, restore};
use ::schedule::{Event, Person, Schedule, Track};
use ::sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

/// Name and value of what an event says, without parameters.
pub type Said = Vec<(String, String)>;

pub fn events(ics: &str) -> Vec<Said> {
    let lines = unfold(ics);
    let mut all = vec![];
    let mut rest = lines.as_slice();
    while let Some(from) = rest.iter().position(|line| line == "BEGIN:VEVENT") {
        let until = rest.iter().position(|line| line == "END:VEVENT").expect("its end");
        let said = rest[from + 1..until].iter().map(|line| {
            let (name, value) = line.split_once(':').expect("a property");
            (name.split(';').next().unwrap_or_default().to_owned(), value.to_owned())
        });
        all.push(said.collect());
        rest = &rest[until + 1..];
    }
    all
}

pub fn says<'a>(event: &'a Said, name: &str) -> &'a str {
    event.iter().find(|(other, _)| other == name).map_or("", |(_, value)| value)
}

pub fn titles(events: &[Said]) -> Vec<String> {
    events.iter().map(|event| unescape(says(event, "SUMMARY"))).collect()
}

pub fn entitled(events: &[Said], title: &str) -> Said {
    let found = events.iter().find(|event| unescape(says(event, "SUMMARY")) == title);
    found.unwrap_or_else(|| panic!("{title} in {events:?}")).clone()
}

pub async fn known(app: &App, congress: Uuid) -> Plan {
    plan(app.store.read(), congress).await.unwrap().expect("a release")
}

/// A programme in which one session comes twice and another one has a hostile name.
fn programme(version: &str) -> Schedule {
    let track = Track { name: "Smarte Städte".into(), slug: None, color: None };
    let in_track = |event: Event| Event { track: Some("Smarte Städte".into()), ..event };
    let by = |event: Event, name: &str| Event {
        persons: vec![Person { id: Some("9".into()), name: name.into(), ..Person::default() }],
        ..event
    };
    let hostile = "Böse;\r\nBEGIN:VALARM\r\nTRIGGER:-PT1M, \\n \\ 🎫";
    let saal = vec![in_track(event(1, "Eins", 0)), event(2, hostile, 60), event(3, "Drei", 120)];
    let foyer = vec![by(event(4, "Vier", 0), "Anneke Lütkemeyer")];
    Schedule { tracks: vec![track], ..day(version, vec![("Saal", saal), ("Foyer", foyer)]) }
}

async fn there(app: &App) -> Uuid {
    use ::congress::entity::congress::{ActiveModel, Entity};
    let owl = app.congress("owl", 10).await;
    let tx = app.store.begin().await.unwrap();
    let house = ActiveModel {
        id: sea_orm::ActiveValue::Unchanged(owl.id),
        venue_name: Set("MuseumsForum".into()),
        venue_street: Set(String::new()),
        venue_postcode: Set("33102".into()),
        venue_town: Set("Paderborn".into()),
        ..Default::default()
    };
    Entity::update(house).exec(&*tx).await.unwrap();
    tx.commit().await.unwrap();
    taken(app, owl.id, &programme("1"), RELEASED).await;
    owl.id
}

async fn read(app: &App, path: &str) -> (Reply, Vec<Said>) {
    let reply = app.guest().get(path).await.expect(200);
    let ics = reply.text();
    assert!(ics.split_terminator("\r\n").all(|line| line.len() <= 75), "{ics}");
    assert_eq!(ics.matches("\nBEGIN:").count() + 1, ics.matches("\nEND:").count());
    assert!(!ics.contains("\r\nBEGIN:VALARM") && !ics.contains("\r\nATTENDEE"), "{ics}");
    (reply, events(&ics))
}

/// Moves the only occurrence of a session in the draft, and releases it.
async fn moved(app: &App, congress: Uuid, title: &str, by: TimeDelta) {
    let plan = known(app, congress).await;
    let id = plan.sessions.iter().find(|session| session.title.de == title).expect("a session").id;
    let row = slot::Entity::find().filter(slot::Column::SessionId.eq(id)).one(app.store.read()).await.unwrap().unwrap();
    let tx = app.store.begin().await.unwrap();
    let moved = slot::ActiveModel {
        id: sea_orm::ActiveValue::Unchanged(row.id),
        starts_at: Set(row.starts_at.map(|time| time + by)),
        ends_at: Set(row.ends_at.map(|time| time + by)),
        ..Default::default()
    };
    slot::Entity::update(moved).exec(&*tx).await.unwrap();
    tx.commit().await.unwrap();
}

async fn publish(app: &App, congress: Uuid, name: &str) {
    release(&app.store, &Actor::system(), congress, name, Text::default()).await.unwrap();
}

#[tokio::test]
async fn each_feed_has_its_part() {
    run(async |app| {
        let congress = there(app).await;
        let hostile = "Böse; BEGIN:VALARM TRIGGER:-PT1M, \\n \\ 🎫";
        let (reply, all) = read(app, "/owl/schedule.ics?language=de").await;
        assert_eq!(reply.header("content-type"), "text/calendar; charset=utf-8");
        assert_eq!(reply.header("content-disposition"), "inline; filename=\"owl.ics\"");
        assert_eq!(all.len(), 4, "{:?}", titles(&all));
        let found = titles(&all).into_iter().find(|title| title.starts_with("Böse")).unwrap();
        let flat: Vec<&str> = found.split_whitespace().collect();
        assert_eq!(flat.join(" "), hostile);
        let text = reply.text();
        for line in [
            "X-WR-CALNAME:",
            "NAME:",
            "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
            "SOURCE;VALUE=URI:http",
            "BEGIN:VTIMEZONE",
        ] {
            assert!(text.contains(&format!("\r\n{line}")), "{line} in {text}");
        }
        let one = entitled(&all, "Eins");
        assert_eq!(
            (says(&one, "SEQUENCE"), says(&one, "STATUS"), says(&one, "TRANSP")),
            ("0", "CONFIRMED", "TRANSPARENT")
        );
        assert_eq!((says(&one, "DTSTART"), says(&one, "DTEND")), ("20270311T090000", "20270311T093000"));
        assert_eq!(unescape(says(&one, "LOCATION")), "Saal, MuseumsForum, 33102 Paderborn");
        assert!(unescape(says(&one, "DESCRIPTION")).contains("Lea Nolte"));
        assert_eq!(unescape(says(&one, "CATEGORIES")), "Smarte Städte");

        let plan = known(app, congress).await;
        let code = |name: &str| plan.speakers.iter().find(|who| who.name == name).unwrap().code.clone();
        let session = plan.sessions.iter().find(|session| session.title.de == "Vier").unwrap().code.clone();
        for (path, expected) in [
            ("/owl/rooms/foyer/calendar.ics".to_owned(), vec!["Vier"]),
            (format!("/owl/tracks/{}/calendar.ics", plan.tracks[0].slug), vec!["Eins"]),
            (format!("/owl/speakers/{}/calendar.ics", code("Anneke Lütkemeyer")), vec!["Vier"]),
            (format!("/owl/programme/{session}/calendar.ics"), vec!["Vier"]),
        ] {
            let (_, part) = read(app, &path).await;
            assert_eq!(titles(&part), expected, "{path}");
            let same = entitled(&all, expected[0]);
            assert_eq!(part[0], same, "the same appointment says the same in every feed");
        }
        for path in [
            "/owl/rooms/none/calendar.ics",
            "/owl/tracks/none/calendar.ics",
            "/owl/speakers/ZZZZZZ/calendar.ics",
            "/owl/programme/ZZZZZZ/calendar.ics",
        ] {
            app.guest().get(path).await.expect(404);
        }
    })
    .await;
}

#[tokio::test]
async fn a_session_that_comes_twice_is_two_appointments_and_keeps_both() {
    run(async |app| {
        let congress = there(app).await;
        let plan = known(app, congress).await;
        let (four, slot) = {
            let at = plan.sessions.iter().position(|session| session.title.de == "Vier").unwrap();
            (plan.sessions[at].id, plan.occurrences(at).next().unwrap().id)
        };
        let (_, before) = read(app, "/owl/schedule.ics").await;
        let first = says(&entitled(&before, "Vier"), "UID").to_owned();
        // Once more, earlier in the day: numbers by order would make each the other.
        let row = slot::Entity::find_by_id(slot).one(app.store.read()).await.unwrap().unwrap();
        let tx = app.store.begin().await.unwrap();
        let again = slot::Model {
            id: tx.id(),
            guid: tx.chance().opaque_id(),
            number: 900,
            session_id: Some(four),
            starts_at: row.starts_at.map(|time| time - TimeDelta::hours(1)),
            ends_at: row.ends_at.map(|time| time - TimeDelta::hours(1)),
            ..row
        };
        slot::Entity::insert(slot::ActiveModel::from(again)).exec_without_returning(&*tx).await.unwrap();
        tx.commit().await.unwrap();
        publish(app, congress, "2").await;
        let (_, after) = read(app, "/owl/schedule.ics").await;
        let both: Vec<(&str, &str, &str)> = after
            .iter()
            .filter(|event| says(event, "SUMMARY") == "Vier")
            .map(|event| (says(event, "UID"), says(event, "DTSTART"), says(event, "SEQUENCE")))
            .collect();
        assert_eq!(both.len(), 2);
        assert_ne!(both[0].0, both[1].0);
        assert!(both.contains(&(first.as_str(), "20270311T090000", "0")), "{both:?}");
    })
    .await;
}

#[tokio::test]
async fn what_moves_keeps_its_id_and_counts_and_nothing_else_changes() {
    run(async |app| {
        let congress = there(app).await;
        let (reply, before) = read(app, "/owl/schedule.ics").await;
        app.advance(TimeDelta::hours(1));
        assert_eq!(
            app.guest().get("/owl/schedule.ics").await.expect(200).text(),
            reply.text(),
            "the clock changes nothing"
        );
        moved(app, congress, "Drei", TimeDelta::minutes(30)).await;
        assert_eq!(read(app, "/owl/schedule.ics").await.1, before, "nor does the draft");
        publish(app, congress, "2").await;
        let (_, after) = read(app, "/owl/schedule.ics").await;
        let (old, new) = (entitled(&before, "Drei"), entitled(&after, "Drei"));
        assert_eq!(says(&old, "UID"), says(&new, "UID"));
        assert_eq!((says(&old, "SEQUENCE"), says(&new, "SEQUENCE")), ("0", "1"));
        assert_eq!((says(&old, "DTSTART"), says(&new, "DTSTART")), ("20270311T110000", "20270311T113000"));
        assert!(says(&new, "DTSTAMP") > says(&old, "DTSTAMP"));
        assert_eq!(says(&new, "DTSTAMP"), says(&new, "LAST-MODIFIED"));
        for title in ["Eins", "Vier"] {
            assert_eq!(entitled(&before, title), entitled(&after, title));
        }
        // And back again: that is a change, too.
        moved(app, congress, "Drei", -TimeDelta::minutes(30)).await;
        publish(app, congress, "3").await;
        let (_, back) = read(app, "/owl/schedule.ics").await;
        assert_eq!(says(&entitled(&back, "Drei"), "SEQUENCE"), "2");
    })
    .await;
}

#[tokio::test]
async fn what_is_cancelled_says_so_at_once_and_counts_on_when_it_comes_back() {
    run(async |app| {
        let congress = there(app).await;
        let id = session::Entity::find().all(app.store.read()).await.unwrap();
        let id = id.iter().find(|row| row.title.de == "Eins").unwrap().id;
        let system = Actor::system();
        cancel(&app.store, &system, congress, id, "Krank").await.unwrap();
        let (_, off) = read(app, "/owl/schedule.ics?language=de").await;
        let off = entitled(&off, "Abgesagt: Eins");
        assert_eq!((says(&off, "STATUS"), says(&off, "SEQUENCE")), ("CANCELLED", "1"));
        restore(&app.store, &system, congress, id, "Doch nicht").await.unwrap();
        let (_, on) = read(app, "/owl/schedule.ics").await;
        let on = entitled(&on, "Eins");
        assert_eq!((says(&on, "STATUS"), says(&on, "SEQUENCE")), ("CONFIRMED", "2"));
        assert_eq!(says(&on, "UID"), says(&off, "UID"));
        // Gone for a release, and back: two changes more by itself, two by being called off.
        cancel(&app.store, &system, congress, id, "Krank").await.unwrap();
        publish(app, congress, "2").await;
        assert!(!titles(&read(app, "/owl/schedule.ics").await.1).iter().any(|title| title.contains("Eins")));
        restore(&app.store, &system, congress, id, "Gesund").await.unwrap();
        publish(app, congress, "3").await;
        let (_, back) = read(app, "/owl/schedule.ics").await;
        let back = entitled(&back, "Eins");
        assert_eq!((says(&back, "UID"), says(&back, "SEQUENCE")), (says(&on, "UID"), "6"));
    })
    .await;
}

#[tokio::test]
async fn who_has_it_is_told_so() {
    run(async |app| {
        let congress = there(app).await;
        for path in ["/owl/schedule.ics", "/owl/rooms/saal/calendar.ics"] {
            let guest = app.guest();
            let tag = guest.get(path).await.expect(200).header("etag").to_owned();
            let ask = async |tag: &str| guest.send(Method::GET, path, &[("if-none-match", tag)], None, vec![]).await;
            let same = ask(&tag).await.expect(304);
            assert_eq!((same.header("etag"), same.text().as_str()), (tag.as_str(), ""));
            assert_eq!(guest.send(Method::HEAD, path, &[], None, vec![]).await.expect(200).header("etag"), tag);
            moved(app, congress, "Drei", TimeDelta::minutes(5)).await;
            publish(app, congress, path).await;
            assert_ne!(ask(&tag).await.expect(200).header("etag"), tag);
        }
    })
    .await;
}

#[tokio::test]
async fn nothing_released_is_no_calendar() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        taken(app, owl.id, &programme("1"), DRAFT).await;
        for path in ["/owl/schedule.ics", "/owl/rooms/saal/calendar.ics", "/owl/programme/calendars"] {
            app.guest().get(path).await.expect(404);
        }
        publish(app, owl.id, "1").await;
        app.guest().get("/owl/schedule.ics").await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn pages_lead_to_the_calendars() {
    run(async |app| {
        let congress = there(app).await;
        let guest = app.guest();
        let page = guest.get("/owl/programme?language=de").await.expect(200);
        assert_eq!(page.words("a[href='/owl/programme/calendars']"), ["Kalender abonnieren"]);
        let page = guest.get("/owl/programme/calendars").await.expect(200);
        crate::portal::check(&page.text());
        let addresses = page.attributes(".row-list a", "href");
        // The programme and two rooms, two ways each; of the one track there is no choice.
        assert_eq!(addresses.len(), 6, "{addresses:?}");
        for pair in addresses.chunks(2) {
            assert_eq!(pair[0].strip_prefix("webcal://"), pair[1].strip_prefix("http://"));
            let path = pair[1].split_once("//").and_then(|(_, rest)| rest.split_once('/')).unwrap().1;
            assert!(!read(app, &format!("/{path}")).await.1.is_empty());
        }
        let plan = known(app, congress).await;
        let code = &plan.sessions.iter().find(|session| session.title.de == "Vier").unwrap().code;
        let page = guest.get(&format!("/owl/programme/{code}")).await.expect(200);
        crate::portal::check(&page.text());
        let links = page.attributes("section[aria-labelledby=calendar] a", "href");
        assert_eq!(links[0], format!("/owl/programme/{code}/calendar.ics"));
        assert!(links[1].starts_with("https://calendar.google.com/calendar/render?action=TEMPLATE&text=Vier&dates=20270311T080000Z%2F20270311T083000Z&location=Foyer"), "{links:?}");
        assert!(links[2].starts_with("https://outlook.live.com/calendar/0/action/compose?rru=addevent&subject=Vier&startdt=2027-03-11T08%3A00%3A00Z"), "{links:?}");
    })
    .await;
}
