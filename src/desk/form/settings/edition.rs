//! What the next edition of a congress is to be.

use super::{needed_line, sound, with_text};
use crate::query::edition::Last;
use crate::rules::edition::Part;
use crate::service::edition::Wanted;
use chrono::{Months, NaiveDate};
use congress::rules::check_slug;
use congress::service::copy::Edition;
use std::collections::BTreeSet;
use web::{Faults, Fields};

/// The fields and the keys of their labels, in the order of the page.
pub const FIELDS: [(&str, &str); 6] = [
    ("name-de", "desk-settings-name-de"),
    ("name-en", "desk-settings-name-en"),
    ("from", "desk-settings-from"),
    ("to", "desk-settings-to"),
    ("slug", "desk-settings-slug"),
    ("prefix", "desk-edition-prefix"),
];

/// The field of a part.
pub fn tick(part: Part) -> String {
    format!("take-{}", part.name())
}

/// What the form begins with: all that there is, a year later by name.
pub fn begin(last: &Last) -> Fields {
    let year = last.days().0.checked_add_months(Months::new(12));
    let fields = with_text(Fields::new(), "name", &last.name(year)).with("prefix", last.prefix(year));
    let parts = Part::ALL.into_iter().filter(|part| there(last, *part));
    parts.fold(fields, |fields, part| fields.with(tick(part), "on"))
}

/// Whether there is anything of it.
pub fn there(last: &Last, part: Part) -> bool {
    match part {
        Part::Texts | Part::Look => true,
        Part::Rooms => last.rooms > 0,
        Part::Partners => last.partners > 0,
        Part::Offer => !last.categories.is_empty(),
        Part::Questions => !last.questions.is_empty(),
        Part::Programme => last.tracks + last.types > 0,
        Part::Calls => !last.calls.is_empty(),
        Part::Waiting => last.terms.is_some(),
        Part::Seller => last.seller.is_some(),
        Part::Team => last.roles > 0,
    }
}

/// All that is wrong with it, at once.
pub fn read(fields: &Fields, last: &Last) -> Result<Wanted, Faults> {
    let mut faults = Faults::new();
    let name = needed_line(fields, "name", &mut faults);
    let slug = fields.get("slug").trim().to_owned();
    if !slug.is_empty() && check_slug(&slug, address::RESERVED).is_err() {
        faults.add_with("slug", "congress-error-slug-malformed", &[("slug", (&slug).into())]);
    }
    let mut day = |name: &str, typed: &str| {
        let read: Option<NaiveDate> = typed.parse().ok();
        if read.is_none() {
            faults.add(name, "desk-settings-fault-day");
        }
        read.unwrap_or_default()
    };
    let from = fields.get("from").trim();
    let first = day("from", from);
    let to = fields.get("to").trim();
    // As long as the last one, unless something else is said.
    let (first_before, last_before) = last.days();
    let end = if to.is_empty() { first + (last_before - first_before) } else { day("to", to) };
    if !from.is_empty() && !faults.has("from") && !faults.has("to") && end < first {
        faults.add("to", "congress-error-ends-before-start");
    }
    let taken = |part: &Part| fields.has(&tick(*part)) && there(last, *part);
    let parts: BTreeSet<Part> = Part::ALL.into_iter().filter(taken).collect();
    let prefix = fields.get("prefix").trim().to_uppercase();
    if parts.contains(&Part::Seller) && prefix.is_empty() {
        faults.add("prefix", "desk-edition-prefix-missing");
    }
    sound(Wanted { edition: Edition { slug, name, first, last: end }, parts, prefix }, faults)
}
