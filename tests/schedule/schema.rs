//! The schemas of both formats as judges.

use super::{bytes, path};
use jsonschema::{Draft, Validator};
use serde_json::Value;
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

/// Fails unless xmllint finds it valid against the XSD.
#[track_caller]
pub fn valid_xml(text: &str) {
    let schema = path("schedule.xml.xsd");
    let mut lint = Command::new("xmllint")
        .args(["--noout", "--nonet", "--schema"])
        .arg(schema)
        .arg("-")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("xmllint: infra/test installs it");
    lint.stdin.take().expect("stdin").write_all(text.as_bytes()).expect("all of it");
    let output = lint.wait_with_output().expect("an end");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}\n{}", said.chars().take(2_000).collect::<String>(), head(text));
}

/// With all formats but that of links and attachments, whose addresses are written as they are.
static SCHEMA: LazyLock<Validator> = LazyLock::new(|| {
    let mut schema: Value = serde_json::from_slice(&bytes("schema.json")).expect("JSON");
    let reference = schema.pointer_mut("/definitions/Reference/properties/url").and_then(Value::as_object_mut);
    reference.expect("links").remove("format");
    jsonschema::options().with_draft(Draft::Draft6).should_validate_formats(true).build(&schema).expect("a schema")
});

/// Fails unless it is valid against the JSON schema.
#[track_caller]
pub fn valid_json(text: &str) {
    let value: Value = serde_json::from_str(text).expect("JSON");
    let errors: Vec<String> =
        SCHEMA.iter_errors(&value).take(5).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}\n{}", head(text));
}

fn head(text: &str) -> String {
    text.chars().take(3_000).collect()
}
