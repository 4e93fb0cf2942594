//! The registration form: its fields by name, and the order that they make.
//!
//! `buyer`, `organisation`, `buyer-name`, `buyer-email`, `self`, `terms`, and for each person `given-1`, `family-1`,
//! `email-1`, `category-1`, `language-1`. The buttons send `action`: `place`, `add`, `remove-1`, `update`.

use crate::query::offer::Offer;
use base::{Language, Uuid};
use garde::Validate;
use locale::Words;
use registration::entity::order::{BuyerKind, Source};
use registration::form::{AttendeeForm, BuyerForm, MAX_ATTENDEES, OrderForm};
use std::collections::{BTreeMap, BTreeSet};
use web::{Faults, Fields};

/// The parts of a person's names.
const PERSON: [&str; 5] = ["given", "family", "email", "category", "language"];
/// The rest.
const ONCE: [&str; 7] = ["placement", "buyer", "organisation", "buyer-name", "buyer-email", "self", "terms"];

/// What a button of the form asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Place,
    Add,
    Remove(usize),
    /// Shows prices and names as they are now.
    Update,
}

/// What was typed, with people numbered from 1 without a gap.
#[derive(Clone, Debug)]
pub struct Typed {
    pub fields: Fields,
    pub people: usize,
}

impl Typed {
    /// An empty form for one person. `placement` makes it one order, however often it is sent.
    pub fn fresh(placement: Uuid, language: Language, category: &str) -> Self {
        let fields = Fields::new()
            .with("placement", placement.to_string())
            .with("category-1", category)
            .with("language-1", language.tag());
        Self { fields, people: 1 }
    }

    /// What came, and what the button asks for. Names that are not of this form are left out.
    pub fn read(sent: &Fields) -> (Self, Action) {
        let action = match sent.get("action") {
            "add" => Action::Add,
            "update" => Action::Update,
            other => other.strip_prefix("remove-").and_then(|n| n.parse().ok()).map_or(Action::Place, Action::Remove),
        };
        let numbers: BTreeSet<usize> = sent.iter().filter_map(|(name, _)| person(name).map(|(_, n)| n)).collect();
        // One more than an order takes, so that it is told rather than cut.
        let places: BTreeMap<usize, usize> = numbers.into_iter().take(MAX_ATTENDEES + 1).zip(1..).collect();
        let mut seen = BTreeSet::new();
        let kept = sent.iter().filter_map(|(name, value)| {
            let name = match person(name) {
                Some((part, n)) => format!("{part}-{}", places.get(&n)?),
                None if ONCE.contains(&name) => name.to_owned(),
                None => return None,
            };
            seen.insert(name.clone()).then(|| (name, value.to_owned()))
        });
        let mut typed = Self { fields: kept.collect(), people: places.len().max(1) };
        typed.take_buyer();
        let action = match action {
            Action::Remove(n) => places.get(&n).map_or(Action::Update, |place| Action::Remove(*place)),
            other => other,
        };
        (typed, action)
    }

    /// "I take part myself": person 1 is who orders.
    fn take_buyer(&mut self) {
        if !self.fields.has("self") {
            return;
        }
        let (given, family) = split(self.fields.get("buyer-name"));
        let email = self.fields.get("buyer-email").to_owned();
        self.fields.set("given-1", given);
        self.fields.set("family-1", family);
        self.fields.set("email-1", email);
    }

    /// One more person, with the ticket and the language of the last one.
    pub fn add(&mut self) {
        if self.people >= MAX_ATTENDEES {
            return;
        }
        for part in ["category", "language"] {
            let value = self.fields.get(&format!("{part}-{}", self.people)).to_owned();
            self.fields.set(format!("{part}-{}", self.people + 1), value);
        }
        self.people += 1;
    }

    /// One person less; those behind move up. The last one stays. Who takes part themselves no longer does if they were
    /// the one.
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

    pub fn of(&self, part: &str, n: usize) -> &str {
        self.fields.get(&format!("{part}-{n}"))
    }

    /// The category of each person.
    pub fn categories(&self) -> impl Iterator<Item = &str> {
        (1..=self.people).map(|n| self.of("category", n))
    }

    pub fn placement(&self) -> Option<Uuid> {
        self.fields.get("placement").parse().ok()
    }

    fn kind(&self) -> Option<BuyerKind> {
        match self.fields.get("buyer") {
            "person" => Some(BuyerKind::Person),
            "business" => Some(BuyerKind::Business),
            "public_body" => Some(BuyerKind::PublicBody),
            _ => None,
        }
    }

    /// The order, with `consent` as the words that were agreed to. An address that is not typed is the buyer's; all
    /// work for the organisation that is typed once.
    fn order(&self, language: Language, consent: String) -> OrderForm {
        let get = |name: &str| self.fields.get(name).to_owned();
        let attendee = |n: usize| AttendeeForm {
            category: self.of("category", n).to_owned(),
            given_name: self.of("given", n).to_owned(),
            family_name: self.of("family", n).to_owned(),
            email: if self.of("email", n).trim().is_empty() {
                get("buyer-email")
            } else {
                self.of("email", n).to_owned()
            },
            organisation: get("organisation"),
            language: self.of("language", n).parse().unwrap_or(language),
        };
        OrderForm {
            buyer: BuyerForm {
                kind: self.kind().unwrap_or(BuyerKind::Person),
                by_hand: true,
                name: get("buyer-name"),
                email: get("buyer-email"),
                organisation: get("organisation"),
            },
            language,
            notify: true,
            source: Source::Web,
            placement: self.placement(),
            attendees: (1..=self.people).map(attendee).collect(),
            consent: Some(consent),
        }
    }

    /// The order, or all that is wrong with it.
    pub fn check(&self, offers: &[Offer], words: Words, consent: String) -> Result<OrderForm, Faults> {
        let order = self.order(words.language(), consent);
        let mut wrong: Vec<(String, String)> = vec![];
        let mut add = |field: String, message: &str| wrong.push((field, message.to_owned()));
        if self.kind().is_none() {
            add("buyer".into(), "portal-fault-buyer");
        }
        if let Err(report) = order.validate() {
            report.iter().for_each(|(path, error)| add(field(&path.to_string()), error.message()));
        }
        for (slug, n) in self.categories().zip(1..) {
            if !offers.iter().any(|offer| offer.slug() == slug) {
                add(format!("category-{n}"), "portal-fault-category");
            }
        }
        if !self.fields.has("terms") {
            add("terms".into(), "portal-fault-terms");
        }
        wrong.retain(|(field, _)| !self.is_the_buyers(field));
        wrong.sort_by_key(|(field, _)| place(field));
        let mut faults = Faults::new();
        wrong.into_iter().for_each(|(field, message)| faults.add(field, message));
        name_fields(&mut faults, self.people, words);
        if faults.is_empty() { Ok(order) } else { Err(faults) }
    }

    /// What is wrong with the buyer is not said again of person 1, nor of those who get no mail of their own.
    fn is_the_buyers(&self, field: &str) -> bool {
        match person(field) {
            Some(("given" | "family" | "email", 1)) if self.fields.has("self") => true,
            Some(("email", n)) => self.of("email", n).trim().is_empty(),
            _ => false,
        }
    }
}

/// What each field is called in the list of errors.
pub fn name_fields(faults: &mut Faults, people: usize, words: Words) {
    for (name, key) in
        [("organisation", "portal-organisation"), ("buyer-name", "portal-name"), ("buyer-email", "portal-email")]
    {
        faults.name(name, &words.t(key));
    }
    let parts = [
        ("given", "portal-given-name"),
        ("family", "portal-family-name"),
        ("email", "portal-email"),
        ("category", "portal-ticket"),
    ];
    for n in 1..=people {
        for (part, key) in parts {
            let label = words.with("portal-label-of-person", &[("label", words.t(key).into()), ("number", n.into())]);
            faults.name(&format!("{part}-{n}"), &label);
        }
    }
}

/// The field of a path of garde's: `attendees[0].given_name` is `given-1`.
fn field(path: &str) -> String {
    let Some(rest) = path.strip_prefix("attendees[") else {
        return match path {
            "buyer.name" => "buyer-name",
            "buyer.email" => "buyer-email",
            "buyer.organisation" => "organisation",
            // Too many, or none.
            _ => "given-1",
        }
        .to_owned();
    };
    let (index, member) = rest.split_once("].").unwrap_or((rest, ""));
    let n = index.parse::<usize>().unwrap_or_default() + 1;
    match member {
        "given_name" => format!("given-{n}"),
        "family_name" => format!("family-{n}"),
        "email" => format!("email-{n}"),
        // The organisation is typed once.
        _ => "organisation".to_owned(),
    }
}

/// Where a field stands on the page: errors are listed in this order.
fn place(field: &str) -> (usize, usize) {
    match person(field) {
        Some((part, n)) => (n, PERSON.iter().position(|known| *known == part).unwrap_or_default()),
        None if field == "terms" => (usize::MAX, 0),
        None => (0, ONCE.iter().position(|known| *known == field).unwrap_or_default()),
    }
}

/// `given-12`: the part and the number.
fn person(name: &str) -> Option<(&'static str, usize)> {
    let (part, n) = name.rsplit_once('-')?;
    let part = PERSON.into_iter().find(|known| *known == part)?;
    let n = n.parse().ok().filter(|n| *n > 0)?;
    Some((part, n))
}

/// "Petra Kemper": given and family name. Who it parts wrongly corrects it; a single name is a family name.
fn split(name: &str) -> (String, String) {
    let name = name.trim();
    name.rsplit_once(char::is_whitespace).map_or_else(
        || (String::new(), name.to_owned()),
        |(given, family)| (given.trim_end().to_owned(), family.to_owned()),
    )
}
