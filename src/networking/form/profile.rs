//! The form of a profile.

use super::{line, number, text};
use crate::entity::profile::Reach;
use crate::rules::term;
use crate::rules::visibility::{Field, Level, Visibility};
use crate::service::profile::Profile;
use base::{Time, Uuid};
use chrono::{NaiveDate, NaiveTime, TimeZone};
use congress::entity::organisation::Kind;
use congress::entity::topic;
use congress::rules::check_link;
use locale::{Tz, Words};
use std::collections::BTreeSet;
use web::{Faults, Fields};

/// Kinds of bodies, as in forms and addresses.
pub const KINDS: [(Kind, &str); 8] = [
    (Kind::Municipality, "municipality"),
    (Kind::District, "district"),
    (Kind::Authority, "authority"),
    (Kind::Business, "business"),
    (Kind::University, "university"),
    (Kind::School, "school"),
    (Kind::Initiative, "initiative"),
    (Kind::Other, "other"),
];

pub fn kind_name(kind: Kind) -> &'static str {
    KINDS.iter().find(|(known, _)| *known == kind).map_or("other", |(_, name)| name)
}

/// Languages that people may name; each by its own name in the locale files.
pub const LANGUAGES: [&str; 12] = ["de", "en", "fr", "nl", "es", "it", "pl", "pt", "ru", "tr", "uk", "ar"];

/// The fields with the keys of their labels, in the order of the page.
const FIELDS: [(&str, &str); 13] = [
    ("given", "portal-given-name"),
    ("family", "portal-family-name"),
    ("organisation", "portal-organisation"),
    ("kind", "network-kind"),
    ("town", "network-town"),
    ("job", "network-job"),
    ("work", "network-work"),
    ("topic", "network-topics"),
    ("language", "network-languages"),
    ("links", "network-links"),
    ("phone", "network-phone"),
    ("reach", "network-reach"),
    ("agree", "network-agree"),
];

/// The field that says to whom another one shows.
pub fn level_field(field: Field) -> String {
    format!("show-{}", field.name())
}

/// What the form begins with.
pub fn fields(profile: &Profile, topics: &[topic::Model], zone: Tz) -> Fields {
    let reach = match profile.reach {
        Reach::Interest => "interest",
        Reach::Message => "message",
    };
    let pairs = [
        ("given", profile.given_name.as_str()),
        ("family", &profile.family_name),
        ("organisation", &profile.organisation),
        ("kind", kind_name(profile.organisation_kind)),
        ("town", &profile.town),
        ("job", &profile.job),
        ("work", &profile.work),
        ("links", &profile.links.join("\n")),
        ("phone", &profile.phone),
        ("reach", reach),
        ("place", if profile.on_site { "on-site" } else { "online" }),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()));
    let chosen = topics.iter().filter(|row| profile.topics.contains(&row.id));
    let chosen = chosen.map(|row| ("topic".to_owned(), row.slug.clone()));
    let spoken = profile.languages.iter().map(|tag| ("language".to_owned(), tag.clone()));
    let levels = Field::ALL.map(|field| (level_field(field), profile.visibility.of(field).name().to_owned()));
    let mut fields: Fields = pairs.into_iter().chain(chosen).chain(spoken).chain(levels).collect();
    for (from, until) in &profile.presence {
        let (from, until) = (from.with_timezone(&zone), until.with_timezone(&zone));
        fields.set(format!("from-{}", from.date_naive()), from.format("%H:%M").to_string());
        fields.set(format!("until-{}", from.date_naive()), until.format("%H:%M").to_string());
    }
    fields
}

/// The days of a congress in its zone.
pub fn days(from: Time, until: Time, zone: Tz) -> Vec<NaiveDate> {
    let (first, last) = (from.with_timezone(&zone).date_naive(), until.with_timezone(&zone).date_naive());
    first.iter_days().take_while(|day| *day <= last).take(31).collect()
}

/// What was typed, and what is wrong with it. `joins`: who joins has to agree.
pub fn read(
    fields: &Fields,
    topics: &[topic::Model],
    (days, zone, words): (&[NaiveDate], Tz, Words),
    joins: bool,
) -> Result<Profile, Faults> {
    let mut faults = Faults::new();
    let mut one = |field: &str| line(fields.get(field), field, &mut faults);
    let (given_name, family_name) = (one("given"), one("family"));
    let (organisation, town, job, phone) = (one("organisation"), one("town"), one("job"), one("phone"));
    if given_name.is_empty() && family_name.is_empty() {
        faults.add("family", "network-fault-name");
    }
    let work = text(fields.get("work"), "work", &mut faults);
    let typed = text(fields.get("links"), "links", &mut faults);
    let links: Vec<String> = typed.lines().map(str::trim).filter(|link| !link.is_empty()).map(str::to_owned).collect();
    if links.len() > term::LINKS {
        faults.add_with("links", "network-fault-links", &[("most", number(term::LINKS))]);
    } else if links.iter().any(|link| check_link(link).is_err()) {
        faults.add("links", "network-fault-link");
    }
    let chosen: BTreeSet<Uuid> =
        topics.iter().filter(|row| fields.all("topic").any(|slug| slug == row.slug)).map(|row| row.id).collect();
    if chosen.len() > term::TOPICS {
        faults.add_with("topic", "network-fault-topics", &[("most", number(term::TOPICS))]);
    }
    let languages =
        LANGUAGES.iter().filter(|tag| fields.all("language").any(|sent| sent == **tag)).map(|tag| (*tag).to_owned());
    if joins && !fields.has("agree") {
        faults.add("agree", "network-fault-agree");
    }
    let visibility = Field::ALL.into_iter().fold(Visibility::default(), |visibility, field| {
        match Level::from_name(fields.get(&level_field(field))) {
            Some(level) => visibility.with(field, level),
            None => visibility,
        }
    });
    let presence = presence(fields, days, zone, &mut faults);
    if !faults.is_empty() {
        return Err(named(faults, days, words));
    }
    Ok(Profile {
        given_name,
        family_name,
        organisation,
        organisation_kind: KINDS
            .iter()
            .find(|(_, name)| *name == fields.get("kind"))
            .map_or(Kind::Other, |(kind, _)| *kind),
        town,
        job,
        work,
        topics: chosen,
        languages: languages.collect(),
        links,
        phone,
        reach: if fields.get("reach") == "interest" { Reach::Interest } else { Reach::Message },
        visibility,
        on_site: fields.get("place") != "online",
        presence,
    })
}

/// The times that were typed for each day; a day without any is the whole day if no day has one.
fn presence(fields: &Fields, days: &[NaiveDate], zone: Tz, faults: &mut Faults) -> Vec<(Time, Time)> {
    let mut times = vec![];
    for day in days {
        let names = [format!("from-{day}"), format!("until-{day}")];
        let typed = names.each_ref().map(|name| fields.get(name).trim().to_owned());
        if typed.iter().all(String::is_empty) {
            continue;
        }
        let hour = |typed: &str| NaiveTime::parse_from_str(typed, "%H:%M").ok();
        let [from, until] = typed.each_ref().map(|typed| hour(typed));
        let at = |hour: NaiveTime| zone.from_local_datetime(&day.and_time(hour)).earliest().map(|at| at.to_utc());
        match (from.and_then(at), until.and_then(at)) {
            (Some(from), Some(until)) if from < until => times.push((from, until)),
            (Some(_), Some(_)) => faults.add(names[1].clone(), "network-fault-order"),
            (from, _) => faults.add(names[usize::from(from.is_some())].clone(), "network-fault-hour"),
        }
    }
    times
}

fn named(mut faults: Faults, days: &[NaiveDate], words: Words) -> Faults {
    let hours = days.iter().flat_map(|day| {
        [("from", "network-from"), ("until", "network-until")]
            .map(|(name, key)| (format!("{name}-{day}"), format!("{}, {}", words.day(*day), words.t(key))))
    });
    let labels: Vec<_> = FIELDS.iter().map(|(name, key)| ((*name).to_owned(), words.t(key))).chain(hours).collect();
    faults.name_all(&labels);
    faults
}

/// The words that whoever joins the directory of a congress agrees to.
pub fn wording(words: Words, congress: &base::Text) -> String {
    let name = congress.in_language(words.language());
    words.with("network-agree-words", &[("congress", name.into())])
}
