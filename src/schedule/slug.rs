//! Short names for addresses, from titles.

use unicode_normalization::UnicodeNormalization;

/// Lower-case ASCII letters and digits, everything else as one hyphen: `Öffnung & mehr` is `oeffnung-mehr`.
pub fn from(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let lower = text.to_lowercase().replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('ß', "ss");
    for c in lower.nfkd().filter(|c| !('\u{300}'..='\u{36F}').contains(c)) {
        if c.is_ascii_alphanumeric() || c == '_' {
            out.push(c);
        } else if !out.ends_with('-') && !out.is_empty() {
            out.push('-');
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

/// Whether the XSD has it as an event's slug: `[a-z0-9_]{4,}-[a-z0-9\-_]{4,}`.
pub(crate) fn fits_xml(slug: &str) -> bool {
    let parts = slug.split_once('-');
    parts.is_some_and(|(head, tail)| head.len() >= 4 && tail.len() >= 4) && slug.bytes().all(is_slug)
}

/// Whether the JSON schema has it: `^[a-z0-9_-]+[a-z0-9]$`.
pub(crate) fn fits_json(slug: &str) -> bool {
    slug.len() >= 2 && slug.bytes().all(is_slug) && !slug.ends_with(['-', '_'])
}

fn is_slug(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_".contains(&byte)
}

/// The beginning of slugs that have to be made, as the XSD wants it: at least four letters without hyphen.
pub(crate) fn head(acronym: &str) -> String {
    let mut head = from(acronym).replace('-', "_");
    while head.len() < 4 {
        head.push('_');
    }
    head
}
