//! Why a row is not taken in.

use super::Value;

/// One thing that is wrong in a file: where, what stands there, and why it is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// As an editor or Excel counts.
    pub line: u32,
    /// The heading of the column, or its letter; empty: the whole row.
    pub column: String,
    pub value: String,
    pub reason: Reason,
}

/// A sentence of the locale files, with what stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    pub message: &'static str,
    pub values: Vec<(&'static str, String)>,
}

impl Reason {
    pub fn new(message: &'static str) -> Self {
        Self { message, values: vec![] }
    }

    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.values.push((name, value.into()));
        self
    }
}

/// The most characters of a value that a refusal repeats.
const SHOWN: usize = 80;

impl Refusal {
    pub fn new(value: Value<'_>, reason: Reason) -> Self {
        let line = base::name::clean(value.text);
        let mut shown: String = line.chars().take(SHOWN).collect();
        if line.chars().count() > SHOWN {
            shown.push('…');
        }
        Self { line: value.line, column: value.column.to_owned(), value: shown, reason }
    }
}
