//! What people and programs hand in. The messages are keys of the locale files.

pub mod answers;
mod billing;
pub mod pasting;
pub mod people;
pub mod waiting;

pub use billing::Billing;

use crate::entity::order::{BuyerKind, Source};
use base::contact::AddressFault;
use base::{Language, Uuid, contact, name};
use congress::rules::question::Typed;
use garde::{Error, Validate};
use std::collections::BTreeSet;

/// The most attendees that one order takes.
pub const MAX_ATTENDEES: usize = 100;

/// An order as it is typed.
#[derive(Clone, Debug, Validate)]
pub struct OrderForm {
    #[garde(dive)]
    pub buyer: BuyerForm,
    #[garde(skip)]
    pub language: Language,
    /// Whether mails go out by themselves.
    #[garde(skip)]
    pub notify: bool,
    #[garde(skip)]
    pub source: Source,
    /// Made when the form was shown: the same form sent twice is one order.
    #[garde(skip)]
    pub placement: Option<Uuid>,
    #[garde(custom(some_attendees), dive)]
    pub attendees: Vec<AttendeeForm>,
    #[garde(skip)]
    pub voucher: Option<VoucherForm>,
    /// Staff try something out: it counts nowhere.
    #[garde(skip)]
    pub test: bool,
    /// The words on terms and data protection that were agreed to, as they were shown.
    #[garde(skip)]
    pub consent: Option<String>,
    /// To the questions that are asked once, by their short names. The service looks at them.
    #[garde(skip)]
    pub answers: Typed,
    /// Categories that are not shown to all, and something unlocked for whoever orders: a link, a voucher.
    #[garde(skip)]
    pub unlocked: BTreeSet<Uuid>,
}

/// A voucher that is given with an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoucherForm {
    /// Its code, as it was typed.
    pub code: String,
    /// So many tickets it must reach for, as far as there are so many that it is for: what was shown to who orders is not
    /// silently less. 1: whatever it reaches for.
    pub reach: usize,
}

/// Who orders.
#[derive(Clone, Debug, Validate)]
pub struct BuyerForm {
    #[garde(skip)]
    pub kind: BuyerKind,
    /// Typed into a page, where whoever orders for a body is asked for its name. Programs may leave it out.
    #[garde(skip)]
    pub by_hand: bool,
    #[garde(custom(a_name))]
    pub name: String,
    #[garde(custom(an_address))]
    pub email: String,
    #[garde(custom(organisation_of(self.kind, self.by_hand)))]
    pub organisation: String,
    /// For the invoice. Empty where nothing is to be paid.
    #[garde(dive)]
    pub billing: Billing,
}

/// Who takes part.
#[derive(Clone, Debug, Validate)]
pub struct AttendeeForm {
    /// The category's short name.
    #[garde(skip)]
    pub category: String,
    /// A place that is passed on later: who takes it says their name then. Until then its mails are the buyer's.
    #[garde(skip)]
    pub nameless: bool,
    #[garde(custom(name_like))]
    pub given_name: String,
    #[garde(custom(one_name_unless(self.nameless, &self.given_name)))]
    pub family_name: String,
    #[garde(custom(an_address))]
    pub email: String,
    #[garde(custom(name_like))]
    pub organisation: String,
    #[garde(skip)]
    pub language: Language,
    /// To the questions that are asked of each person, by their short names.
    #[garde(skip)]
    pub answers: Typed,
    /// Short names of what goes with the ticket.
    #[garde(skip)]
    pub extras: Vec<String>,
}

impl OrderForm {
    /// The same with what was typed cleaned: composed characters, no white space around, no control characters.
    #[must_use]
    pub fn cleaned(mut self) -> Self {
        self.buyer.name = name::clean(&self.buyer.name);
        self.buyer.organisation = name::clean(&self.buyer.organisation);
        self.buyer.billing = self.buyer.billing.cleaned();
        for attendee in &mut self.attendees {
            attendee.given_name = name::clean(&attendee.given_name);
            attendee.family_name = name::clean(&attendee.family_name);
            attendee.organisation = name::clean(&attendee.organisation);
            if attendee.nameless {
                attendee.given_name.clear();
                attendee.family_name.clear();
                attendee.email.clone_from(&self.buyer.email);
            }
        }
        self
    }
}

fn some_attendees(attendees: &[AttendeeForm], _: &()) -> garde::Result {
    match attendees.len() {
        0 => Err(Error::new("registration-fault-no-attendee")),
        n if n > MAX_ATTENDEES => Err(Error::new("registration-fault-too-many-attendees")),
        _ => Ok(()),
    }
}

/// Not empty, not longer than a name can be.
pub fn a_name(typed: &str, context: &()) -> garde::Result {
    if name::clean(typed).is_empty() {
        return Err(Error::new("registration-fault-name-missing"));
    }
    name_like(typed, context)
}

/// Not longer than a name can be, and no address of a page: names stand in mails to others.
fn name_like(typed: &str, _: &()) -> garde::Result {
    let lower = typed.to_lowercase();
    if lower.contains("://") || lower.contains("www.") {
        return Err(Error::new("registration-fault-link"));
    }
    if typed.chars().count() > name::MAX_NAME { Err(Error::new("registration-fault-too-long")) } else { Ok(()) }
}

/// A place without a name needs none.
fn one_name_unless(nameless: bool, given: &str) -> impl FnOnce(&str, &()) -> garde::Result + '_ {
    move |family, context| if nameless { Ok(()) } else { one_name(given)(family, context) }
}

/// People with one name only exist: one of the two is enough.
fn one_name(given: &str) -> impl FnOnce(&str, &()) -> garde::Result + '_ {
    move |family, context| {
        if name::clean(given).is_empty() && name::clean(family).is_empty() {
            return Err(Error::new("registration-fault-name-missing"));
        }
        name_like(family, context)
    }
}

/// Whoever orders for a body names it.
fn organisation_of(kind: BuyerKind, by_hand: bool) -> impl FnOnce(&str, &()) -> garde::Result {
    move |organisation, context| {
        if by_hand && kind != BuyerKind::Person && name::clean(organisation).is_empty() {
            return Err(Error::new("registration-fault-organisation-missing"));
        }
        name_like(organisation, context)
    }
}

fn an_address(typed: &str, _: &()) -> garde::Result {
    contact::check(typed).map(|_| ()).map_err(|fault| Error::new(address_message(fault)))
}

/// What is wrong with a mail address, as a key of the locale files.
pub fn address_message(fault: AddressFault) -> &'static str {
    match fault {
        AddressFault::Empty => "registration-fault-email-missing",
        AddressFault::NoAt => "registration-fault-email-no-at",
        AddressFault::Malformed => "registration-fault-email-malformed",
        AddressFault::NoDomain => "registration-fault-email-no-domain",
        AddressFault::TooLong => "registration-fault-too-long",
    }
}

/// A corrected name.
#[derive(Clone, Debug, Validate)]
pub struct NameForm {
    #[garde(custom(name_like))]
    pub given_name: String,
    #[garde(custom(one_name(&self.given_name)))]
    pub family_name: String,
    #[garde(custom(name_like))]
    pub organisation: String,
}

/// Who is to come instead.
#[derive(Clone, Debug, Validate)]
pub struct SubstituteForm {
    #[garde(custom(an_address))]
    pub email: String,
    #[garde(skip)]
    pub language: Language,
}

/// The most characters of a note.
pub const MAX_NOTE: usize = 4_000;

/// What staff write about an order. Lines stay lines.
#[derive(Clone, Debug, Validate)]
pub struct NoteForm {
    #[garde(custom(no_longer_than_a_note))]
    pub note: String,
}

impl NoteForm {
    /// The lines cleaned, without empty ones at the ends.
    pub fn cleaned(typed: &str) -> Self {
        let lines: Vec<String> = typed.lines().map(name::clean).collect();
        Self { note: lines.join("\n").trim_matches('\n').to_owned() }
    }
}

fn no_longer_than_a_note(note: &str, _: &()) -> garde::Result {
    if note.chars().count() > MAX_NOTE { Err(Error::new("registration-fault-too-long")) } else { Ok(()) }
}

/// Who orders, as staff correct it.
#[derive(Clone, Debug, Validate)]
pub struct BuyerChange {
    #[garde(dive)]
    pub buyer: BuyerForm,
    #[garde(skip)]
    pub language: Language,
}

/// Who attends, as staff correct it.
#[derive(Clone, Debug, Validate)]
pub struct AttendeeChange {
    #[garde(custom(name_like))]
    pub given_name: String,
    #[garde(custom(one_name(&self.given_name)))]
    pub family_name: String,
    #[garde(custom(an_address))]
    pub email: String,
    #[garde(custom(name_like))]
    pub organisation: String,
    #[garde(skip)]
    pub language: Language,
}
