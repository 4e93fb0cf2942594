//! To whom, as fields: groups of conditions.

use crate::query::campaign::Offer;
use base::{Language, Text, Uuid, name};
use campaign::rules::segment::{Criterion, Group, MAX_GROUPS, MAX_TERMS, Segment, Term};
use locale::Words;
use registration::entity::order::BuyerKind;
use sea_orm::ActiveEnum;
use web::{Faults, Fields};

/// What can be asked, in the order in which it is offered: as in forms, and at the end of keys in the locale files.
pub const CRITERIA: [&str; 26] = [
    "ticket",
    "category",
    "unpaid",
    "unapproved",
    "cancelled",
    "admitted",
    "buyer",
    "organisation",
    "town",
    "answered",
    "said-yes",
    "said-no",
    "language",
    "any-seat",
    "seat",
    "seat-track",
    "seat-type",
    "speaks",
    "speaks-in",
    "speaks-track",
    "speaks-type",
    "handed-in",
    "edition",
    "waiting-list",
    "agreed-to-news",
    "contact",
];

/// The longest part of a name that is looked for, in characters.
const MAX_PART: usize = 100;

pub fn criterion_name(criterion: &Criterion) -> &'static str {
    match criterion {
        Criterion::Ticket => "ticket",
        Criterion::Category(_) => "category",
        Criterion::Unpaid => "unpaid",
        Criterion::Unapproved => "unapproved",
        Criterion::Cancelled => "cancelled",
        Criterion::Admitted => "admitted",
        Criterion::Buyer(_) => "buyer",
        Criterion::Organisation(_) => "organisation",
        Criterion::Town(_) => "town",
        Criterion::Language(_) => "language",
        Criterion::AnySeat => "any-seat",
        Criterion::Seat(_) => "seat",
        Criterion::Speaks => "speaks",
        Criterion::SpeaksIn(_) => "speaks-in",
        Criterion::HandedIn => "handed-in",
        Criterion::Edition(_) => "edition",
        Criterion::WaitingList => "waiting-list",
        Criterion::AgreedToNews => "agreed-to-news",
        Criterion::Contact => "contact",
        Criterion::Answered(_) => "answered",
        Criterion::SaidYes(_) => "said-yes",
        Criterion::SaidNo(_) => "said-no",
        Criterion::SeatTrack(_) => "seat-track",
        Criterion::SeatType(_) => "seat-type",
        Criterion::SpeaksTrack(_) => "speaks-track",
        Criterion::SpeaksType(_) => "speaks-type",
    }
}

fn criterion(name: &str, of: &str) -> Option<Criterion> {
    let id = || of.parse().unwrap_or_default();
    // What was chosen of another criterion is no part of a name.
    let part = || if of.parse::<Uuid>().is_ok() { String::new() } else { name::clean(of) };
    Some(match name {
        "ticket" => Criterion::Ticket,
        "category" => Criterion::Category(id()),
        "unpaid" => Criterion::Unpaid,
        "unapproved" => Criterion::Unapproved,
        "cancelled" => Criterion::Cancelled,
        "admitted" => Criterion::Admitted,
        "buyer" => Criterion::Buyer(BuyerKind::try_from_value(&of.to_owned()).unwrap_or(BuyerKind::Person)),
        "organisation" => Criterion::Organisation(part()),
        "town" => Criterion::Town(part()),
        "language" => Criterion::Language(of.parse().unwrap_or(Language::De)),
        "any-seat" => Criterion::AnySeat,
        "seat" => Criterion::Seat(id()),
        "speaks" => Criterion::Speaks,
        "speaks-in" => Criterion::SpeaksIn(id()),
        "handed-in" => Criterion::HandedIn,
        "edition" => Criterion::Edition(id()),
        "waiting-list" => Criterion::WaitingList,
        "agreed-to-news" => Criterion::AgreedToNews,
        "contact" => Criterion::Contact,
        "answered" => Criterion::Answered(id()),
        "said-yes" => Criterion::SaidYes(id()),
        "said-no" => Criterion::SaidNo(id()),
        "seat-track" => Criterion::SeatTrack(id()),
        "seat-type" => Criterion::SeatType(id()),
        "speaks-track" => Criterion::SpeaksTrack(id()),
        "speaks-type" => Criterion::SpeaksType(id()),
        _ => return None,
    })
}

/// What a condition needs to know besides.
#[derive(Clone, Debug)]
pub enum Value<'a> {
    Nothing,
    /// Part of a name.
    Text(&'a str),
    Language(Language),
    Buyer(BuyerKind),
    /// One of these.
    One(Uuid, &'a [(Uuid, Text)]),
}

pub fn value_of<'a>(criterion: &'a Criterion, offer: &'a Offer) -> Value<'a> {
    match criterion {
        Criterion::Category(id) => Value::One(*id, &offer.categories),
        Criterion::Seat(id) | Criterion::SpeaksIn(id) => Value::One(*id, &offer.sessions),
        Criterion::Edition(id) => Value::One(*id, &offer.editions),
        Criterion::Answered(id) => Value::One(*id, &offer.options),
        Criterion::SaidYes(id) | Criterion::SaidNo(id) => Value::One(*id, &offer.questions),
        Criterion::SeatTrack(id) | Criterion::SpeaksTrack(id) => Value::One(*id, &offer.tracks),
        Criterion::SeatType(id) | Criterion::SpeaksType(id) => Value::One(*id, &offer.types),
        Criterion::Organisation(part) | Criterion::Town(part) => Value::Text(part),
        Criterion::Language(language) => Value::Language(*language),
        Criterion::Buyer(kind) => Value::Buyer(*kind),
        Criterion::Ticket
        | Criterion::Unpaid
        | Criterion::Unapproved
        | Criterion::Cancelled
        | Criterion::Admitted
        | Criterion::AnySeat
        | Criterion::Speaks
        | Criterion::HandedIn
        | Criterion::WaitingList
        | Criterion::AgreedToNews
        | Criterion::Contact => Value::Nothing,
    }
}

fn of(criterion: &Criterion) -> String {
    match value_of(criterion, &Offer::default()) {
        Value::Nothing => String::new(),
        Value::Text(part) => part.to_owned(),
        Value::Language(language) => language.tag().to_owned(),
        Value::Buyer(kind) => kind.to_value(),
        Value::One(id, _) if id.is_nil() => String::new(),
        Value::One(id, _) => id.to_string(),
    }
}

pub fn put(fields: &mut Fields, segment: &Segment) {
    for (g, group) in (1..).zip(&segment.any) {
        // A group without conditions is one all the same, while it is typed.
        fields.set(format!("group-{g}"), "on");
        for (n, term) in (1..).zip(&group.all) {
            fields.set(format!("term-{g}-{n}-not"), if term.not { "not" } else { "" });
            fields.set(format!("term-{g}-{n}-is"), criterion_name(&term.criterion));
            fields.set(format!("term-{g}-{n}-of"), of(&term.criterion));
        }
    }
}

pub fn read(fields: &Fields) -> Segment {
    let term = |g: usize, n: usize| {
        let of = fields.get(&format!("term-{g}-{n}-of")).trim();
        let criterion = criterion(fields.get(&format!("term-{g}-{n}-is")), of)?;
        Some(Term { not: fields.get(&format!("term-{g}-{n}-not")) == "not", criterion })
    };
    let group = |g: usize| {
        let there = fields.has(&format!("group-{g}")) || fields.has(&format!("term-{g}-1-is"));
        there.then(|| Group { all: (1..=MAX_TERMS).map_while(|n| term(g, n)).collect() })
    };
    Segment { any: (1..=MAX_GROUPS).map_while(group).collect() }
}

pub fn check(segment: &Segment, offer: &Offer, faults: &mut Faults) {
    for (g, group) in (1..).zip(&segment.any) {
        for (n, term) in (1..).zip(&group.all) {
            let field = format!("term-{g}-{n}-of");
            match value_of(&term.criterion, offer) {
                Value::Text("") => faults.add(field, "desk-settings-fault-missing"),
                Value::Text(part) if part.chars().count() > MAX_PART => {
                    faults.add_with(field, "campaign-fault-long", &[("max", MAX_PART.into())]);
                }
                Value::One(id, known) if !known.iter().any(|(known, _)| *known == id) => {
                    faults.add(field, "campaign-fault-choose");
                }
                _ => {}
            }
        }
    }
}

/// What the fields are called in the list of errors.
pub fn names(segment: &Segment, words: Words) -> Vec<(String, String)> {
    let mut names = vec![];
    for (g, group) in (1..).zip(&segment.any) {
        for n in 1..=group.all.len() {
            let label = words.with("campaign-term-number", &[("group", g.into()), ("n", n.into())]);
            names.push((format!("term-{g}-{n}-of"), label));
        }
    }
    names
}

/// One more condition, which the form asks for.
pub fn first() -> Term {
    Term { not: false, criterion: Criterion::Ticket }
}
