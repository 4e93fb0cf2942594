//! The embedded templates.

use super::escape;
use super::piece::reworded;
use crate::entity::mail_text::OwnWords;
use minijinja::syntax::SyntaxConfig;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value};
use std::sync::LazyLock;

include!(concat!(env!("OUT_DIR"), "/mails.rs"));

/// Where the ticket blocks go: in Markdown a fenced block, which no value can write since its backticks are escaped.
pub(super) const TICKETS: &str = "tickets";

/// RFC 5322 §2.1.1 folds long lines; people's lists do not.
const LONGEST_SUBJECT: usize = 160;

struct Sources {
    /// Bodies, in Markdown.
    bodies: Environment<'static>,
    /// `<mail>:subject` and `<mail>:preheader`, in plain text.
    lines: Environment<'static>,
    faults: Vec<String>,
}

static SOURCES: LazyLock<Sources> = LazyLock::new(read);

/// A template with its values filled in.
pub(super) struct Filled {
    pub subject: String,
    pub preheader: String,
    /// Markdown in which all values are escaped.
    pub body: String,
}

/// Fills `registration/order.de.md`, with other words where a congress has its own. `letter` is Markdown that stands as it is
/// where the template says `{{ letter }}`.
pub(super) fn fill(
    name: &str,
    own: &OwnWords,
    values: serde_json::Value,
    letter: Option<&str>,
) -> Result<Filled, String> {
    let values = Value::from(minijinja::value::Serde(values));
    let letter = letter.map(|letter| Value::from_safe_string(letter.to_owned()));
    let whole = minijinja::context! { letter, ..values.clone() };
    if own.0.is_empty() {
        let body = SOURCES.bodies.get_template(name).and_then(|template| template.render(whole)).map_err(told)?;
        let preheader = line(name, "preheader", &values)?;
        return Ok(Filled { subject: short(line(name, "subject", &values)?), preheader, body });
    }
    let source = reworded(of(name).ok_or_else(|| format!("there is no template {name}"))?, own);
    let (front, body) = split(&source);
    let body = SOURCES.bodies.template_from_named_str(name, body).and_then(|template| template.render(whole));
    let line = |part: &str| match front.lines().filter_map(|l| l.split_once(": ")).find(|(key, _)| *key == part) {
        Some((_, text)) => {
            let template = SOURCES.lines.template_from_named_str(name, text.trim());
            template.and_then(|template| template.render(&values)).map(|line| escape::one_line(&line)).map_err(told)
        }
        None => Ok(String::new()),
    };
    Ok(Filled { subject: short(line("subject")?), preheader: line("preheader")?, body: body.map_err(told)? })
}

/// How `registration/order.de.md` is written.
pub(super) fn of(name: &str) -> Option<&'static str> {
    MAILS.iter().find(|(known, _)| *known == name).map(|(_, source)| *source)
}

/// All templates, without language and ending: `registration/order`. Parts that others include are none.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    MAILS.iter().filter_map(|(name, _)| name.strip_suffix(".de.md")).filter(|name| !name.contains("/_"))
}

/// The subject of `registration/order.de.md`.
pub(super) fn subject(name: &str, values: serde_json::Value) -> Result<String, String> {
    line(name, "subject", &Value::from(minijinja::value::Serde(values))).map(short)
}

fn line(name: &str, part: &str, values: &Value) -> Result<String, String> {
    match SOURCES.lines.get_template(&format!("{name}:{part}")) {
        Ok(template) => template.render(values).map(|line| escape::one_line(&line)).map_err(told),
        Err(_) => Ok(String::new()),
    }
}

fn short(subject: String) -> String {
    if subject.chars().count() <= LONGEST_SUBJECT {
        return subject;
    }
    subject.chars().take(LONGEST_SUBJECT - 1).chain(['…']).collect()
}

fn told(e: minijinja::Error) -> String {
    format!("{e:#}")
}

/// What is wrong with the templates' syntax. For the tests.
pub fn faults() -> &'static [String] {
    &SOURCES.faults
}

fn read() -> Sources {
    let mut faults = vec![];
    let mut bodies = environment(&mut faults);
    bodies.set_formatter(escape::markdown);
    bodies.set_auto_escape_callback(|_| AutoEscape::Custom("markdown".into()));
    bodies.add_global("ticket_blocks", Value::from_safe_string(format!("\n\n```{TICKETS}\n```\n\n")));
    let mut lines = environment(&mut faults);
    lines.set_formatter(escape::plain);
    for (name, source) in MAILS.iter().copied() {
        let (front, body) = split(source);
        if let Err(e) = bodies.add_template(name, body) {
            faults.push(format!("{name}: {e:#}"));
        }
        for (key, value) in front.lines().filter_map(|l| l.split_once(": ")) {
            if let Err(e) = lines.add_template_owned(format!("{name}:{}", key.trim()), value.trim()) {
                faults.push(format!("{name}: {key}: {e:#}"));
            }
        }
    }
    for fault in &faults {
        tracing::error!(fault, "a mail template is wrong");
    }
    Sources { bodies, lines, faults }
}

/// Missing values are an error, since a mail with a hole in it must not go out; asking whether there is one is not.
fn environment(faults: &mut Vec<String>) -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    match SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
        Ok(syntax) => environment.set_syntax(syntax),
        Err(e) => faults.push(e.to_string()),
    }
    // Values are what people typed; none of them is Markdown.
    for filter in ["safe", "escape", "e"] {
        environment.remove_filter(filter);
    }
    environment
}

/// The lines between `---` and the rest.
fn split(source: &str) -> (&str, &str) {
    source.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).unwrap_or(("", source))
}
