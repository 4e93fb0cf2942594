//! Messages in a language.

use crate::source;
use base::Language;
use fluent_bundle::{FluentArgs, FluentValue};

/// The words of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    language: Language,
}

/// A value for a message's variable.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// Shown as it is.
    Text(String),
    /// Chooses the plural, and is shown as the language writes numbers. What is no quantity (a year, a house number)
    /// goes as text.
    Number(i64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Arg {
    fn from(n: i64) -> Self {
        Self::Number(n)
    }
}

impl From<i32> for Arg {
    fn from(n: i32) -> Self {
        Self::Number(n.into())
    }
}

impl From<u32> for Arg {
    fn from(n: u32) -> Self {
        Self::Number(n.into())
    }
}

impl From<u64> for Arg {
    fn from(n: u64) -> Self {
        Self::Number(i64::try_from(n).unwrap_or(i64::MAX))
    }
}

impl From<usize> for Arg {
    fn from(n: usize) -> Self {
        Self::Number(i64::try_from(n).unwrap_or(i64::MAX))
    }
}

impl Words {
    pub fn new(language: Language) -> Self {
        Self { language }
    }

    pub fn language(self) -> Language {
        self.language
    }

    /// The message `key`. One that is missing is shown in German; one that nobody wrote shows its key and is logged.
    pub fn t(self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The message `key` with values for its variables.
    pub fn with(self, key: &str, args: &[(&'static str, Arg)]) -> String {
        if let Some(text) = message(self.language, key, args) {
            return text;
        }
        tracing::error!(key, language = %self.language, "a locale file lacks a message");
        message(Language::De, key, args).unwrap_or_else(|| key.to_owned())
    }

    /// Whether there is such a message: for keys that are made of data.
    pub fn has(self, key: &str) -> bool {
        source::bundle(self.language).has_message(key)
    }
}

fn message(language: Language, key: &str, args: &[(&'static str, Arg)]) -> Option<String> {
    let bundle = source::bundle(language);
    let pattern = bundle.get_message(key)?.value()?;
    let mut values = FluentArgs::with_capacity(args.len());
    for (name, value) in args {
        values.set(
            *name,
            match value {
                Arg::Text(text) => FluentValue::from(text.as_str()),
                Arg::Number(n) => FluentValue::from(*n),
            },
        );
    }
    let mut errors = vec![];
    let text = bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
    for error in errors {
        tracing::error!(key, %language, %error, "a message lacks a value");
    }
    Some(text)
}
