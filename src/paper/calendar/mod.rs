//! iCalendar text (RFC 5545, 5546, 7986): appointments as calendars, feeds and mails carry them.
//!
//! Times are written as clocks show them in the appointment's zone, which is described beside them: whoever reads them
//! without knowing the zone by name reads the same. Where the clocks show an hour twice, and in zones without a name of the
//! kind `Europe/Berlin`, they are written in UTC.

mod line;
mod zone;

use base::Time;
use chrono::{LocalResult, NaiveDateTime, TimeZone};
use chrono_tz::Tz;
use ics::components::{Component, Parameter, Property};
use line::{parameter, plain, refold, text};
use std::collections::BTreeMap;

/// Names the program (RFC 5545 §3.7.3).
const PRODID: &str = "-//kongress//kongress//EN";

/// What a calendar is sent for (RFC 5546 §1.4). The mail's `text/calendar; method=` says the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// For information: nobody is asked to answer.
    Publish,
    /// An invitation, or its newest state.
    Request,
    Cancel,
    Reply,
}

impl Method {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Publish => "PUBLISH",
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
            Self::Reply => "REPLY",
        }
    }
}

/// Whether an appointment holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    #[default]
    Confirmed,
    Tentative,
    Cancelled,
}

impl Status {
    fn as_str(self) -> &'static str {
        match self {
            Self::Confirmed => "CONFIRMED",
            Self::Tentative => "TENTATIVE",
            Self::Cancelled => "CANCELLED",
        }
    }
}

/// What somebody answered (RFC 5545 §3.2.12).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Participation {
    #[default]
    NeedsAction,
    Accepted,
    Tentative,
    Declined,
}

impl Participation {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NeedsAction => "NEEDS-ACTION",
            Self::Accepted => "ACCEPTED",
            Self::Tentative => "TENTATIVE",
            Self::Declined => "DECLINED",
        }
    }
}

/// Who invites.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Organiser {
    pub name: String,
    pub mail: String,
}

/// Who is invited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attendee {
    pub name: String,
    pub mail: String,
    pub participation: Participation,
    /// They are asked to answer.
    pub rsvp: bool,
}

/// One appointment. What is empty is not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Made once, kept for ever: the same appointment has the same, wherever it is read.
    pub uid: String,
    /// Raised with every change of time, place or status.
    pub sequence: u32,
    /// When what it says was changed last: never the moment in which it is written.
    pub changed: Time,
    pub starts: Time,
    pub ends: Time,
    pub zone: Tz,
    pub title: String,
    pub description: String,
    pub location: String,
    pub url: String,
    /// Where one joins from afar (RFC 7986 §5.11).
    pub conference: Option<String>,
    pub status: Status,
    pub categories: Vec<String>,
    /// Whoever has it in their calendar is not free meanwhile.
    pub busy: bool,
    pub organiser: Option<Organiser>,
    pub attendee: Option<Attendee>,
}

impl Default for Event {
    fn default() -> Self {
        Self {
            uid: String::new(),
            sequence: 0,
            changed: Time::default(),
            starts: Time::default(),
            ends: Time::default(),
            zone: Tz::UTC,
            title: String::new(),
            description: String::new(),
            location: String::new(),
            url: String::new(),
            conference: None,
            status: Status::default(),
            categories: vec![],
            busy: true,
            organiser: None,
            attendee: None,
        }
    }
}

/// A calendar. What is empty is not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// None: a feed, which is read and not sent.
    pub method: Option<Method>,
    pub name: String,
    /// In which it is shown.
    pub zone: Tz,
    /// After so many hours it is worth asking again.
    pub refresh: Option<u32>,
    /// Where it is found.
    pub source: String,
    pub events: Vec<Event>,
}

impl Calendar {
    /// One appointment, to be sent.
    pub fn of(method: Method, event: Event) -> Self {
        let zone = event.zone;
        Self {
            method: Some(method),
            name: String::new(),
            zone,
            refresh: None,
            source: String::new(),
            events: vec![event],
        }
    }
}

/// The text: lines of at most 75 octets that end with CR and LF. The same calendar gives the same text.
pub fn write(calendar: &Calendar) -> String {
    let mut out = Component::new("VCALENDAR");
    out.add_property(Property::new("VERSION", "2.0"));
    out.add_property(Property::new("PRODID", PRODID));
    if let Some(method) = calendar.method {
        out.add_property(Property::new("METHOD", method.as_str()));
    }
    if !calendar.name.is_empty() {
        out.add_property(Property::new("NAME", text(&calendar.name)));
        out.add_property(Property::new("X-WR-CALNAME", text(&calendar.name)));
        out.add_property(Property::new("X-WR-TIMEZONE", calendar.zone.name()));
    }
    if let Some(hours) = calendar.refresh {
        let mut refresh = Property::new("REFRESH-INTERVAL", format!("PT{hours}H"));
        refresh.add(Parameter::new("VALUE", "DURATION"));
        out.add_property(refresh);
        out.add_property(Property::new("X-PUBLISHED-TTL", format!("PT{hours}H")));
    }
    if !calendar.source.is_empty() {
        let mut source = Property::new("SOURCE", plain(&calendar.source));
        source.add(Parameter::new("VALUE", "URI"));
        out.add_property(source);
    }
    for (zone, (from, until)) in zones(&calendar.events) {
        out.add_component(zone::describe(zone, from, until));
    }
    for event in &calendar.events {
        out.add_component(component(event));
    }
    refold(&out.to_string())
}

/// The zones in which appointments are written, each with the first and the last moment.
fn zones(events: &[Event]) -> Vec<(Tz, (Time, Time))> {
    let mut all: BTreeMap<&str, (Tz, (Time, Time))> = BTreeMap::new();
    for event in events.iter().filter(|event| local(event).is_some()) {
        let (_, span) = all.entry(event.zone.name()).or_insert((event.zone, (event.starts, event.ends)));
        *span = (span.0.min(event.starts), span.1.max(event.ends));
    }
    all.into_values().collect()
}

fn component(event: &Event) -> Component<'_> {
    let mut out = Component::new("VEVENT");
    out.add_property(Property::new("UID", plain(&event.uid)));
    out.add_property(Property::new("DTSTAMP", utc(event.changed)));
    out.add_property(Property::new("LAST-MODIFIED", utc(event.changed)));
    out.add_property(Property::new("SEQUENCE", event.sequence.to_string()));
    let (starts, ends) = match local(event) {
        Some((starts, ends)) => (zoned("DTSTART", event.zone, starts), zoned("DTEND", event.zone, ends)),
        None => (Property::new("DTSTART", utc(event.starts)), Property::new("DTEND", utc(event.ends))),
    };
    out.add_property(starts);
    out.add_property(ends);
    out.add_property(Property::new("SUMMARY", text(&event.title)));
    out.add_property(Property::new("STATUS", event.status.as_str()));
    out.add_property(Property::new("TRANSP", if event.busy { "OPAQUE" } else { "TRANSPARENT" }));
    if !event.location.is_empty() {
        out.add_property(Property::new("LOCATION", text(&event.location)));
    }
    if !event.description.is_empty() {
        out.add_property(Property::new("DESCRIPTION", text(&event.description)));
    }
    if !event.url.is_empty() {
        out.add_property(Property::new("URL", plain(&event.url)));
    }
    if let Some(conference) = &event.conference {
        let mut conference = Property::new("CONFERENCE", plain(conference));
        conference.add(Parameter::new("VALUE", "URI"));
        conference.add(Parameter::new("FEATURE", "VIDEO"));
        out.add_property(conference);
    }
    if !event.categories.is_empty() {
        let all: Vec<String> = event.categories.iter().map(|category| text(category)).collect();
        out.add_property(Property::new("CATEGORIES", all.join(",")));
    }
    if let Some(organiser) = &event.organiser {
        let mut property = Property::new("ORGANIZER", mailto(&organiser.mail));
        if !organiser.name.is_empty() {
            property.add(Parameter::new("CN", parameter(&organiser.name)));
        }
        out.add_property(property);
    }
    if let Some(attendee) = &event.attendee {
        let mut property = Property::new("ATTENDEE", mailto(&attendee.mail));
        property.add(Parameter::new("CUTYPE", "INDIVIDUAL"));
        property.add(Parameter::new("ROLE", "REQ-PARTICIPANT"));
        property.add(Parameter::new("PARTSTAT", attendee.participation.as_str()));
        if attendee.rsvp {
            property.add(Parameter::new("RSVP", "TRUE"));
        }
        if !attendee.name.is_empty() {
            property.add(Parameter::new("CN", parameter(&attendee.name)));
        }
        out.add_property(property);
    }
    out
}

/// Beginning and end as clocks show them in the appointment's zone. None: they are written in UTC.
fn local(event: &Event) -> Option<(NaiveDateTime, NaiveDateTime)> {
    let known = event.zone.name().contains('/') && !event.zone.name().starts_with("Etc/");
    let shown = |time: Time| {
        let local = time.with_timezone(&event.zone).naive_local();
        matches!(event.zone.from_local_datetime(&local), LocalResult::Single(_)).then_some(local)
    };
    if known { Some((shown(event.starts)?, shown(event.ends)?)) } else { None }
}

fn zoned(name: &'static str, zone: Tz, time: NaiveDateTime) -> Property<'static> {
    let mut property = Property::new(name, time.format("%Y%m%dT%H%M%S").to_string());
    property.add(Parameter::new("TZID", zone.name()));
    property
}

/// `20270311T090000Z`.
fn utc(time: Time) -> String {
    time.format("%Y%m%dT%H%M%SZ").to_string()
}

fn mailto(mail: &str) -> String {
    format!("mailto:{}", plain(mail))
}
