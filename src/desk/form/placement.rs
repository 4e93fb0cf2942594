//! The form in which staff order for somebody: its fields by name, and the order that they make.
//!
//! `buyer-kind`, `buyer-name`, `buyer-organisation`, `buyer-email`, `language`, `self`, `notify`, `note`, `paste`, and
//! for each person `given-1`, `family-1`, `email-1`, `organisation-1`, `category-1`. The buttons send `action`: `place`,
//! `add`, `remove-1`, `paste`.

use super::person::{BUYER, buyer_form, kind, labels, language};
use base::{Language, Uuid};
use garde::Validate;
use locale::Words;
use registration::entity::order::Source;
use registration::form::{AttendeeForm, MAX_ATTENDEES, NoteForm, OrderForm};
use std::collections::{BTreeMap, BTreeSet};
use web::{Faults, Fields};

/// The parts of a person, with the keys of their labels.
const PERSON: [(&str, &str); 5] = [
    ("given", "desk-field-given-name"),
    ("family", "desk-field-family-name"),
    ("email", "desk-field-mailbox"),
    ("organisation", "desk-field-organisation"),
    ("category", "desk-field-category"),
];
/// The rest.
const ONCE: [&str; 10] = [
    "placement",
    "buyer-kind",
    "buyer-name",
    "buyer-organisation",
    "buyer-email",
    "language",
    "self",
    "notify",
    "note",
    "paste",
];

/// What a button asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Place,
    Add,
    Remove(usize),
    /// Takes the pasted lines as people.
    Paste,
}

/// What was typed, with people numbered from 1 without a gap.
#[derive(Clone, Debug)]
pub struct Placement {
    pub fields: Fields,
    pub people: usize,
}

impl Placement {
    /// An empty form for one person. `placement` makes it one order, however often it is sent.
    pub fn fresh(placement: Uuid, language: Language, category: &str) -> Self {
        let fields = Fields::new()
            .with("placement", placement.to_string())
            .with("language", language.tag())
            .with("notify", "on")
            .with("category-1", category);
        Self { fields, people: 1 }
    }

    /// What came, and what the button asks for. Names that are not of this form are left out.
    pub fn read(sent: &Fields) -> (Self, Action) {
        let numbers: BTreeSet<usize> = sent.iter().filter_map(|(name, _)| person(name).map(|(_, n)| n)).collect();
        // One more than an order takes, so that it is told rather than cut.
        let places: BTreeMap<usize, usize> = numbers.into_iter().take(MAX_ATTENDEES + 1).zip(1..).collect();
        let kept = sent.iter().filter_map(|(name, value)| {
            let name = match person(name) {
                Some((part, n)) => format!("{part}-{}", places.get(&n)?),
                None => ONCE.contains(&name).then(|| name.to_owned())?,
            };
            Some((name, value.to_owned()))
        });
        let mut typed = Self { fields: kept.collect(), people: places.len().max(1) };
        typed.take_buyer();
        let action = match sent.get("action") {
            "add" => Action::Add,
            "paste" => Action::Paste,
            other => other
                .strip_prefix("remove-")
                .and_then(|n| places.get(&n.parse().ok()?).copied())
                .map_or(Action::Place, Action::Remove),
        };
        (typed, action)
    }

    /// "Takes part": person 1 is who orders.
    fn take_buyer(&mut self) {
        if !self.fields.has("self") {
            return;
        }
        let (given, family) = split(self.fields.get("buyer-name"));
        self.fields.set("given-1", given);
        self.fields.set("family-1", family);
        for part in ["email", "organisation"] {
            let value = self.fields.get(&format!("buyer-{part}")).to_owned();
            self.fields.set(format!("{part}-1"), value);
        }
    }

    /// One more person, with the ticket of the last one.
    pub fn add(&mut self) {
        if self.people < MAX_ATTENDEES {
            let category = self.of("category", self.people).to_owned();
            self.people += 1;
            self.fields.set(format!("category-{}", self.people), category);
        }
    }

    /// One person less; those behind move up. The last one stays.
    pub fn remove(&mut self, gone: usize) {
        if self.people < 2 || gone == 0 || gone > self.people {
            return;
        }
        let moved = self.fields.iter().filter_map(|(name, value)| match person(name) {
            Some((_, n)) if n == gone => None,
            Some((part, n)) if n > gone => Some((format!("{part}-{}", n - 1), value.to_owned())),
            _ if name == "self" && gone == 1 => None,
            _ => Some((name.to_owned(), value.to_owned())),
        });
        self.fields = moved.collect();
        self.people -= 1;
    }

    /// Takes each pasted line as a person, in the place of those of whom nothing is typed. What does not fit any more
    /// stays where it was pasted.
    pub fn paste(&mut self) {
        let pasted = self.fields.get("paste").to_owned();
        let mut left = vec![];
        for line in pasted.lines().filter(|line| !line.trim().is_empty()) {
            if !self.is_blank(self.people) {
                if self.people >= MAX_ATTENDEES {
                    left.push(line);
                    continue;
                }
                self.add();
            }
            let n = self.people;
            let (name, email, organisation) = parts(line);
            let (given, family) = split(name);
            let values = [("given", &*given), ("family", &*family), ("email", email), ("organisation", organisation)];
            for (part, value) in values {
                self.fields.set(format!("{part}-{n}"), value);
            }
        }
        self.fields.set("paste", left.join("\n"));
    }

    fn is_blank(&self, n: usize) -> bool {
        ["given", "family", "email", "organisation"].iter().all(|part| self.of(part, n).trim().is_empty())
    }

    pub fn of(&self, part: &str, n: usize) -> &str {
        self.fields.get(&format!("{part}-{n}"))
    }

    /// The people who have this category.
    pub fn with_category<'a>(&'a self, wanted: &'a str) -> impl Iterator<Item = usize> + 'a {
        (1..=self.people).filter(move |n| self.of("category", *n) == wanted)
    }

    pub fn note(&self) -> NoteForm {
        NoteForm::cleaned(self.fields.get("note"))
    }

    /// An address and an organisation that are not typed are the buyer's.
    fn order(&self) -> OrderForm {
        let buyer = buyer_form(&self.fields);
        let language = language(&self.fields);
        let or = |typed: &str, other: &str| if typed.trim().is_empty() { other.to_owned() } else { typed.to_owned() };
        let attendee = |n: usize| AttendeeForm {
            category: self.of("category", n).to_owned(),
            given_name: self.of("given", n).to_owned(),
            family_name: self.of("family", n).to_owned(),
            email: or(self.of("email", n), &buyer.email),
            organisation: or(self.of("organisation", n), &buyer.organisation),
            language,
        };
        OrderForm {
            attendees: (1..=self.people).map(attendee).collect(),
            language,
            notify: self.fields.has("notify"),
            source: Source::Desk,
            placement: self.fields.get("placement").parse().ok(),
            consent: None,
            buyer,
        }
    }

    /// The order, or all that is wrong with it.
    pub fn check(&self, words: Words) -> Result<OrderForm, Faults> {
        let order = self.order();
        let mut faults = Faults::new();
        if kind(&self.fields).is_none() {
            faults.add("buyer-kind", "desk-fault-buyer-kind");
        }
        if let Err(report) = order.validate() {
            for (path, error) in report.iter() {
                let field = field(&path.to_string());
                if !self.is_the_buyers(&field) {
                    faults.add(field, error.message());
                }
            }
        }
        if let Err(report) = self.note().validate() {
            faults.extend(Faults::from_report(&report));
        }
        name_fields(&mut faults, self.people, words);
        if faults.is_empty() { Ok(order) } else { Err(faults) }
    }

    /// What is wrong with the buyer is not said again of those who have it from there.
    fn is_the_buyers(&self, field: &str) -> bool {
        match person(field) {
            Some((_, 1)) if self.fields.has("self") => true,
            Some((part @ ("email" | "organisation"), n)) => self.of(part, n).trim().is_empty(),
            _ => false,
        }
    }
}

/// What each field is called in the list of errors, which is in the order of the page.
pub fn name_fields(faults: &mut Faults, people: usize, words: Words) {
    let mut labels = labels(&BUYER, words);
    for (n, (part, key)) in (1..=people).flat_map(|n| PERSON.map(|person| (n, person))) {
        let label = words.with("desk-hand-label", &[("label", words.t(key).into()), ("number", n.into())]);
        labels.push((format!("{part}-{n}"), label));
    }
    faults.name_all(&labels);
}

/// The field of a path of garde's: `attendees[0].given_name` is `given-1`.
fn field(path: &str) -> String {
    let Some((index, member)) = path.strip_prefix("attendees[").and_then(|rest| rest.split_once("].")) else {
        // The buyer's, or too many people.
        return if path.starts_with("buyer.") { path.replace('.', "-") } else { "given-1".to_owned() };
    };
    let n = index.parse::<usize>().unwrap_or_default() + 1;
    format!("{}-{n}", member.trim_end_matches("_name"))
}

/// `given-12`: the part and the number.
fn person(name: &str) -> Option<(&'static str, usize)> {
    let (part, n) = name.rsplit_once('-')?;
    let (part, _) = PERSON.into_iter().find(|(known, _)| *known == part)?;
    let n = n.parse().ok().filter(|n| *n > 0)?;
    Some((part, n))
}

/// "Petra Kemper <p.kemper@delbrueck.example>; Stadt Delbrück": name, address, organisation. Tabs part as well, as
/// spreadsheets do.
fn parts(line: &str) -> (&str, &str, &str) {
    let (person, organisation) = line.split_once([';', '\t']).unwrap_or((line, ""));
    let (name, email) = match person.split_once('<') {
        Some((name, rest)) => (name, rest.split('>').next().unwrap_or_default()),
        // An address without brackets is the word with an @ in it.
        None => match person.split_whitespace().find(|word| word.contains('@')) {
            Some(email) => (person.split(email).next().unwrap_or_default(), email),
            None => (person, ""),
        },
    };
    (name.trim(), email.trim(), organisation.trim())
}

/// "Petra Kemper": given and family name; a single name is a family name. "Kemper, Petra" as lists have it.
fn split(name: &str) -> (String, String) {
    let name = name.trim().trim_end_matches(',');
    if let Some((family, given)) = name.split_once(',') {
        return (given.trim().to_owned(), family.trim().to_owned());
    }
    name.rsplit_once(char::is_whitespace).map_or_else(
        || (String::new(), name.to_owned()),
        |(given, family)| (given.trim_end().to_owned(), family.to_owned()),
    )
}
