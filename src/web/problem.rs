//! `application/problem+json` (RFC 9457): how a [`Fault`] is told to programs.

use crate::fault::Fault;
use crate::visit::Visit;
use axum::response::{IntoResponse, Response};
use http::header::CONTENT_TYPE;
use locale::{Arg, Words};
use serde_json::{Map, Value, json};

/// A member of a request that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// JSON Pointer (RFC 6901): `/attendees/0/email`.
    pub pointer: String,
    /// The key of a sentence, or a sentence.
    pub message: String,
    /// Values for the sentence.
    pub values: Vec<(&'static str, String)>,
}

impl Wrong {
    pub fn new(pointer: impl Into<String>, message: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), message: message.into(), values: vec![] }
    }

    /// The same with a value for the sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    fn sentence(&self, words: Words) -> String {
        if words.has(&self.message) { words.with(&self.message, &args(&self.values)) } else { self.message.clone() }
    }
}

/// A garde report as the API's 422: the path `attendees[0].email` is the pointer `/attendees/0/email`.
impl From<garde::Report> for Fault {
    fn from(report: garde::Report) -> Self {
        let wrong = report.iter().map(|(path, error)| Wrong::new(pointer(&path.to_string()), error.message()));
        Self::invalid(wrong.collect())
    }
}

/// `attendees[0].email` as `/attendees/0/email`. Names of members have none of the signs that a pointer escapes.
pub(crate) fn pointer(path: &str) -> String {
    path.split(['.', '[', ']'])
        .filter(|part| !part.is_empty())
        .fold(String::new(), |pointer, part| pointer + "/" + part)
}

pub(crate) fn args(values: &[(&'static str, String)]) -> Vec<(&'static str, Arg)> {
    values.iter().map(|(name, value)| (*name, Arg::from(value))).collect()
}

/// Values that count are numbers for programs; a short name of digits stays a text.
const COUNTS: &[&str] = &["least", "max", "most", "size", "taken"];

fn member(name: &str, value: &str) -> Value {
    let number = value.parse::<i64>().ok().filter(|_| COUNTS.contains(&name));
    number.map_or_else(|| value.into(), Value::from)
}

/// The fault as a problem document, in the visitor's language.
pub(crate) fn render(fault: &Fault, visit: &Visit) -> Response {
    let words = visit.words;
    let mut document = Map::new();
    document.insert("type".into(), format!("/problems/{}", fault.problem()).into());
    document.insert("title".into(), words.t(crate::layout::fault::title(fault.status())).into());
    document.insert("status".into(), fault.status().as_u16().into());
    document.insert("detail".into(), crate::layout::fault::sentence(fault, words).into());
    for (name, value) in fault.values() {
        document.entry(*name).or_insert_with(|| member(name, value));
    }
    if !fault.wrong().is_empty() {
        let wrong = fault.wrong().iter();
        let errors: Vec<Value> = wrong.map(|w| json!({"pointer": w.pointer, "detail": w.sentence(words)})).collect();
        document.insert("errors".into(), errors.into());
    }
    if fault.status().is_server_error() {
        document.insert("request_id".into(), visit.request_id.as_str().into());
    }
    let body = Value::Object(document).to_string();
    (fault.status(), [(CONTENT_TYPE, "application/problem+json")], body).into_response()
}
