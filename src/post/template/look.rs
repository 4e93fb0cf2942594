//! The letter's frame and its look: `templates/mail/letter.html`, and the rules of `letter.css` written into `style`,
//! because mail programs do not agree on anything else.

use super::escape;
use base::Language;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value, context};
use std::collections::BTreeMap;
use std::sync::LazyLock;

const RULES: &str = include_str!("../../../templates/mail/letter.css");
const FRAME: &str = include_str!("../../../templates/mail/letter.html");
/// From here on rules stay a style sheet.
const MEDIA: &str = "\n@media";

/// By selector, word for word: `p`, `.foot p`.
static STYLES: LazyLock<BTreeMap<&'static str, String>> = LazyLock::new(|| {
    let rules = RULES.split(MEDIA).next().unwrap_or_default();
    let rules = rules.rsplit("*/").next().unwrap_or_default();
    rules
        .split('}')
        .filter_map(|rule| rule.split_once('{'))
        .flat_map(|(selectors, style)| {
            let style = style.split_whitespace().collect::<Vec<_>>().join(" ");
            selectors.split(',').map(move |selector| (selector.trim(), style.clone()))
        })
        .collect()
});

/// The declarations of these rules, later ones over earlier ones.
pub(super) fn style(selectors: &[&str]) -> String {
    selectors.iter().filter_map(|s| STYLES.get(s)).map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// An attribute with these declarations, after a blank; nothing if there are none.
pub(super) fn attribute(selectors: &[&str]) -> String {
    let style = style(selectors);
    if style.is_empty() { style } else { format!(" style=\"{}\"", escape::html(&style)) }
}

/// A whole letter.
pub(super) struct Frame<'a> {
    pub language: Language,
    pub subject: &'a str,
    pub preheader: &'a str,
    pub wordmark: &'a (String, String),
    /// HTML of the letter and of what stands below it.
    pub parts: (String, String),
}

impl Frame<'_> {
    pub(super) fn write(self) -> Result<String, String> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_auto_escape_callback(|_| AutoEscape::Html);
        environment.add_function("style", |selector: &str| Value::from_safe_string(attribute(&[selector])));
        let media = RULES.find(MEDIA).map_or("", |at| &RULES[at..]);
        let values = context! {
            language => self.language.tag(),
            subject => self.subject,
            preheader => self.preheader,
            wordmark => self.wordmark.0.as_str(),
            wordmark_accent => self.wordmark.1.as_str(),
            media => Value::from_safe_string(media.to_owned()),
            letter => Value::from_safe_string(self.parts.0),
            foot => Value::from_safe_string(self.parts.1),
        };
        environment.render_named_str("letter.html", FRAME, values).map_err(|e| format!("{e:#}"))
    }
}
