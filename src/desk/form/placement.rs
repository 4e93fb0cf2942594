//! The form in which staff order for somebody: its fields by name, and the order that they make.
//!
//! `buyer-kind`, `buyer-name`, `buyer-organisation`, `buyer-email`, `language`, `self`, `notify`, `note`, `voucher`, `paste`, and
//! for each person `given-1`, `family-1`, `email-1`, `organisation-1`, `category-1`, and `extra-1` as often as something goes
//! with the ticket; where the invoice goes.

use super::person::{BUYER, buyer_form, kind, labels, language};
use crate::query::placement::{Choice, Offer};
use base::{Language, Time, Uuid};
use congress::rules::question::Typed;
use garde::Validate;
use locale::Words;
use registration::entity::order::Source;
use registration::form::pasting::PASTE;
use registration::form::people::{Action, Layout, People};
use registration::form::{AttendeeForm, Billing, NoteForm, OrderForm, VoucherForm};
use registration::rules::pricing;
use std::collections::BTreeSet;
use web::{Faults, Fields};

/// The parts of a person, with the keys of their labels.
const PERSON: [(&str, &str); 6] = [
    ("given", "desk-field-given-name"),
    ("family", "desk-field-family-name"),
    ("email", "desk-field-mailbox"),
    ("organisation", "desk-field-organisation"),
    ("category", "desk-field-category"),
    (EXTRA, "desk-extras"),
];
/// What goes with a ticket: as often as something is ticked.
pub const EXTRA: &str = "extra";
/// The code of a voucher.
pub const VOUCHER: &str = "voucher";
/// What the form asks.
const LAYOUT: Layout = Layout {
    parts: &["given", "family", "email", "organisation", "category", EXTRA],
    once: &[
        "placement",
        "buyer-kind",
        "buyer-name",
        "buyer-organisation",
        "buyer-email",
        "language",
        "notify",
        "test",
        "note",
        VOUCHER,
        PASTE,
    ],
    passed_on: &["category"],
    of_buyer: &[("email", "buyer-email"), ("organisation", "buyer-organisation")],
};

/// What was typed.
#[derive(Clone, Debug)]
pub struct Placement {
    pub people: People,
}

impl Placement {
    /// An empty form for one person. `placement` makes it one order, however often it is sent.
    pub fn fresh(placement: Uuid, language: Language, category: &str) -> Self {
        let fields = Fields::new()
            .with("placement", placement.to_string())
            .with("language", language.tag())
            .with("notify", "on")
            .with("category-1", category);
        Self { people: People::fresh(fields, &LAYOUT) }
    }

    /// What came, and what the button asks for.
    pub fn read(sent: &Fields) -> (Self, Action) {
        let (people, action) = People::read(sent, &LAYOUT);
        (Self { people }, action)
    }

    /// The people who have this category.
    pub fn with_category<'a>(&'a self, wanted: &'a str) -> impl Iterator<Item = usize> + 'a {
        (1..=self.people.count).filter(move |n| self.people.of("category", *n) == wanted)
    }

    /// What somebody has ticked beside the ticket.
    pub fn ticked(&self, n: usize) -> impl Iterator<Item = &str> {
        let wanted = format!("{EXTRA}-{n}");
        self.people.fields.iter().filter(move |(name, _)| *name == wanted).map(|(_, slug)| slug)
    }

    /// The people who have ticked this.
    pub fn with_extra<'a>(&'a self, wanted: &'a str) -> impl Iterator<Item = usize> + 'a {
        (1..=self.people.count).filter(move |n| self.ticked(*n).any(|slug| slug == wanted))
    }

    /// What it would cost now. None: what a voucher takes off is known when it is ordered.
    fn cents(&self, offer: &Offer, now: Time) -> Option<i64> {
        let fields = &self.people.fields;
        if fields.has("test") {
            return Some(0);
        }
        if self.voucher().is_some() {
            return None;
        }
        let sum = |chosen: Vec<&Choice>| {
            let views: Vec<_> = chosen.iter().map(|choice| &choice.view).collect();
            pricing::sum(&pricing::agreed(&views, now))
        };
        let all = 1..=self.people.count;
        let tickets = all.clone().map(|n| self.people.of("category", n));
        let tickets = tickets.filter_map(|slug| offer.tickets.iter().find(|choice| choice.slug() == slug));
        let extras = all.flat_map(|n| self.ticked(n));
        let extras = extras.filter_map(|slug| offer.extras.iter().find(|choice| choice.slug() == slug));
        Some(sum(tickets.collect()) + sum(extras.collect()))
    }

    pub fn note(&self) -> NoteForm {
        NoteForm::cleaned(self.people.fields.get("note"))
    }

    /// The voucher that is given; for as many tickets as it reaches.
    fn voucher(&self) -> Option<VoucherForm> {
        let code = self.people.fields.get(VOUCHER).trim();
        (!code.is_empty()).then(|| VoucherForm { code: code.to_owned(), reach: 1 })
    }

    /// An address and an organisation that are not typed are the buyer's.
    fn order(&self) -> OrderForm {
        let buyer = buyer_form(&self.people.fields);
        let language = language(&self.people.fields);
        let or = |typed: &str, other: &str| if typed.trim().is_empty() { other.to_owned() } else { typed.to_owned() };
        let attendee = |n: usize| AttendeeForm {
            category: self.people.of("category", n).to_owned(),
            nameless: false,
            given_name: self.people.of("given", n).to_owned(),
            family_name: self.people.of("family", n).to_owned(),
            email: or(self.people.of("email", n), &buyer.email),
            organisation: or(self.people.of("organisation", n), &buyer.organisation),
            language,
            answers: Typed::new(),
            extras: self.ticked(n).map(str::to_owned).collect(),
        };
        OrderForm {
            attendees: (1..=self.people.count).map(attendee).collect(),
            language,
            notify: self.people.fields.has("notify"),
            source: Source::Desk,
            test: self.people.fields.has("test"),
            placement: self.people.fields.get("placement").parse().ok(),
            voucher: self.voucher(),
            consent: None,
            answers: Typed::new(),
            unlocked: BTreeSet::new(),
            buyer,
        }
    }

    /// The order, or all that is wrong with it.
    pub fn check(&self, offer: &Offer, now: Time, words: Words) -> Result<OrderForm, Faults> {
        let order = self.order();
        let mut faults = Faults::new();
        if kind(&self.people.fields).is_none() {
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
        let cents = self.cents(offer, now).unwrap_or_default();
        Billing::tell(&order.buyer.billing.missing(order.buyer.kind, cents), &mut faults);
        if let Err(report) = self.note().validate() {
            faults.extend(Faults::from_report(&report));
        }
        name_fields(&mut faults, self.people.count, words);
        if faults.is_empty() { Ok(order) } else { Err(faults) }
    }

    /// What is wrong with the buyer is not said again of those who have it from there.
    fn is_the_buyers(&self, field: &str) -> bool {
        match LAYOUT.person(field) {
            Some((_, 1)) if self.people.has_buyer() => true,
            Some((part @ ("email" | "organisation"), n)) => self.people.of(part, n).trim().is_empty(),
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
    labels.extend([
        (PASTE.to_owned(), words.t("desk-hand-paste-title")),
        (VOUCHER.to_owned(), words.t("desk-hand-voucher")),
        ("note".to_owned(), words.t("desk-note")),
    ]);
    faults.name_all(&labels);
}

/// The field of a path of garde's: `attendees[0].given_name` is `given-1`.
fn field(path: &str) -> String {
    let Some((index, member)) = path.strip_prefix("attendees[").and_then(|rest| rest.split_once("].")) else {
        // The buyer's, or too many people.
        return if path.starts_with("buyer.") { path.replace(['.', '_'], "-") } else { "given-1".to_owned() };
    };
    let n = index.parse::<usize>().unwrap_or_default() + 1;
    format!("{}-{n}", member.trim_end_matches("_name"))
}
