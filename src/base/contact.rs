//! Mail addresses: how they are checked and compared.

use unicode_normalization::UnicodeNormalization;

/// Why an address is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressFault {
    #[error("it is empty")]
    Empty,
    /// No `@` in it.
    #[error("there is no @ in it")]
    NoAt,
    /// More than one `@`, white space, or nothing before the `@`.
    #[error("what stands before the @ cannot be")]
    Malformed,
    /// What stands behind the `@` is no domain.
    #[error("what stands behind the @ is no domain")]
    NoDomain,
    /// Longer than 254 octets (RFC 5321 §4.5.3.1.3).
    #[error("it is too long")]
    TooLong,
}

/// An address as it is stored and compared: composed, trimmed, lower case.
///
/// RFC 5321 lets a server tell `A@` from `a@`; none that people use does, and two mailboxes for one person is worse.
pub fn normalise(typed: &str) -> String {
    typed.nfc().collect::<String>().trim().to_lowercase()
}

/// Whether mail could be sent there, and if not, the first thing that is wrong: a message can then name it.
pub fn check(typed: &str) -> Result<String, AddressFault> {
    let address = normalise(typed);
    if address.is_empty() {
        return Err(AddressFault::Empty);
    }
    if address.len() > 254 {
        return Err(AddressFault::TooLong);
    }
    let (local, domain) = address.rsplit_once('@').ok_or(AddressFault::NoAt)?;
    let odd = |c: char| c.is_whitespace() || c.is_control() || "@<>()[]\\,;:\"".contains(c);
    if local.is_empty()
        || local.len() > 64
        || local.contains(odd)
        || local.starts_with('.')
        || local.ends_with('.')
        || local.contains("..")
    {
        return Err(AddressFault::Malformed);
    }
    let label = |l: &str| {
        !l.is_empty()
            && l.len() <= 63
            && !l.starts_with('-')
            && !l.ends_with('-')
            && l.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    let labels: Vec<&str> = domain.split('.').collect();
    let top_is_word =
        labels.last().is_some_and(|top| top.chars().count() >= 2 && !top.chars().all(|c| c.is_ascii_digit()));
    if labels.len() < 2 || !top_is_word || !labels.into_iter().all(label) {
        return Err(AddressFault::NoDomain);
    }
    Ok(address)
}
