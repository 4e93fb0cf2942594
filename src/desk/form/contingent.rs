//! Places for a partner: the fields by name.
//!
//! `partner`, `category`, `price` of a new one; `places`, `until`, `contact-name`, `email`, `language`.

use super::settings::{moment, read_moment};
use base::{Uuid, contact, name};
use locale::{Tz, Words};
use registration::form::{MAX_ATTENDEES, address_message};
use registration::query::contingent::ContingentView;
use registration::service::contingent::{Change, New};
use web::{Faults, Fields};

/// The fields with the keys of their labels, in the order of the page.
const FIELDS: [(&str, &str); 8] = [
    ("partner", "desk-contingent-partner"),
    ("category", "desk-field-category"),
    ("price", "desk-contingent-price"),
    ("places", "desk-contingent-places"),
    ("until", "desk-contingent-until"),
    ("contact-name", "desk-contingent-contact"),
    ("email", "desk-field-mailbox"),
    ("language", "desk-field-language"),
];

/// What a form begins with.
pub fn fields(view: &ContingentView, zone: Tz, words: Words) -> Fields {
    let change = view.change();
    Fields::new()
        .with("price", words.amount(change.price_cents))
        .with("places", change.places.to_string())
        .with("until", moment(change.valid_until, zone))
        .with("contact-name", change.contact_name)
        .with("email", change.email)
        .with("language", change.language.tag())
}

/// What was typed of a contingent that is there, or all that is wrong with it. A price that is agreed is not asked for.
pub fn change(view: &ContingentView, fields: &Fields, zone: Tz, words: Words) -> Result<Change, Faults> {
    let mut faults = Faults::new();
    let mut read = read(fields, zone, words, &mut faults);
    if view.is_price_fixed() && !fields.has("price") {
        read.price_cents = view.row.price_cents;
    }
    finish(read, faults, words)
}

/// The same of a new one; the last moment must lie before `ends_at`.
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
