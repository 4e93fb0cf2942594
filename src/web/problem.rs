//! `application/problem+json` (RFC 9457): how a [`Fault`] is told to programs.

use crate::fault::Fault;
use crate::visit::Visit;
use axum::response::{IntoResponse, Response};
use http::HeaderValue;
use http::header::CONTENT_TYPE;
use locale::{Arg, Words};
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

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

/// What an error says of itself, for its sentence: what counts as the language writes numbers.
pub fn args(values: &[(&'static str, String)]) -> Vec<(&'static str, Arg)> {
    let arg = |name, value: &str| count(name, value).map_or_else(|| Arg::from(value), Arg::from);
    values.iter().map(|(name, value)| (*name, arg(name, value))).collect()
}

/// Values that count are numbers; a short name of digits stays a text.
const COUNTS: &[&str] = &["columns", "count", "least", "max", "most", "rows", "size", "taken"];

fn count(name: &str, value: &str) -> Option<i64> {
    value.parse().ok().filter(|_| COUNTS.contains(&name))
}

fn member(name: &str, value: &str) -> Value {
    count(name, value).map_or_else(|| value.into(), Value::from)
}

/// Why there is no answer: a problem document (RFC 9457). Some problems have members of their own, such as `quota`.
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// Which problem. It stays the same; everything else may be worded anew.
    #[serde(rename = "type")]
    kind: String,
    /// The status in a few words, in the language of `Accept-Language`.
    title: String,
    #[schema(minimum = 400, maximum = 599)]
    status: u16,
    /// What is wrong, in that language.
    detail: String,
    /// Which members of the request are wrong.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<WrongMember>,
    /// The number of the request in the log, where the mistake is ours.
    #[serde(skip_serializing_if = "Option::is_none")]
    request_id: Option<String>,
    #[serde(flatten)]
    #[schema(ignore)]
    members: Map<String, Value>,
}

/// A member of a request that is wrong.
#[derive(Debug, Serialize, ToSchema)]
pub struct WrongMember {
    /// JSON Pointer (RFC 6901) to it: `/attendees/0/email`. Empty for the whole.
    pointer: String,
    /// What is wrong with it.
    detail: String,
}

impl Problem {
    fn of(fault: &Fault, visit: &Visit) -> Self {
        let words = visit.words;
        let errors = fault.wrong().iter();
        let mut members = Map::new();
        for (name, value) in fault.values() {
            members.entry(*name).or_insert_with(|| member(name, value));
        }
        for own in ["type", "title", "status", "detail", "errors", "request_id"] {
            members.remove(own);
        }
        Self {
            kind: format!("/problems/{}", fault.problem()),
            title: words.t(crate::layout::fault::title(fault.status())),
            status: fault.status().as_u16(),
            detail: crate::layout::fault::sentence(fault, words),
            errors: errors.map(|w| WrongMember { pointer: w.pointer.clone(), detail: w.sentence(words) }).collect(),
            request_id: fault.status().is_server_error().then(|| visit.request_id.clone()),
            members,
        }
    }
}

/// The fault as a problem document, in the visitor's language.
pub(crate) fn render(fault: &Fault, visit: &Visit) -> Response {
    let status = fault.status();
    let mut response = (status, axum::Json(Problem::of(fault, visit))).into_response();
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    response
}
