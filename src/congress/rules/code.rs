//! Codes of limited use, over plain values.

use crate::CongressError;
use base::Time;

/// The fewest and the most characters of a code.
pub const LENGTHS: (usize, usize) = (4, 40);
/// So many letters and digits are drawn: 31⁸, eight hundred thousand million codes.
pub const DRAWN: usize = 8;

/// A code as it is kept, however it was typed: capital letters, without white space and control characters, with plain
/// dashes.
pub fn normalise(typed: &str) -> String {
    let dash = |c: char| if matches!(c, '‐'..='―' | '−' | '_') { '-' } else { c };
    typed
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .map(|c| dash(c).to_ascii_uppercase())
        .take(LENGTHS.1 + 1)
        .collect()
}

/// Whether a code can be one: letters, digits, and dashes between them.
pub fn check(code: &str) -> Result<(), CongressError> {
    let sound = code.split('-').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    let (least, most) = LENGTHS;
    let fits = (least..=most).contains(&code.len());
    if sound && fits && normalise(code) == code { Ok(()) } else { Err(CongressError::CodeMalformed(code.into())) }
}

/// A drawn code: letters and digits without look-alikes, after a prefix if there is one.
pub fn drawn(prefix: &str, random: [u8; 16]) -> String {
    let letters = ticket::letters(random, DRAWN);
    if prefix.is_empty() { letters } else { format!("{prefix}-{letters}") }
}

/// How often a code can be used, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub max_uses: i32,
    pub used: i32,
    pub valid_from: Option<Time>,
    pub valid_until: Option<Time>,
    pub ended_at: Option<Time>,
}

/// Why a code cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// Ended by whoever made it.
    Ended,
    NotYet(Time),
    Expired,
    UsedUp,
}

impl Limits {
    /// How many uses are left: at least one, or why there is none.
    pub fn left(&self, now: Time) -> Result<i32, Unusable> {
        if self.ended_at.is_some() {
            return Err(Unusable::Ended);
        }
        if self.valid_until.is_some_and(|until| now >= until) {
            return Err(Unusable::Expired);
        }
        if let Some(from) = self.valid_from.filter(|from| now < *from) {
            return Err(Unusable::NotYet(from));
        }
        if self.used >= self.max_uses { Err(Unusable::UsedUp) } else { Ok(self.max_uses - self.used) }
    }

    /// Whether it may still be used at some time, though not now perhaps, and how often.
    pub fn open(&self, now: Time) -> i32 {
        match self.left(now) {
            Err(Unusable::Ended | Unusable::Expired) => 0,
            Ok(_) | Err(_) => self.max_uses - self.used,
        }
    }
}
