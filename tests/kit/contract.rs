//! Every answer of the API in every test, held against the API's own description.

use super::actor::Reply;
use http::Method;
use jsonschema::Validator;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};

/// The document as it is served.
pub static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    let parts =
        [congress::route::openapi(), ticketing::route::openapi(), registration::route::openapi(), checkin::openapi()];
    api::describe(parts, &kongress::routes().infos())
});

static VALIDATORS: LazyLock<Mutex<HashMap<String, std::sync::Arc<Validator>>>> = LazyLock::new(Mutex::default);

/// A schema that stands at this JSON Pointer of the document.
pub fn validator(pointer: &str) -> std::sync::Arc<Validator> {
    let mut all = VALIDATORS.lock().expect("the validators");
    let made = all.entry(pointer.to_owned()).or_insert_with(|| {
        let mut schema = DOCUMENT.pointer(pointer).unwrap_or_else(|| panic!("nothing at {pointer}")).clone();
        schema["components"] = DOCUMENT["components"].clone();
        let options = jsonschema::options().with_draft(jsonschema::Draft::Draft202012).should_validate_formats(true);
        std::sync::Arc::new(options.build(&schema).unwrap_or_else(|e| panic!("{pointer}: {e}")))
    });
    std::sync::Arc::clone(made)
}

/// The description's path for one that was asked for.
fn pattern(path: &str) -> Option<&'static str> {
    let asked: Vec<&str> = path.split('?').next().unwrap_or_default().split('/').collect();
    let paths = DOCUMENT["paths"].as_object().expect("paths");
    let fits = |pattern: &&String| {
        let segments: Vec<&str> = pattern.split('/').collect();
        segments.len() == asked.len() && segments.iter().zip(&asked).all(|(s, a)| s.starts_with('{') || s == a)
    };
    paths.keys().find(fits).map(String::as_str)
}

fn escaped(text: &str) -> String {
    text.replace('~', "~0").replace('/', "~1")
}

/// Fails unless the answer is one that the description has for this request.
#[track_caller]
pub fn check(method: &Method, path: &str, reply: &Reply) {
    let Some(pattern) = pattern(path) else { return };
    let operation = format!("/paths/{}/{}", escaped(pattern), method.as_str().to_lowercase());
    if DOCUMENT.pointer(&operation).is_none() {
        return;
    }
    let status = reply.status.as_u16();
    let answer = format!("{operation}/responses/{status}");
    let described = DOCUMENT.pointer(&answer);
    let described =
        described.unwrap_or_else(|| panic!("{method} {path} gave {status}, not described: {}", reply.text()));
    for (name, header) in described["headers"].as_object().into_iter().flatten() {
        let wanted = header["required"] == json!(true);
        assert!(!wanted || !reply.header(name).is_empty(), "{method} {path} gave {status} without {name}");
    }
    let Some(kinds) = described["content"].as_object() else { return };
    let kind = reply.header("content-type");
    assert!(kinds.contains_key(kind), "{method} {path} gave {status} as {kind}");
    let validator = validator(&format!("{answer}/content/{}/schema", escaped(kind)));
    let body = reply.json();
    let errors: Vec<String> = validator.iter_errors(&body).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(errors.is_empty(), "{method} {path} gave {status}, unlike its description: {errors:?}\n{body:#}");
}
