//! The embedded locale files: read once, and listed for the tests.

use crate::number;
use base::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::BTreeSet;
use std::sync::LazyLock;
use unic_langid::langid;

include!(concat!(env!("OUT_DIR"), "/sources.rs"));

pub(crate) type Bundle = FluentBundle<FluentResource>;

struct Read {
    bundle: Bundle,
    faults: Vec<String>,
}

static GERMAN: LazyLock<Read> = LazyLock::new(|| read(Language::De));
static ENGLISH: LazyLock<Read> = LazyLock::new(|| read(Language::En));

fn read_once(language: Language) -> &'static Read {
    match language {
        Language::De => &GERMAN,
        Language::En => &ENGLISH,
    }
}

fn sources(language: Language) -> &'static [(&'static str, &'static str)] {
    match language {
        Language::De => DE,
        Language::En => EN,
    }
}

/// The messages of a language.
pub(crate) fn bundle(language: Language) -> &'static Bundle {
    &read_once(language).bundle
}

fn read(language: Language) -> Read {
    let tag = match language {
        Language::De => langid!("de-DE"),
        Language::En => langid!("en-GB"),
    };
    let mut bundle = Bundle::new_concurrent(vec![tag]);
    // The isolation marks (U+2068, U+2069) would stand in mails, file names and copied text.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::De => |value, _| grouped(value, Language::De),
        Language::En => |value, _| grouped(value, Language::En),
    }));
    let mut faults = vec![];
    for (file, text) in sources(language) {
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, errors)| {
            faults.extend(errors.into_iter().map(|e| format!("{language}/{file}.ftl: {e}")));
            resource
        });
        if let Err(errors) = bundle.add_resource(resource) {
            faults.extend(errors.into_iter().map(|e| format!("{language}/{file}.ftl: {e}")));
        }
    }
    for fault in &faults {
        tracing::error!(fault, "a locale file is wrong");
    }
    Read { bundle, faults }
}

/// Whole numbers in messages are written as the language writes them.
fn grouped(value: &FluentValue<'_>, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(n) if n.value.fract() == 0.0 && n.value.abs() < 9e15 => {
            #[expect(clippy::cast_possible_truncation, reason = "whole and below 2^53")]
            let whole = n.value as i64;
            Some(number::grouped(whole, language))
        }
        _ => None,
    }
}

/// What is wrong with the locale files of a language: syntax, or a key that two files have. For the tests.
pub fn faults(language: Language) -> &'static [String] {
    &read_once(language).faults
}

/// A message of a locale file. For the tests.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// `web` of `web.ftl`.
    pub file: &'static str,
    /// `skip-to-content`.
    pub id: String,
    /// The variables it shows or chooses by, without `$`.
    pub variables: BTreeSet<String>,
    /// The messages it takes in, as in `{ month }`.
    pub messages: BTreeSet<String>,
}

/// All messages of a language, file by file, from the embedded sources. For the tests.
pub fn keys(language: Language) -> Vec<Key> {
    let mut keys = vec![];
    for (file, text) in sources(language) {
        let resource = fluent_syntax::parser::parse(*text).unwrap_or_else(|(resource, _)| resource);
        for entry in &resource.body {
            if let Entry::Message(message) = entry {
                let mut key =
                    Key { file, id: message.id.name.to_owned(), variables: BTreeSet::new(), messages: BTreeSet::new() };
                if let Some(pattern) = &message.value {
                    collect(pattern, &mut key);
                }
                keys.push(key);
            }
        }
    }
    keys
}

fn collect(pattern: &Pattern<&str>, key: &mut Key) {
    for element in &pattern.elements {
        match element {
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                collect_inline(selector, key);
                variants.iter().for_each(|variant| collect(&variant.value, key));
            }
            PatternElement::Placeable { expression: Expression::Inline(inline) } => collect_inline(inline, key),
            PatternElement::TextElement { .. } => {}
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, key: &mut Key) {
    match inline {
        InlineExpression::VariableReference { id } => {
            key.variables.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, .. } => {
            key.messages.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| collect_inline(argument, key));
        }
        _ => {}
    }
}
