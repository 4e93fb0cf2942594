//! Texts by organisers, in one or both languages.

use crate::Language;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The longest text that is taken, in characters.
const MAX_TEXT: usize = 10_000;

/// A text in German, English or both. A missing language falls back to the other, marked with its `lang`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Text {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[schema(max_length = 10_000)]
    pub de: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[schema(max_length = 10_000)]
    pub en: String,
}

impl Text {
    /// In both languages.
    pub fn new(de: impl Into<String>, en: impl Into<String>) -> Self {
        Self { de: de.into(), en: en.into() }
    }

    /// The same words in either language: a name.
    pub fn same(text: impl Into<String>) -> Self {
        let de = text.into();
        Self { en: de.clone(), de }
    }

    /// The text for a reader of `language`, and the language that it is really in.
    pub fn get(&self, language: Language) -> (&str, Language) {
        let own = self.own(language);
        if own.is_empty() { (self.own(language.other()), language.other()) } else { (own, language) }
    }

    /// The words alone, where no `lang` can be set.
    pub fn in_language(&self, language: Language) -> &str {
        self.get(language).0
    }

    /// Longer than any text of a congress has reason to be.
    pub fn is_too_long(&self) -> bool {
        [&self.de, &self.en].into_iter().any(|text| text.chars().count() > MAX_TEXT)
    }

    /// Nothing in either language.
    pub fn is_empty(&self) -> bool {
        self.de.is_empty() && self.en.is_empty()
    }

    fn own(&self, language: Language) -> &str {
        match language {
            Language::De => &self.de,
            Language::En => &self.en,
        }
    }
}
