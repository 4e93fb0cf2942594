//! A schedule as plain values: everything that the XSD and the JSON schema of the exchange formats know, and what the
//! programs that write them (frab, pretalx, FOSDEM's) add. What one format lacks is an `Option` or an empty list.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeDelta};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use uuid::Uuid;

/// One version of a congress's programme.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Schedule {
    /// The version's name; empty if the file has none.
    pub version: String,
    /// What relative addresses in the file are relative to.
    pub base_url: Option<String>,
    /// Where the file itself can be had.
    pub url: Option<String>,
    pub generator: Option<Generator>,
    pub conference: Conference,
    /// The tracks, those first that the file declares, then those that only events name.
    pub tracks: Vec<Track>,
    /// The rooms, those first that the file declares, then those that only days name.
    pub rooms: Vec<Room>,
    pub days: Vec<Day>,
}

/// The program that wrote a file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Generator {
    pub name: Option<String>,
    pub version: Option<String>,
    /// The instance: a host (XML) or an address (JSON).
    pub system: Option<String>,
}

/// The congress itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Conference {
    pub title: String,
    pub acronym: Option<String>,
    pub subtitle: Option<String>,
    pub description: Option<String>,
    pub venue: Option<String>,
    pub city: Option<String>,
    pub start: Option<Moment>,
    pub end: Option<Moment>,
    /// How many days the file says there are.
    pub days: Option<u32>,
    /// Until when the night belongs to the day before.
    pub day_change: Option<NaiveTime>,
    pub timeslot: Option<TimeDelta>,
    pub zone: Option<Tz>,
    pub logo: Option<String>,
    pub url: Option<String>,
    /// Names and values, such as `primary` and `#00c5ff`, in the file's order.
    pub colors: Vec<(String, String)>,
    pub keywords: Vec<String>,
}

/// A day or a point in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Moment {
    Day(NaiveDate),
    Time(DateTime<FixedOffset>),
}

impl Moment {
    /// The day, as written.
    pub fn date(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::Time(time) => time.date_naive(),
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Track {
    pub name: String,
    pub slug: Option<String>,
    /// `#rrggbb`, or whatever the file says.
    pub color: Option<String>,
}

/// A room of the congress.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Room {
    pub name: String,
    pub slug: Option<String>,
    pub guid: Option<Uuid>,
    /// Such as `stage` or `workshop`.
    pub kind: Option<String>,
    /// Pairs of language and text; the language is empty where the file names none.
    pub description: Vec<(String, String)>,
    pub capacity: Option<u32>,
    pub url: Option<String>,
    pub stream_id: Option<String>,
    /// Whether talks there are recorded, such as `record_by_default`.
    pub recording: Option<String>,
    pub assembly: Option<Assembly>,
}

/// The group that a room belongs to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Assembly {
    pub name: String,
    pub slug: Option<String>,
    pub guid: Option<Uuid>,
    pub url: Option<String>,
}

/// A day of the programme, which may end in the night after it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Day {
    pub index: u32,
    pub date: Option<NaiveDate>,
    pub start: Option<DateTime<FixedOffset>>,
    pub end: Option<DateTime<FixedOffset>>,
    pub rooms: Vec<DayRoom>,
}

/// What happens in a room on a day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DayRoom {
    /// None for events without a room.
    pub name: Option<String>,
    pub guid: Option<Uuid>,
    pub slug: Option<String>,
    pub events: Vec<Event>,
}

/// One occurrence of a session. What is given twice gets two of these.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Event {
    /// As the file has it: a number, rarely something else. Not always unique.
    pub id: Option<String>,
    pub guid: Option<Uuid>,
    /// What stood there as a guid and is no UUID.
    pub source_id: Option<String>,
    pub code: Option<String>,
    pub title: String,
    pub subtitle: Option<String>,
    /// When it starts; equal to another if it is the same instant.
    pub start: DateTime<FixedOffset>,
    pub duration: TimeDelta,
    pub slug: Option<String>,
    pub kind: Option<String>,
    pub track: Option<String>,
    pub language: Option<String>,
    /// As the file has it: plain text, Markdown or HTML, which no page may show as it is.
    pub abstract_text: Option<String>,
    /// As [`Event::abstract_text`].
    pub description: Option<String>,
    pub persons: Vec<Person>,
    pub links: Vec<Link>,
    pub attachments: Vec<Link>,
    pub logo: Option<String>,
    pub url: Option<String>,
    pub feedback_url: Option<String>,
    pub origin_url: Option<String>,
    pub video_download_url: Option<String>,
    pub recording: Recording,
    /// To questions of the call. Read, never written: the public has no business with them.
    pub answers: Vec<Answer>,
}

impl Event {
    /// When it ends.
    pub fn end(&self) -> DateTime<FixedOffset> {
        self.start.checked_add_signed(self.duration).unwrap_or(self.start)
    }

    /// What one event is told from another by, from file to file: guid, else what stood in its place, else id.
    pub fn mark(&self) -> Option<Cow<'_, str>> {
        let guid = self.guid.map(|guid| Cow::Owned(guid.to_string()));
        guid.or_else(|| self.source_id.as_deref().or(self.id.as_deref()).map(Cow::Borrowed))
    }
}

/// Whether and how an event is recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Recording {
    pub license: Option<String>,
    /// Do not record.
    pub optout: Option<bool>,
    pub do_not_stream: Option<bool>,
    pub url: Option<String>,
    pub link: Option<String>,
}

/// Somebody who speaks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Person {
    pub id: Option<String>,
    pub guid: Option<Uuid>,
    pub code: Option<String>,
    pub name: String,
    pub biography: Option<String>,
    pub avatar: Option<String>,
    pub url: Option<String>,
    pub links: Vec<Link>,
    /// As [`Event::answers`].
    pub answers: Vec<Answer>,
}

/// A link or an attachment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Link {
    /// As the file has it, perhaps relative: see [`Schedule::absolute`].
    pub url: String,
    pub title: Option<String>,
    /// Such as `slides` or `video`.
    pub kind: Option<String>,
    pub service: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Answer {
    pub question: String,
    pub text: String,
}

impl Schedule {
    /// All events with their days and rooms, in the file's order.
    pub fn events(&self) -> impl Iterator<Item = (&Day, &DayRoom, &Event)> {
        self.days.iter().flat_map(|day| {
            day.rooms.iter().flat_map(move |room| room.events.iter().map(move |event| (day, room, event)))
        })
    }

    /// An address of the file in full: relative ones belong to [`Schedule::base_url`].
    pub fn absolute<'a>(&self, address: &'a str) -> Cow<'a, str> {
        absolute(self.base_url.as_deref(), address)
    }
}

/// An address in full, as far as there is something that it is relative to.
pub(crate) fn absolute<'a>(base: Option<&str>, address: &'a str) -> Cow<'a, str> {
    if has_scheme(address) || address.is_empty() {
        return Cow::Borrowed(address);
    }
    let Some((base, from)) = base.and_then(|base| Some((base, base.find("://")? + 3))) else {
        return Cow::Borrowed(address);
    };
    if address.starts_with("//") {
        return Cow::Owned(format!("{}{address}", &base[..from - 2]));
    }
    let base = base.split(['?', '#']).next().unwrap_or(base);
    let host = base.get(from..).and_then(|rest| rest.find('/')).map_or(base.len(), |slash| from + slash);
    let folder = match base.rfind('/') {
        Some(slash) if slash >= host => &base[..=slash],
        _ => base,
    };
    let root = if address.starts_with('/') { &base[..host] } else { folder };
    let slash = if root.ends_with('/') || address.starts_with('/') { "" } else { "/" };
    Cow::Owned(format!("{root}{slash}{address}"))
}

/// Whether it begins with a scheme: `https:`, `mailto:`, `urn:`.
pub(crate) fn has_scheme(address: &str) -> bool {
    address.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
    })
}
