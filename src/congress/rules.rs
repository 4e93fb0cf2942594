//! Decisions about a congress, over plain values.

pub mod code;
pub mod edition;
pub mod file;
pub mod question;
pub mod topic;
pub mod waiting;

use base::name::{self, MAX_NAME, clean};
use base::{Text, Time};
use chrono::Datelike;
use chrono_tz::Tz;

use crate::CongressError;
use crate::entity::congress::Model;
use web::Deadlines;

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

/// What people can change themselves until a day that organisers set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deadline {
    Names,
    Substitutes,
    Category,
    Cancel,
}

/// Until when those who hold a link may change something themselves, as organisers set it. Names can be corrected until the
/// congress ends unless they say otherwise, everything else until it opens its doors. Never later: who is inside must not
/// hand their seat to somebody else. Somebody who comes instead of a colleague may be named while it lasts, if organisers
/// say so: who is inside is looked for then.
pub fn deadlines(congress: &Model) -> Deadlines {
    let opens = opens_at(congress);
    let until = |set: Option<Time>, default: Time, latest: Time| set.unwrap_or(default).min(latest);
    Deadlines {
        names: until(congress.names_until, congress.ends_at, congress.ends_at),
        substitutes: until(congress.substitutes_until, opens, congress.ends_at),
        category: until(congress.category_until, opens, opens),
        cancel: until(congress.cancel_until, opens, opens),
    }
}

/// When the first can be inside.
pub fn opens_at(congress: &Model) -> Time {
    congress.doors_at.unwrap_or(congress.starts_at).min(congress.starts_at)
}

/// A zone of the IANA database.
pub fn check_zone(zone: &str) -> Result<Tz, CongressError> {
    zone.parse().map_err(|_| CongressError::UnknownZone(zone.into()))
}

/// A congress has a name that shows, in one language at least, and that fits a line.
pub fn check_name(name: &Text) -> Result<(), CongressError> {
    let both = [&name.de, &name.en];
    if both.iter().all(|text| clean(text).is_empty()) {
        Err(CongressError::NameMissing)
    } else if both.iter().all(|text| text.chars().count() <= MAX_NAME) {
        Ok(())
    } else {
        Err(CongressError::NameMalformed)
    }
}

/// Texts that are not longer than they have reason to be.
pub fn check_texts(texts: &[&Text]) -> Result<(), CongressError> {
    if texts.iter().any(|text| text.is_too_long()) { Err(CongressError::TooLong) } else { Ok(()) }
}

/// Lines that fit.
pub fn check_lines(lines: &[&String]) -> Result<(), CongressError> {
    if lines.iter().any(|line| line.chars().count() > MAX_NAME) { Err(CongressError::TooLong) } else { Ok(()) }
}

/// The longest address of a web page.
const MAX_LINK: usize = 2000;

/// The address of a web page that anyone can open, or nothing. Other schemes run scripts or open programs.
pub fn check_link(link: &str) -> Result<(), CongressError> {
    if link.is_empty() {
        return Ok(());
    }
    let plain = link.len() <= MAX_LINK && link.bytes().all(|b| b.is_ascii_graphic() && !br#""<>\^`{|}"#.contains(&b));
    let rest = link.strip_prefix("https://").or_else(|| link.strip_prefix("http://")).unwrap_or_default();
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    // Someone's name and password before the host look like another host.
    let named = host.starts_with(|c: char| c.is_ascii_alphanumeric()) && host.contains('.') && !host.contains('@');
    if plain && named { Ok(()) } else { Err(CongressError::LinkMalformed) }
}

/// A short name from a name: "Digitaltag Höxter 2027" is `digitaltag-hoexter-2027`. Empty if nothing of it can stand in
/// an address.
pub fn slug_from(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for c in name.to_lowercase().chars() {
        match c {
            'ä' => folded.push_str("ae"),
            'ö' => folded.push_str("oe"),
            'ü' => folded.push_str("ue"),
            c => folded.push_str(Some(name::fold(&c.to_string())).filter(|f| !f.is_empty()).as_deref().unwrap_or(" ")),
        }
    }
    let parts = folded.split(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit())).filter(|part| !part.is_empty());
    let mut slug = String::new();
    for part in parts {
        let room = MAX_SLUG.saturating_sub(slug.len() + usize::from(!slug.is_empty()));
        if part.len() > room && !slug.is_empty() {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(part.chars().take(room));
    }
    slug
}

/// The same, with a number behind it if it is taken.
pub fn free_slug(name: &str, taken: impl Fn(&str) -> bool) -> String {
    let base = Some(slug_from(name)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| "x".into());
    let short: String = base.chars().take(MAX_SLUG - 5).collect();
    let short = short.trim_end_matches('-');
    let numbered = (2..10_000).map(|n| format!("{short}-{n}"));
    std::iter::once(base.clone()).chain(numbered).find(|slug| !taken(slug)).unwrap_or(base)
}
