//! The desk's form of a topic.

use crate::service::topic::Topic;
use base::{Text, name};
use congress::entity::topic;
use locale::Words;
use web::{Faults, Fields};

const FIELDS: [(&str, &str); 8] = [
    ("name-de", "network-topic-name-de"),
    ("name-en", "network-topic-name-en"),
    ("slug", "network-topic-slug"),
    ("about-de", "network-topic-about-de"),
    ("about-en", "network-topic-about-en"),
    ("synonyms", "network-topic-synonyms"),
    ("parent", "network-topic-parent"),
    ("position", "network-topic-position"),
];

/// What the form begins with.
pub fn fields(topic: &Topic, all: &[topic::Model]) -> Fields {
    let parent = all.iter().find(|row| Some(row.id) == topic.parent).map_or("", |row| row.slug.as_str());
    let position = if topic.position == 0 { String::new() } else { topic.position.to_string() };
    let pairs = [
        ("name-de", topic.name.de.as_str()),
        ("name-en", &topic.name.en),
        ("slug", &topic.slug),
        ("about-de", &topic.about.de),
        ("about-en", &topic.about.en),
        ("synonyms", &topic.synonyms),
        ("parent", parent),
        ("position", &position),
    ];
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// What was typed.
pub fn read(fields: &Fields, all: &[topic::Model], words: Words) -> Result<Topic, Faults> {
    let mut faults = Faults::new();
    let clean = |field: &str| name::clean(fields.get(field));
    let name = Text::new(clean("name-de"), clean("name-en"));
    if name.de.is_empty() && name.en.is_empty() {
        faults.add("name-de", "network-fault-topic-name");
    }
    let position = match fields.get("position").trim() {
        "" => 0,
        typed => typed.parse().ok().filter(|n| (0..=9_999).contains(n)).unwrap_or_else(|| {
            faults.add("position", "network-fault-position");
            0
        }),
    };
    if !faults.is_empty() {
        let labels: Vec<_> = FIELDS.iter().map(|(name, key)| ((*name).to_owned(), words.t(key))).collect();
        faults.name_all(&labels);
        return Err(faults);
    }
    Ok(Topic {
        name,
        slug: fields.get("slug").trim().to_owned(),
        about: Text::new(fields.get("about-de").trim(), fields.get("about-en").trim()),
        synonyms: fields.get("synonyms").to_owned(),
        parent: all.iter().find(|row| row.slug == fields.get("parent")).map(|row| row.id),
        position,
    })
}
