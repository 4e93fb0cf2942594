//! The programme: schedules taken in, released, written.

pub mod booking;
mod booking_page;
mod booking_step;
mod change;
mod command;
mod import;
mod making;
mod odd;
mod page;
pub mod plan;
mod publish;
mod release;
mod rule_clash;
mod rule_oracle;
mod rule_place;
mod rule_review;
mod rule_sample;
mod rule_transition;
mod shown;
mod table;
mod whole;

use crate::kit::App;
use crate::schedule::compare::{Through, equal};
use base::{Actor, Uuid};
use chrono::{DateTime, TimeDelta};
use congress::entity::congress::Model as Congress;
use programme::ProgrammeError;
use programme::query::exchange::{Which, schedule};
use programme::service::import::{NewCongress, Options, Report, file, import};
use schedule::{Conference, Day, DayRoom, Event, Person, Room, Schedule};

pub const RELEASED: Options = Options { draft: false, dry_run: false };
pub const DRAFT: Options = Options { draft: true, dry_run: false };
pub const DRY: Options = Options { draft: false, dry_run: true };

/// Takes a file in, and makes the congress if it is not there.
pub async fn created(app: &App, slug: &str, bytes: &[u8], options: Options) -> Report {
    let new = NewCongress::default();
    Box::pin(file(&app.store, &Actor::system(), slug, bytes, Some(&new), options)).await.expect("an import")
}

pub async fn taken(app: &App, congress: Uuid, schedule: &Schedule, options: Options) -> Report {
    Box::pin(import(&app.store, &Actor::system(), congress, schedule, &[], options)).await.expect("an import")
}

pub async fn by_slug(app: &App, slug: &str) -> Congress {
    congress::query::by_slug(app.store.read(), slug).await.unwrap().expect("a congress")
}

pub async fn out(app: &App, congress: &Congress, which: Which) -> Result<Schedule, ProgrammeError> {
    schedule(app.store.read(), congress, which, "https://kongress.example").await
}

/// The newest release is equal in meaning to this.
#[track_caller]
pub fn same(sent: &Schedule, back: &Schedule) {
    equal(sent, back, Through::Json);
}

pub async fn verbs(app: &App, congress: Uuid) -> Vec<String> {
    let log = store::event::Log::Congress(congress);
    let mut lines = store::event::find(app.store.read(), log, &Default::default(), 1_000, 0).await.unwrap();
    lines.reverse();
    lines.into_iter().map(|line| line.verb).collect()
}

/// An event of the first day, so many minutes after nine, of 30 minutes.
pub fn event(id: u32, title: &str, minutes: i64) -> Event {
    let start = DateTime::parse_from_rfc3339("2027-03-11T09:00:00+01:00").unwrap();
    Event {
        id: Some(id.to_string()),
        title: title.into(),
        start: start + TimeDelta::minutes(minutes),
        duration: TimeDelta::minutes(30),
        persons: vec![Person { id: Some("5".into()), name: "Lea Nolte".into(), ..Person::default() }],
        ..Event::default()
    }
}

/// One day with these rooms.
pub fn plan(version: &str, rooms: Vec<(&str, Vec<Event>)>) -> Schedule {
    let date = chrono::NaiveDate::from_ymd_opt(2027, 3, 11);
    let names = rooms.iter().map(|(name, _)| Room { name: (*name).into(), ..Room::default() }).collect();
    let rooms = rooms
        .into_iter()
        .map(|(name, events)| DayRoom { name: Some(name.into()), events, ..DayRoom::default() })
        .collect();
    Schedule {
        version: version.into(),
        conference: Conference { title: "Tag".into(), acronym: Some("tag2027".into()), ..Conference::default() },
        rooms: names,
        days: vec![Day { index: 1, date, rooms, ..Day::default() }],
        ..Schedule::default()
    }
}
