//! Who takes a place that had no name: the fields by name.
//!
//! `given`, `family`, `email`, `organisation`, `language`, and `terms` of who takes it themselves.

use base::Language;
use garde::Validate;
use registration::form::AttendeeChange;
use web::{Faults, Fields};

/// Who was typed. An address that is not typed is `buyer`'s, where one is given.
pub fn read(fields: &Fields, language: Language, buyer: Option<&str>) -> AttendeeChange {
    let get = |name: &str| fields.get(name).to_owned();
    let email = match buyer {
        Some(buyer) if fields.get("email").trim().is_empty() => buyer.to_owned(),
        _ => get("email"),
    };
    AttendeeChange {
        given_name: get("given"),
        family_name: get("family"),
        email,
        organisation: get("organisation"),
        language: fields.get("language").parse().unwrap_or(language),
    }
}

/// Everything that is wrong with them; `terms`: whether they have to agree.
pub fn check(form: &AttendeeChange, fields: &Fields, terms: bool) -> Faults {
    let mut faults = match form.validate() {
        Ok(()) => Faults::new(),
        Err(report) => Faults::from_report_with(&report, |path| path.trim_end_matches("_name").to_owned()),
    };
    if terms && !fields.has("terms") {
        faults.add("terms", "portal-fault-terms");
    }
    faults
}
