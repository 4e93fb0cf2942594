//! From values to schedule.json, valid against the C3's JSON schema.

use super::shape::{self, Kept, Meta};
use crate::days;
use crate::guid;
use crate::value::{Conference, Event, Moment, Room, Schedule};
use crate::{address, duration, slug};
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use std::collections::BTreeMap;

#[derive(Serialize)]
struct File<'s> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    generator: Option<BTreeMap<&'static str, String>>,
    schedule: Inner<'s>,
}

#[derive(Serialize)]
struct Inner<'s> {
    version: &'s str,
    #[serde(skip_serializing_if = "Option::is_none")]
    base_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    conference: Congress<'s>,
}

#[derive(Serialize)]
struct Congress<'s> {
    acronym: String,
    title: &'s str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'s str>,
    start: String,
    end: String,
    #[serde(rename = "daysCount")]
    days_count: u32,
    timeslot_duration: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    time_zone_name: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    logo: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Pairs::is_empty")]
    colors: Pairs<'s>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    keywords: &'s [String],
    #[serde(skip_serializing_if = "Meta::is_empty")]
    meta: Meta<'s>,
    tracks: Vec<shape::Track<'s>>,
    rooms: Vec<shape::Room<'s>>,
    days: Vec<Day<'s>>,
}

/// An object whose members stand in the order that they have.
struct Pairs<'s>(&'s [(String, String)]);

impl Pairs<'_> {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Pairs<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

#[derive(Serialize)]
struct Day<'s> {
    index: u32,
    date: String,
    day_start: String,
    day_end: String,
    rooms: Rooms<'s>,
}

/// By name, each once, in their order.
struct Rooms<'s>(Vec<(&'s str, Vec<shape::Event<'s>>)>);

impl Serialize for Rooms<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, events) in &self.0 {
            map.serialize_entry(name, events)?;
        }
        map.end()
    }
}

/// Writes a whole file; see [`crate::write_json`].
pub(crate) fn write(schedule: &Schedule) -> String {
    let base = schedule.base_url.as_deref();
    let generator = schedule.generator.as_ref().map(|generator| {
        let named = [("name", &generator.name), ("version", &generator.version)];
        let mut all: BTreeMap<_, _> =
            named.into_iter().filter_map(|(key, value)| Some((key, value.clone()?))).collect();
        if let Some(system) = &generator.system {
            let (key, value) = address::uri(None, Some(system)).map_or(("system", system.clone()), |uri| ("url", uri));
            all.insert(key, value);
        }
        all
    });
    let (days, kept) = days(schedule);
    let inner = Inner {
        version: &schedule.version,
        base_url: address::uri(None, base),
        url: address::uri(base, schedule.url.as_deref()),
        conference: congress(schedule, days, kept),
    };
    let file = File { schema: "https://c3voc.de/schedule/schema.json", generator, schedule: inner };
    let mut written = Vec::with_capacity(schedule.events().map(|(_, _, event)| length(event)).sum());
    // Nothing here can fail to be written: all keys are texts.
    match serde_json::to_writer(&mut written, &file) {
        Ok(()) => String::from_utf8(written).unwrap_or_default(),
        Err(_) => String::new(),
    }
}

/// About so long an event is when it is written.
fn length(event: &Event) -> usize {
    let text = |text: &Option<String>| text.as_ref().map_or(0, |text| text.len() + text.len() / 16);
    let links = event.links.len() + event.attachments.len() + event.persons.len();
    1_000 + text(&event.abstract_text) + text(&event.description) + event.title.len() + 200 * links
}

fn days(schedule: &Schedule) -> (Vec<Day<'_>>, BTreeMap<String, Kept<'_>>) {
    let mut marks = guid::marks(schedule).into_iter();
    let mut kept = BTreeMap::new();
    let mut days = Vec::new();
    for (at, frame) in days::frames(schedule).into_iter().enumerate() {
        let mut rooms: Vec<(&str, Vec<shape::Event>)> = Vec::new();
        for room in schedule.days.get(at).map(|day| day.rooms.as_slice()).unwrap_or_default() {
            let name = room.name.as_deref().unwrap_or_default();
            let mut events = Vec::with_capacity(room.events.len());
            for (event, mark) in room.events.iter().zip(&mut marks) {
                let (shape, more) = shape::event(schedule, event, &mark, name);
                if let Some(more) = more {
                    kept.insert(mark.guid.to_string(), more);
                }
                events.push(shape);
            }
            match rooms.iter_mut().find(|(known, _)| *known == name) {
                Some((_, known)) => known.append(&mut events),
                None => rooms.push((name, events)),
            }
        }
        days.push(Day {
            index: frame.index,
            date: frame.date.to_string(),
            day_start: days::stamp(frame.start),
            day_end: days::stamp(frame.end),
            rooms: Rooms(rooms),
        });
    }
    (days, kept)
}

fn congress<'s>(schedule: &'s Schedule, days: Vec<Day<'s>>, events: BTreeMap<String, Kept<'s>>) -> Congress<'s> {
    let base = schedule.base_url.as_deref();
    let Conference { title, subtitle, description, venue, city, start, end, .. } = &schedule.conference;
    let acronym = acronym(&guid::acronym(&schedule.conference));
    let zone = schedule.conference.zone.map(|zone| zone.name());
    let other = schedule.conference.acronym.as_deref().filter(|other| *other != acronym);
    let meta = Meta {
        acronym: other,
        subtitle: subtitle.as_deref(),
        venue: venue.as_deref(),
        city: city.as_deref(),
        day_change: schedule.conference.day_change.map(|time| time.to_string()),
        time_zone_name: zone.filter(|zone| !fits_zone(zone)),
        events,
    };
    let first = days.first().map(|day| day.date.clone()).unwrap_or_default();
    let last = days.last().map(|day| day.date.clone()).unwrap_or_default();
    let moment = |moment: &Option<Moment>, other: String| moment.map_or(other, days::moment);
    let count = u32::try_from(schedule.days.len()).unwrap_or(u32::MAX);
    Congress {
        acronym,
        title,
        description: description.as_deref(),
        start: moment(start, first),
        end: moment(end, last),
        days_count: schedule.conference.days.unwrap_or(count),
        timeslot_duration: schedule.conference.timeslot.map_or_else(|| "00:05".to_owned(), duration::json),
        time_zone_name: zone.filter(|zone| fits_zone(zone)),
        logo: address::uri(base, schedule.conference.logo.as_deref()),
        url: address::uri(base, schedule.conference.url.as_deref()),
        colors: Pairs(&schedule.conference.colors),
        keywords: &schedule.conference.keywords,
        meta,
        tracks: schedule.tracks.iter().map(shape::track).collect(),
        rooms: schedule.rooms.iter().map(|room: &Room| shape::room(schedule, room)).collect(),
        days,
    }
}

/// As the schema wants it: `^[a-z0-9_-][a-z0-9_]{3,}(-2[0-9]{3}-[a-z]+)?$`. Hyphens become underscores.
fn acronym(given: &str) -> String {
    let fits = given.len() >= 4 && given.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    if fits { given.to_owned() } else { slug::head(given) }
}

/// Whether the schema's pattern holds the zone: `^([A-Z][a-z]+/[A-Z][a-z]+)|UTC$`.
fn fits_zone(zone: &str) -> bool {
    let word = |part: &str| {
        let mut bytes = part.bytes();
        bytes.next().is_some_and(|b| b.is_ascii_uppercase()) && bytes.next().is_some_and(|b| b.is_ascii_lowercase())
    };
    let whole = |part: &str| word(part) && part.bytes().skip(1).all(|b| b.is_ascii_lowercase());
    zone.ends_with("UTC") || zone.split_once('/').is_some_and(|(area, place)| whole(area) && word(place))
}
