//! Decisions about a congress, over plain values.

pub mod topic;

use base::name::{MAX_NAME, clean};
use base::{Text, Time};
use chrono::Datelike;
use chrono_tz::Tz;

use crate::CongressError;

/// The longest short name.
const MAX_SLUG: usize = 40;

/// Whether a short name can stand in an address: lower-case letters, digits and single dashes between them.
pub fn slug_is_sound(slug: &str) -> bool {
    !slug.is_empty()
        && slug.len() <= MAX_SLUG
        && slug
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

/// Whether a congress can be called so: a sound short name that is no address of the program itself.
pub fn check_slug(slug: &str, reserved: &[&str]) -> Result<(), CongressError> {
    if slug_is_sound(slug) && !reserved.contains(&slug) {
        Ok(())
    } else {
        Err(CongressError::SlugMalformed(slug.into()))
    }
}

/// A congress ends after it begins, in years that people write with four digits.
pub fn check_span(starts_at: Time, ends_at: Time) -> Result<(), CongressError> {
    let years = 2000..=9999;
    let told = years.contains(&starts_at.year()) && years.contains(&ends_at.year());
    if told && starts_at < ends_at { Ok(()) } else { Err(CongressError::EndsBeforeStart) }
}

/// A zone of the IANA database.
pub fn check_zone(zone: &str) -> Result<Tz, CongressError> {
    zone.parse().map_err(|_| CongressError::UnknownZone(zone.into()))
}

/// A congress has a name that shows, in one language at least, and that fits a line.
pub fn check_name(name: &Text) -> Result<(), CongressError> {
    let both = [&name.de, &name.en];
    let shows = both.iter().any(|text| !clean(text).is_empty());
    if shows && both.iter().all(|text| text.chars().count() <= MAX_NAME) {
        Ok(())
    } else {
        Err(CongressError::NameMalformed)
    }
}
