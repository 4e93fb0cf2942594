//! People to try rules with.

use ::base::{Chance, Language, Time, Uuid};
use ::chrono::{TimeDelta, TimeZone, Utc};
use ::networking::rules::matching::{
    Bonds, Entry, Form, Kind, Maturity, Nearness, Profile, Reason, Region, Setting, Side, Span, Topics, Weights,
};
use ::networking::rules::town::{SizeClass, Town};

pub const PERSON: u64 = 1;
pub const ORGANISATION: u64 = 2;
pub const TOPIC: u64 = 3;
pub const ENTRY: u64 = 4;
pub const TABLE: u64 = 5;

pub fn id(group: u64, n: usize) -> Uuid {
    Uuid::from_u64_pair(group, n as u64)
}

pub fn topic(n: usize) -> Uuid {
    id(TOPIC, n)
}

pub fn below(chance: &Chance, n: usize) -> usize {
    usize::try_from(chance.below(n as u64)).unwrap()
}

pub fn one_of<T: Copy>(chance: &Chance, all: &[T]) -> T {
    all[below(chance, all.len())]
}

/// Minutes after nine o'clock.
pub fn at(minutes: i64) -> Time {
    Utc.with_ymd_and_hms(2027, 3, 11, 9, 0, 0).unwrap() + TimeDelta::minutes(minutes)
}

pub fn span(from: i64, until: i64) -> Span {
    Span { from: at(from), until: at(until) }
}

/// Topics 0 to 11: 1, 2 and 3 are part of 0, 5 and 6 of 4, the others stand alone.
pub fn topics() -> Topics {
    let parent = |n: usize| match n {
        1..=3 => Some(topic(0)),
        5 | 6 => Some(topic(4)),
        _ => None,
    };
    Topics::new((0..12).map(|n| (topic(n), parent(n))))
}

/// Somebody of an organisation of their own of whom nothing is known.
pub fn person(n: usize) -> Profile {
    Profile {
        id: id(PERSON, n),
        organisation: Some(id(ORGANISATION, n)),
        kind: None,
        town: None,
        languages: vec![],
        presence: vec![],
        on_site: false,
        works_on: vec![],
        entries: vec![],
        received: 0,
    }
}

/// The entry of somebody, by its number among theirs.
pub fn entry(person: usize, n: usize, side: Side, form: Form, on: usize) -> Entry {
    let id = id(ENTRY, person * 100 + n);
    Entry { id, side, form, topic: topic(on), maturity: None, since: None, size: None, region: None }
}

/// Somebody of a municipality with one entry.
pub fn of(n: usize, town: &str, side: Side, form: Form, on: usize) -> Profile {
    Profile {
        kind: Some(Kind::Municipality),
        town: Town::find(town),
        entries: vec![entry(n, 0, side, form, on)],
        ..person(n)
    }
}

/// Some of a list.
fn some<T: Copy>(chance: &Chance, all: &[T], most: usize) -> Vec<T> {
    (0..below(chance, most + 1)).map(|_| one_of(chance, all)).collect()
}

fn maybe<T: Copy>(chance: &Chance, all: &[T]) -> Option<T> {
    (below(chance, 3) > 0).then(|| one_of(chance, all))
}

/// Somebody drawn at random, of few organisations, topics and towns, so that people have much in common.
pub fn random(chance: &Chance, n: usize) -> Profile {
    let towns: Vec<&Town> = Town::all().iter().collect();
    let on: Vec<Uuid> = (0..12).map(topic).collect();
    let entries = (0..below(chance, 5)).map(|own| Entry {
        maturity: maybe(chance, &Maturity::ALL),
        since: maybe(chance, &[2019, 2023]),
        size: maybe(chance, &SizeClass::ALL),
        region: maybe(chance, &[Region::Neighbourhood, Region::Owl, Region::Anywhere]),
        ..entry(n, own, one_of(chance, &[Side::Offer, Side::Need]), one_of(chance, &Form::ALL), below(chance, 12))
    });
    let hour = |_| {
        let from = i64::try_from(below(chance, 400)).unwrap();
        span(from, from + i64::try_from(below(chance, 120)).unwrap())
    };
    Profile {
        organisation: maybe(chance, &(0..20).map(|n| id(ORGANISATION, n)).collect::<Vec<_>>()),
        kind: maybe(chance, &Kind::ALL),
        town: maybe(chance, &towns),
        languages: some(chance, &Language::ALL, 2),
        presence: (0..below(chance, 3)).map(hour).collect(),
        on_site: below(chance, 4) > 0,
        works_on: some(chance, &on, 3),
        entries: entries.collect(),
        received: u32::try_from(below(chance, 40)).unwrap(),
        ..person(n)
    }
}

/// What there is between some of so many people, drawn at random.
pub fn bonds(chance: &Chance, people: usize) -> Bonds {
    let pairs = |most: usize| {
        let pair = |_| (id(PERSON, below(chance, people)), id(PERSON, below(chance, people)));
        (0..below(chance, most)).map(pair).collect()
    };
    Bonds { interested: pairs(people * 6), refused: pairs(people), blocked: pairs(people), contacts: pairs(people) }
}

/// What scores depend on, while nothing is between people.
pub struct World {
    pub topics: Topics,
    pub bonds: Bonds,
    pub weights: Weights,
    pub day: u64,
}

impl Default for World {
    fn default() -> Self {
        Self { topics: topics(), bonds: Bonds::default(), weights: Weights::default(), day: 1 }
    }
}

impl World {
    pub fn setting(&self) -> Setting<'_> {
        Setting { topics: &self.topics, bonds: &self.bonds, weights: &self.weights, day: self.day }
    }
}

/// The nearness that a reason is about.
pub fn nearness(reason: &Reason) -> Option<Nearness> {
    match reason {
        Reason::NeedMeetsOffer { near, .. } | Reason::NeedMeetsNeed { near, .. } => Some(*near),
        Reason::SameTopic { .. } => Some(Nearness::Same),
        _ => None,
    }
}
