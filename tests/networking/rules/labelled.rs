//! The ranking against people's judgement: `tests/data/networking/labelled.toml` says how it was judged and what it shows.

use super::sample::{ENTRY, ORGANISATION, PERSON, below, id, span, topic};
use ::base::{Chance, Language, Uuid};
use ::networking::rules::matching::{
    Bonds, Entry, Form, Kind, Maturity, Profile, Region, Setting, Side, Topics, Weights, rank,
};
use ::networking::rules::town::{SizeClass, Town};
use ::serde::Deserialize;
use ::std::collections::BTreeMap;

/// So many places of a list count.
const PLACES: usize = 5;

#[derive(Deserialize)]
struct File {
    topic: Vec<TopicRow>,
    profile: Vec<ProfileRow>,
    viewer: Vec<Judged>,
}

#[derive(Deserialize)]
struct TopicRow {
    id: String,
    parent: Option<String>,
}

#[derive(Deserialize)]
struct ProfileRow {
    id: String,
    organisation: String,
    kind: String,
    town: String,
    received: u32,
    there: String,
    #[serde(default)]
    works_on: Vec<String>,
    entries: Vec<EntryRow>,
}

#[derive(Deserialize)]
struct EntryRow {
    side: String,
    form: String,
    topic: String,
    maturity: Option<String>,
    since: Option<i32>,
    size: Option<String>,
    region: Option<String>,
}

#[derive(Deserialize)]
struct Judged {
    id: String,
    #[serde(default)]
    introduce: Vec<String>,
    #[serde(default)]
    meet: Vec<String>,
    #[serde(default)]
    know: Vec<String>,
}

/// One of some values by the word that the file has for it: "pilot-place" is `PilotPlace`.
fn word<T: std::fmt::Debug + Copy>(all: &[T], word: &str) -> T {
    let is = |value: &&T| format!("{value:?}").to_lowercase() == word.replace('-', "");
    *all.iter().find(is).unwrap_or_else(|| panic!("{word} is none of {all:?}"))
}

struct Set {
    topics: Topics,
    people: Vec<Profile>,
    /// Of each viewer, by their place, what the others are worth to them.
    judged: BTreeMap<usize, BTreeMap<Uuid, u32>>,
}

fn read() -> Set {
    let file: File = toml::from_str(include_str!("../../data/networking/labelled.toml")).unwrap();
    let topic_of = |name: &String| topic(file.topic.iter().position(|row| row.id == *name).unwrap());
    let person_of = |name: &String| file.profile.iter().position(|row| row.id == *name).unwrap();
    let entry = |person: usize, n: usize, row: &EntryRow| Entry {
        id: id(ENTRY, person * 100 + n),
        side: word(&[Side::Offer, Side::Need], &row.side),
        form: word(&Form::ALL, &row.form),
        topic: topic_of(&row.topic),
        maturity: row.maturity.as_ref().map(|name| word(&Maturity::ALL, name)),
        since: row.since,
        size: row.size.as_ref().map(|name| word(&SizeClass::ALL, name)),
        region: row.region.as_ref().map(|name| word(&[Region::Neighbourhood, Region::Owl, Region::Anywhere], name)),
    };
    let person = |(n, row): (usize, &ProfileRow)| Profile {
        id: id(PERSON, n),
        organisation: file
            .profile
            .iter()
            .position(|other| other.organisation == row.organisation)
            .map(|n| id(ORGANISATION, n)),
        kind: Some(word(&Kind::ALL, &row.kind)),
        town: Some(Town::find(&row.town).unwrap()),
        languages: vec![Language::De],
        presence: vec![match row.there.as_str() {
            "am" => span(0, 180),
            "pm" => span(240, 480),
            _ => span(0, 480),
        }],
        on_site: true,
        works_on: row.works_on.iter().map(topic_of).collect(),
        entries: row.entries.iter().enumerate().map(|(at, row)| entry(n, at, row)).collect(),
        received: row.received,
    };
    let grades = |judged: &Judged| {
        let lists = [(3, &judged.introduce), (2, &judged.meet), (1, &judged.know)];
        let each = lists.into_iter().flat_map(|(grade, list)| list.iter().map(move |name| (grade, name)));
        each.map(|(grade, name)| (id(PERSON, person_of(name)), grade)).collect()
    };
    Set {
        topics: Topics::new(file.topic.iter().map(|row| (topic_of(&row.id), row.parent.as_ref().map(topic_of)))),
        people: file.profile.iter().enumerate().map(person).collect(),
        judged: file.viewer.iter().map(|judged| (person_of(&judged.id), grades(judged))).collect(),
    }
}

/// What a list is worth by its grades: each counts the less the further down it stands.
fn gain(grades: impl Iterator<Item = u32>) -> f64 {
    let places = grades.take(PLACES).enumerate();
    places.map(|(place, grade)| (2_f64.powf(grade.into()) - 1.0) / (place as f64 + 2.0).log2()).sum()
}

/// nDCG: what a list is worth in shares of the best there could be.
fn share(list: &[Uuid], grades: &BTreeMap<Uuid, u32>) -> f64 {
    let mut best: Vec<u32> = grades.values().copied().collect();
    best.sort_unstable_by(|a, b| b.cmp(a));
    gain(list.iter().map(|other| grades.get(other).copied().unwrap_or_default())) / gain(best.into_iter())
}

/// The mean over all viewers of what a way of ranking is worth.
fn mean(set: &Set, mut list: impl FnMut(&Profile) -> Vec<Uuid>) -> f64 {
    let shares = set.judged.iter().map(|(viewer, grades)| share(&list(&set.people[*viewer]), grades));
    shares.sum::<f64>() / set.judged.len() as f64
}

#[test]
fn the_ranking_is_far_better_than_chance_and_than_popularity() {
    let set = read();
    assert!(set.people.len() >= 40 && set.judged.len() >= 12);
    let (bonds, weights) = (Bonds::default(), Weights::default());
    let ranked = |day: u64| {
        let setting = Setting { topics: &set.topics, bonds: &bonds, weights: &weights, day };
        mean(&set, |viewer| rank(viewer, &set.people, setting, PLACES).into_iter().map(|found| found.other).collect())
    };
    let days: Vec<f64> = (0..20).map(ranked).collect();
    let ours = days.iter().sum::<f64>() / days.len() as f64;
    let others = |viewer: &Profile| -> Vec<&Profile> {
        set.people.iter().filter(|other| other.organisation != viewer.organisation).collect()
    };
    let popular = mean(&set, |viewer| {
        let mut others = others(viewer);
        others.sort_by_key(|other| (std::cmp::Reverse(other.received), other.id));
        others.into_iter().map(|other| other.id).collect()
    });
    let chance = Chance::seeded(1);
    let random = |_| {
        mean(&set, |viewer| {
            let mut others = others(viewer);
            (1..others.len()).rev().for_each(|from| others.swap(from, below(&chance, from + 1)));
            others.into_iter().map(|other| other.id).collect()
        })
    };
    let random = (0..200).map(random).sum::<f64>() / 200.0;
    println!("nDCG@{PLACES}: ranking {ours:.3}, popularity {popular:.3}, chance {random:.3}");
    assert!(ours >= 0.75, "{ours}");
    assert!(ours >= popular + 0.35, "{ours} {popular}");
    assert!(ours >= random + 0.45, "{ours} {random}");
    // Turns are small: no day is bad.
    assert!(days.iter().all(|day| (day - ours).abs() < 0.05), "{days:?}");
}

#[test]
fn a_ranking_turned_upside_down_would_be_seen() {
    let set = read();
    let (bonds, weights) = (Bonds::default(), Weights::default());
    let setting = Setting { topics: &set.topics, bonds: &bonds, weights: &weights, day: 1 };
    let turned = mean(&set, |viewer| {
        let best = rank(viewer, &set.people, setting, usize::MAX);
        best.into_iter().rev().map(|found| found.other).collect()
    });
    assert!(turned < 0.45, "{turned}");
}
