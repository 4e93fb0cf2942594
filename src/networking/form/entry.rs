//! The form of an offer or a need.

use super::{line, text};
use crate::entity::entry::{Form, Maturity, Region, Side, Size};
use crate::rules::visibility::Level;
use crate::service::entry::Entry;
use base::Time;
use chrono::{Datelike, NaiveDate, NaiveTime, TimeZone};
use congress::entity::topic;
use locale::{Tz, Words};
use web::{Faults, Fields};

pub const SIDES: [(Side, &str); 2] = [(Side::Offer, "offer"), (Side::Need, "need")];
pub const FORMS: [(Form, &str); 8] = [
    (Form::Experience, "experience"),
    (Form::Solution, "solution"),
    (Form::Staff, "staff"),
    (Form::FundingPartner, "funding-partner"),
    (Form::PilotPlace, "pilot-place"),
    (Form::JointProcurement, "joint-procurement"),
    (Form::Reuse, "reuse"),
    (Form::SiteVisit, "site-visit"),
];
pub const MATURITIES: [(Maturity, &str); 5] = [
    (Maturity::Idea, "idea"),
    (Maturity::Planning, "planning"),
    (Maturity::Pilot, "pilot"),
    (Maturity::Running, "running"),
    (Maturity::Transferable, "transferable"),
];
pub const SIZES: [(Size, &str); 4] =
    [(Size::Small, "small"), (Size::Middle, "middle"), (Size::Large, "large"), (Size::City, "city")];
pub const REGIONS: [(Region, &str); 3] =
    [(Region::Anywhere, "anywhere"), (Region::Owl, "owl"), (Region::Neighbourhood, "neighbourhood")];
/// To whom an offer or a need shows. To nobody nothing is offered.
pub const LEVELS: [Level; 3] = [Level::Participants, Level::Public, Level::Contacts];

/// The value of a name.
pub fn of_name<T: Copy>(all: &[(T, &'static str)], name: &str) -> Option<T> {
    all.iter().find(|(_, known)| *known == name).map(|(value, _)| *value)
}

/// The name of a value.
pub fn name_of<T: Copy + PartialEq>(all: &[(T, &'static str)], value: T) -> &'static str {
    all.iter().find(|(known, _)| *known == value).map_or("", |(_, name)| name)
}

const FIELDS: [(&str, &str); 11] = [
    ("side", "network-side"),
    ("form", "network-form"),
    ("topic", "network-topic"),
    ("title", "network-entry-title"),
    ("body", "network-entry-body"),
    ("maturity", "network-maturity"),
    ("since", "network-since"),
    ("size", "network-size"),
    ("region", "network-region"),
    ("level", "network-level"),
    ("until", "network-entry-until"),
];

/// What the form begins with.
pub fn fields(entry: &Entry, topics: &[topic::Model], zone: Tz) -> Fields {
    let topic = topics.iter().find(|row| row.id == entry.topic).map_or("", |row| row.slug.as_str());
    let until = entry.until.map(|at| at.with_timezone(&zone).date_naive());
    // It stands to the end of that day.
    let until = until.and_then(|day| day.pred_opt()).map(|day| day.to_string()).unwrap_or_default();
    let since = entry.since.map(|year| year.to_string()).unwrap_or_default();
    let pairs = [
        ("side", name_of(&SIDES, entry.side)),
        ("form", name_of(&FORMS, entry.form)),
        ("topic", topic),
        ("title", &entry.title),
        ("body", &entry.body),
        ("maturity", entry.maturity.map(|one| name_of(&MATURITIES, one)).unwrap_or_default()),
        ("since", &since),
        ("size", entry.size.map(|one| name_of(&SIZES, one)).unwrap_or_default()),
        ("region", name_of(&REGIONS, entry.region)),
        ("level", entry.level.name()),
        ("until", &until),
    ];
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// What was typed, and what is wrong with it.
pub fn read(fields: &Fields, topics: &[topic::Model], (now, zone, words): (Time, Tz, Words)) -> Result<Entry, Faults> {
    let mut faults = Faults::new();
    let title = line(fields.get("title"), "title", &mut faults);
    if title.is_empty() {
        faults.add("title", "network-fault-title");
    }
    let body = text(fields.get("body"), "body", &mut faults);
    let side = of_name(&SIDES, fields.get("side"));
    if side.is_none() {
        faults.add("side", "network-fault-side");
    }
    let form = of_name(&FORMS, fields.get("form"));
    if form.is_none() {
        faults.add("form", "network-fault-form");
    }
    let topic = topics.iter().find(|row| row.slug == fields.get("topic"));
    if topic.is_none() {
        faults.add("topic", "network-fault-topic");
    }
    let year = now.with_timezone(&zone).year();
    let since = match fields.get("since").trim() {
        "" => None,
        typed => match typed.parse::<i32>().ok().filter(|since| (1950..=year + 10).contains(since)) {
            Some(since) => Some(since),
            None => {
                faults.add("since", "network-fault-year");
                None
            }
        },
    };
    let until = match fields.get("until").trim() {
        "" => None,
        typed => {
            let day = typed.parse::<NaiveDate>().ok().and_then(|day| day.succ_opt());
            let end = day.and_then(|day| zone.from_local_datetime(&day.and_time(NaiveTime::MIN)).earliest());
            match end.map(|end| end.to_utc()).filter(|end| *end > now) {
                Some(end) => Some(end),
                None => {
                    faults.add("until", "network-fault-until");
                    None
                }
            }
        }
    };
    let level = LEVELS.into_iter().find(|level| level.name() == fields.get("level")).unwrap_or(Level::Participants);
    match (side, form, topic) {
        (Some(side), Some(form), Some(topic)) if faults.is_empty() => Ok(Entry {
            side,
            form,
            topic: topic.id,
            title,
            body,
            maturity: of_name(&MATURITIES, fields.get("maturity")),
            since,
            size: of_name(&SIZES, fields.get("size")),
            region: of_name(&REGIONS, fields.get("region")).unwrap_or(Region::Anywhere),
            level,
            until,
        }),
        _ => {
            let labels: Vec<_> = FIELDS.iter().map(|(name, key)| ((*name).to_owned(), words.t(key))).collect();
            faults.name_all(&labels);
            Err(faults)
        }
    }
}
