//! The form of a cooperation.

use super::{line, number, text};
use crate::rules::cooperation::Circle;
use crate::rules::term;
use crate::service::cooperation::Cooperation;
use base::Uuid;
use chrono::NaiveDate;
use congress::entity::topic;
use congress::rules::check_link;
use locale::Words;
use web::{Faults, Fields};

const FIELDS: [(&str, &str); 9] = [
    ("title", "network-cooperation-title"),
    ("goal", "network-cooperation-goal"),
    ("topic", "network-topic"),
    ("circle", "network-cooperation-circle"),
    ("wanted", "network-cooperation-wanted"),
    ("next", "network-cooperation-next"),
    ("next-owner", "network-cooperation-next-owner"),
    ("next-on", "network-cooperation-next-day"),
    ("links", "network-cooperation-links"),
];

/// The fields, as the form calls them.
pub fn names(words: Words) -> Vec<(&'static str, String)> {
    FIELDS.iter().map(|(name, key)| (*name, words.t(key))).collect()
}

/// What the form begins with. `people`: those who are in it, each with the code of their page.
pub fn fields(of: &Cooperation, topics: &[topic::Model], people: &[(Uuid, String)]) -> Fields {
    let topic = topics.iter().find(|row| row.id == of.topic).map_or("", |row| row.slug.as_str());
    let owner = people.iter().find(|(id, _)| Some(*id) == of.next_owner).map_or("", |(_, code)| code.as_str());
    let pairs = [
        ("title", of.title.as_str()),
        ("goal", of.goal.as_str()),
        ("topic", topic),
        ("circle", of.circle.name()),
        ("seeks", if of.seeks { "yes" } else { "" }),
        ("wanted", of.wanted.as_str()),
        ("next", of.next.as_str()),
        ("next-owner", owner),
        ("next-on", of.next_on.as_deref().unwrap_or_default()),
        ("links", of.links.as_str()),
    ];
    let filled = pairs.into_iter().filter(|(_, value)| !value.is_empty());
    filled.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// What was typed, and what is wrong with it. `before`: who was to do the next step; whom whoever types does not see stays it.
pub fn read(
    fields: &Fields,
    topics: &[topic::Model],
    (people, before): (&[(Uuid, String)], Option<Uuid>),
    words: Words,
) -> Result<Cooperation, Faults> {
    let mut faults = Faults::new();
    let title = line(fields.get("title"), "title", &mut faults);
    if title.is_empty() {
        faults.add("title", "network-fault-cooperation-title");
    }
    let goal = text(fields.get("goal"), "goal", &mut faults);
    if goal.is_empty() {
        faults.add("goal", "network-fault-cooperation-goal");
    }
    let topic = topics.iter().find(|row| row.slug == fields.get("topic"));
    if topic.is_none() {
        faults.add("topic", "network-fault-cooperation-topic");
    }
    let circle = Circle::from_name(fields.get("circle"));
    if circle.is_none() {
        faults.add("circle", "network-fault-cooperation-circle");
    }
    let wanted = text(fields.get("wanted"), "wanted", &mut faults);
    let next = line(fields.get("next"), "next", &mut faults);
    let owner = people.iter().find(|(_, code)| code == fields.get("next-owner")).map(|(id, _)| *id);
    if owner.is_none() && !fields.get("next-owner").is_empty() {
        faults.add("next-owner", "network-fault-cooperation-owner");
    }
    let unseen = before.filter(|id| !next.is_empty() && !people.iter().any(|(known, _)| known == id));
    let owner = owner.or(unseen);
    let typed = fields.get("next-on").trim();
    let day = typed.parse::<NaiveDate>().ok().map(|day| day.to_string());
    if day.is_none() && !typed.is_empty() {
        faults.add("next-on", "network-fault-cooperation-day");
    }
    if next.is_empty() && (owner.is_some() || day.is_some()) {
        faults.add("next", "network-fault-cooperation-next");
    }
    let links = text(fields.get("links"), "links", &mut faults);
    let links: Vec<&str> = links.lines().map(str::trim).filter(|link| !link.is_empty()).collect();
    if links.len() > term::LINKS || links.iter().any(|link| check_link(link).is_err()) {
        faults.add_with("links", "network-fault-cooperation-links", &[("most", number(term::LINKS))]);
    }
    match (topic, circle) {
        (Some(topic), Some(circle)) if faults.is_empty() => Ok(Cooperation {
            topic: topic.id,
            title,
            goal,
            circle,
            seeks: fields.has("seeks"),
            wanted,
            next,
            next_owner: owner,
            next_on: day,
            links: links.join("\n"),
        }),
        _ => {
            let labels: Vec<_> = names(words).into_iter().map(|(name, label)| (name.to_owned(), label)).collect();
            faults.name_all(&labels);
            Err(faults)
        }
    }
}
