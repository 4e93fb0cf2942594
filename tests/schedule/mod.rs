//! The exchange formats of schedules: what is read, what comes back, what is told of the rest.

mod broken;
pub mod compare;
mod json;
pub mod schema;
mod time;
mod whole;
mod written;
mod xml;

use ::schedule::{Event, Notice, Reading, Reason, Schedule};
use std::path::PathBuf;

/// The files of `tests/data/schedules`, as FOSDEM, frab and pretalx wrote them.
pub const FILES: [&str; 4] = ["fosdem-2023.xml", "fosdem-2025.xml", "frab-camp2019.json", "pretalx-democon.json"];

pub fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/schedules").join(name)
}

pub fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(path(name)).expect(name)
}

pub fn read(text: impl AsRef<[u8]>) -> (Schedule, Vec<Notice>) {
    ::schedule::read(text.as_ref(), Reading::default()).expect("a schedule")
}

/// schedule.xml with one day and one room around these events.
pub fn xml(events: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<schedule>\n<version>1</version>\n<conference><title>Tag</title>\
         <acronym>tag2027</acronym><day_change>04:00</day_change><time_zone_name>Europe/Berlin</time_zone_name>\
         </conference>\n<day index=\"1\" date=\"2027-03-27\">\n<room name=\"Saal\">\n{events}\n</room></day></schedule>"
    )
}

/// schedule.json with one day and one room around these events.
fn json(events: &str) -> String {
    format!(
        r#"{{"schedule": {{"version": "1", "base_url": "https://tag.example/2027/", "conference": {{"acronym": "tag2027",
        "title": "Tag", "time_zone_name": "Europe/Berlin", "days": [
        {{"index": 1, "date": "2027-03-27", "day_start": "2027-03-27T04:00:00+01:00",
        "day_end": "2027-03-28T04:00:00+02:00", "rooms": {{"Saal": [{events}]}}}}]}}}}}}"#
    )
}

/// An element of an event in schedule.xml that is complete but for these elements.
fn event(more: &str) -> String {
    xml(&format!(
        "<event id=\"7\" guid=\"3b6e1a8e-3b0a-4c1e-9f0e-0d3c0b1a2f4d\"><title>Vortrag</title>\
         <start>10:00</start><duration>00:30</duration>{more}</event>"
    ))
}

/// The only event.
#[track_caller]
fn single(schedule: &Schedule) -> &Event {
    let events: Vec<&Event> = schedule.events().map(|(_, _, event)| event).collect();
    assert_eq!(events.len(), 1, "{events:#?}");
    events[0]
}

fn reasons(notices: &[Notice]) -> Vec<Reason> {
    notices.iter().map(|notice| notice.reason).collect()
}
