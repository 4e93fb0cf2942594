//! Places for a partner: the fields by name.
//!
//! `partner`, `category`, `price` of a new one; `places`, `until`, `contact-name`, `email`, `language`; where the invoice
//! goes, if its places cost something.

use super::settings::{moment, read_moment};
use base::{Uuid, contact, name};
use garde::Validate;
use locale::{Tz, Words};
use registration::entity::order::BuyerKind;
use registration::form::{Billing, MAX_ATTENDEES, address_message};
use registration::query::contingent::ContingentView;
use registration::service::contingent::{Change, New};
use web::{Faults, Fields};

/// The fields with the keys of their labels, in the order of the page.
const FIELDS: [(&str, &str); 16] = [
    ("partner", "desk-contingent-partner"),
    ("category", "desk-field-category"),
    ("price", "desk-contingent-price"),
    ("places", "desk-contingent-places"),
    ("until", "desk-contingent-until"),
    ("contact-name", "desk-contingent-contact"),
    ("email", "desk-field-mailbox"),
    ("language", "desk-field-language"),
    ("buyer-billing-street", "billing-street"),
    ("buyer-billing-postcode", "billing-postcode"),
    ("buyer-billing-town", "billing-town"),
    ("buyer-billing-country", "billing-country"),
    ("buyer-billing-vat-id", "billing-vat-id"),
    ("buyer-billing-leitweg-id", "billing-leitweg-id"),
    ("buyer-billing-purchase-order", "billing-purchase-order"),
    ("buyer-billing-cost-centre", "billing-cost-centre"),
];

/// What a form begins with.
pub fn fields(view: &ContingentView, zone: Tz, words: Words) -> Fields {
    let change = view.change();
    let fields = Fields::new()
        .with("price", words.amount(change.price_cents))
        .with("places", change.places.to_string())
        .with("until", moment(change.valid_until, zone))
        .with("contact-name", change.contact_name)
        .with("email", change.email)
        .with("language", change.language.tag());
    change.billing.fill(fields)
}

/// What was typed of a contingent that is there, or all that is wrong with it. A price that is agreed is not asked for, nor
/// where the invoice goes, which is the order's then.
pub fn change(view: &ContingentView, fields: &Fields, zone: Tz, words: Words) -> Result<Change, Faults> {
    let mut faults = Faults::new();
    let mut read = read(fields, zone, words, &mut faults);
    if view.is_price_fixed() {
        read.billing = view.change().billing;
        if !fields.has("price") {
            read.price_cents = view.row.price_cents;
        }
    } else {
        check_billing(&read.billing, read.price_cents, &mut faults);
    }
    finish(read, faults, words)
}

/// Where the invoice goes is said where there will be one, by the rules of every form that asks for it.
fn check_billing(billing: &Billing, cents: i64, faults: &mut Faults) {
    let field = |name: &str| format!("{}{}", Billing::PREFIX, name.replace('_', "-"));
    if let Err(report) = billing.validate() {
        report.iter().for_each(|(path, error)| faults.add(field(&path.to_string()), error.message()));
    }
    // Who carries a congress is an organisation.
    Billing::tell(&billing.missing(BuyerKind::Business, cents), faults);
}

/// The same of a new one.
pub fn new(fields: &Fields, zone: Tz, words: Words) -> Result<New, Faults> {
    let mut faults = Faults::new();
    let partner = fields.get("partner").parse().unwrap_or_else(|_| {
        faults.add("partner", "desk-contingent-fault-partner");
        Uuid::nil()
    });
    if fields.get("category").is_empty() {
        faults.add("category", "portal-fault-category");
    }
    let change = read(fields, zone, words, &mut faults);
    check_billing(&change.billing, change.price_cents, &mut faults);
    finish(New { partner, category: fields.get("category").to_owned(), notify: true, change }, faults, words)
}

fn read(fields: &Fields, zone: Tz, words: Words, faults: &mut Faults) -> Change {
    let cents = match fields.get("price").trim() {
        "" => Some(0),
        typed => words.cents(typed),
    };
    if cents.is_none() {
        faults.add("price", "desk-settings-fault-price");
    }
    let most = i32::try_from(MAX_ATTENDEES).unwrap_or(i32::MAX);
    let places = fields.get("places").trim().parse().ok().filter(|places| (1..=most).contains(places));
    if places.is_none() {
        faults.add("places", "desk-contingent-fault-places");
    }
    let until = read_moment(fields.get("until"), zone);
    if until.is_none() {
        faults.add("until", "desk-contingent-fault-until");
    }
    if name::clean(fields.get("contact-name")).is_empty() {
        faults.add("contact-name", "registration-fault-name-missing");
    }
    if let Err(fault) = contact::check(fields.get("email")) {
        faults.add("email", address_message(fault));
    }
    Change {
        places: places.unwrap_or(1),
        price_cents: cents.unwrap_or_default(),
        valid_until: until.unwrap_or_default(),
        contact_name: fields.get("contact-name").to_owned(),
        email: fields.get("email").to_owned(),
        language: fields.get("language").parse().unwrap_or_default(),
        billing: Billing::read(fields),
    }
}

/// What is wrong, with what its fields are called, in the order of the page.
pub fn named(mut faults: Faults, words: Words) -> Faults {
    let labels: Vec<(String, String)> = FIELDS.iter().map(|(name, key)| ((*name).to_owned(), words.t(key))).collect();
    faults.name_all(&labels);
    faults
}

fn finish<T>(read: T, faults: Faults, words: Words) -> Result<T, Faults> {
    let faults = named(faults, words);
    if faults.is_empty() { Ok(read) } else { Err(faults) }
}
