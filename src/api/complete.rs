//! The whole document, from what the slices say and what holds for all.

use crate::problem::{PROBLEMS, Problem};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use utoipa::PartialSchema;
use utoipa::openapi::OpenApi;
use web::problem::{Problem as Document, WrongMember};
use web::{Access, RouteInfo};

const DESCRIPTION: &str = "\
Congresses, their categories, quotas, orders and check-ins, for other programs.

**Access.** Every request brings `Authorization: Bearer TOKEN`; `kongress token add` makes tokens, for one congress or for \
all, with the permissions that each operation names. What a token is not for is answered as if it did not exist.

**Values.** JSON in UTF-8, at most one megabyte. Times are RFC 3339 with an offset, money is whole cents, texts are \
`{\"de\", \"en\"}`. Members and parameters that are not described here are refused, as is the character U+0000; answers may get new \
members. Answers are JSON whatever `Accept` says.

**Problems** are RFC 9457, in the language of `Accept-Language` (German or English). `type` tells which, `errors` names each \
wrong member by its JSON Pointer.

**Again.** A change sent a second time with the same `Idempotency-Key` does nothing and is answered as the first time, for a \
week; a request that failed leaves the key free. With the key another request is refused.

**Lists** come in parts: `limit` (100 unless said otherwise, 1,000 at most), then `next`, until it is null.";

/// The document of the slices' `parts` and its own.
pub fn describe(parts: impl IntoIterator<Item = OpenApi>, routes: &[RouteInfo]) -> Value {
    let mut whole = OpenApi::default();
    for part in parts.into_iter().chain([crate::route::openapi()]) {
        whole.merge(part);
    }
    let mut document = json!(whole);
    document["info"] = json!({
        "title": "kongress", "version": "1", "description": DESCRIPTION,
        "license": { "name": "EUPL-1.2", "identifier": "EUPL-1.2" }
    });
    document["servers"] = json!([{ "url": "/", "description": "This installation" }]);
    document["tags"] = ["congresses", "categories", "quotas", "orders", "check-ins", "description"]
        .map(|name| json!({ "name": name }))
        .into();
    document["components"]["securitySchemes"] = json!({ "token": {
        "type": "http", "scheme": "bearer", "description": "A token of `kongress token add`, shown once when it is made."
    }});
    document["components"]["schemas"]["Problem"] = problem();
    document["components"]["schemas"]["WrongMember"] = json!(WrongMember::schema());
    let examples = examples(&document["components"]["schemas"]);
    for route in routes {
        let method = route.method.as_str().to_lowercase();
        if let Some(operation) = document["paths"].get_mut(route.pattern).and_then(|path| path.get_mut(&method)) {
            complete(operation, route, &examples);
        }
    }
    document
}

fn problem() -> Value {
    let mut schema = json!(Document::schema());
    let mut kinds: Vec<String> = PROBLEMS.iter().map(Problem::kind).collect();
    kinds.sort_unstable();
    schema["properties"]["type"]["enum"] = kinds.into();
    schema["examples"] = json!([PROBLEMS.iter().find(|p| p.name == "invalid").map(Problem::example)]);
    schema
}

/// What stands as an example at each schema; of a list, a list of one.
fn examples(schemas: &Value) -> BTreeMap<String, Value> {
    let schemas = schemas.as_object().into_iter().flatten();
    let own = |(name, schema): (&String, &Value)| Some((name.clone(), schema["examples"].get(0)?.clone()));
    schemas.filter_map(own).collect()
}

fn example<'a>(content: &'a Value, examples: &'a BTreeMap<String, Value>) -> Option<Value> {
    let named = |reference: &Value| examples.get(reference.as_str()?.rsplit('/').next()?).cloned();
    let schema = &content["schema"];
    named(&schema["$ref"]).or_else(|| {
        let name = schema["$ref"].as_str()?.rsplit_once("List_")?.1;
        Some(json!({ "items": [examples.get(name)?], "next": null }))
    })
}

/// Adds to an operation what its route says.
fn complete(operation: &mut Value, route: &RouteInfo, examples: &BTreeMap<String, Value>) {
    let takes_json = operation.get("requestBody").is_some();
    let once = takes_json && !route.pattern.ends_with("/check-ins");
    let mut parameters = parameters(route, once);
    parameters.extend(operation["parameters"].as_array().cloned().unwrap_or_default());
    operation["parameters"] = parameters.into();
    secure(operation, route.access);

    if let Some(content) = operation.pointer_mut("/requestBody/content/application~1json")
        && let Some(example) = example(content, examples)
    {
        content["example"] = example;
    }
    let mut told: BTreeMap<u16, Vec<&'static Problem>> = BTreeMap::new();
    let mut tell = |name: &str| {
        if let Some(problem) = PROBLEMS.iter().find(|problem| problem.name == name) {
            told.entry(problem.status).or_default().push(problem);
        }
    };
    let common = common(route, takes_json, once);
    common.into_iter().for_each(&mut tell);
    let answers = operation["responses"].take();
    let mut responses = Map::new();
    for (status, mut answer) in answers.as_object().cloned().unwrap_or_default() {
        if status.starts_with('2') || status.starts_with('3') {
            if let Some(content) = answer.pointer_mut("/content/application~1json")
                && let Some(example) = example(content, examples)
            {
                content["example"] = example;
            }
            answer["headers"]["X-Request-Id"] = number();
            if status == "201" {
                answer["headers"]["Location"] =
                    json!({ "description": "Where it is.", "required": true, "schema": { "type": "string" } });
            }
            responses.insert(status, answer);
        } else {
            answer["description"].as_str().unwrap_or_default().split(' ').for_each(&mut tell);
        }
    }
    responses.extend(told.iter().map(|(status, problems)| (status.to_string(), response(*status, problems))));
    responses.sort_keys();
    operation["responses"] = responses.into();
}

/// The problems that any operation of this kind may answer with.
fn common(route: &RouteInfo, takes_json: bool, once: bool) -> Vec<&'static str> {
    let mut names = vec!["bad-request", "internal", "unavailable"];
    if route.access != Access::Public {
        names.extend(["unauthorized", "forbidden"]);
    }
    if route.pattern.contains('{') {
        names.push("not-found");
    }
    if takes_json {
        names.extend(["too-large", "unsupported-media-type", "invalid"]);
    }
    if once {
        names.extend(["idempotency-key-malformed", "idempotency-key-reused"]);
    }
    names
}

fn response(status: u16, problems: &[&Problem]) -> Value {
    let when: Vec<String> = problems.iter().map(|p| format!("`{}`: {}.", p.kind(), p.when)).collect();
    let examples: Map<String, Value> =
        problems.iter().map(|p| (p.name.to_owned(), json!({ "value": p.example() }))).collect();
    let mut headers = json!({ "X-Request-Id": number() });
    let mut say = |name: &str, what: &str| {
        headers[name] = json!({ "description": what, "required": true, "schema": { "type": "string" } });
    };
    match status {
        401 => say("WWW-Authenticate", "`Bearer`, and why a token that was sent is not taken (RFC 6750)."),
        503 => say("Retry-After", "After how many seconds to ask again."),
        _ => {}
    }
    json!({
        "description": when.join("\n\n"),
        "headers": headers,
        "content": { "application/problem+json": {
            "schema": { "$ref": "#/components/schemas/Problem" }, "examples": examples
        }}
    })
}

fn number() -> Value {
    json!({
        "description": "The number of the request in the log.", "required": true, "schema": { "type": "string", "format": "uuid" }
    })
}

fn parameters(route: &RouteInfo, once: bool) -> Vec<Value> {
    let mut all: Vec<Value> = route
        .pattern
        .split('/')
        .filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}'))
        .map(|name| {
            let (what, example) = match name {
                "code" => ("The order's code.", "7H4KQ2"),
                "congress" => ("The congress's short name.", "owl-2028"),
                "category" => ("The category's short name.", "vor-ort"),
                _ => ("The short name.", "saal"),
            };
            json!({ "name": name, "in": "path", "required": true, "description": what, "schema": { "type": "string" },
                "example": example })
        })
        .collect();
    if route.query.contains(&"limit") {
        all.push(json!({
            "name": "limit", "in": "query", "description": "How many items; more than 1,000 are 1,000.",
            "schema": { "type": "integer", "minimum": 1, "default": 100 }, "example": 100
        }));
        all.push(json!({
            "name": "cursor", "in": "query", "description": "Where the part begins: from the link `next`.",
            "schema": { "type": "string", "format": "cursor" }
        }));
    }
    if once {
        all.push(json!({
            "name": "Idempotency-Key", "in": "header",
            "description": "Names this request: sent again, it does nothing and is answered as the first time.",
            "schema": { "type": "string", "pattern": "^[!-~]+$", "minLength": 1, "maxLength": 255 },
            "example": "8e03978e-40d5-43dd-bc93-6894a57f9324"
        }));
    }
    all.push(json!({
        "name": "Accept-Language", "in": "header", "description": "The language of what people read: German or English.",
        "schema": { "type": "string" }, "example": "en"
    }));
    all
}

/// Who may, in words and for machines.
fn secure(operation: &mut Value, access: Access) {
    let (permission, note) = match access {
        Access::Api(permission) => (permission, "in this congress"),
        Access::ApiAnywhere(permission) => (permission, "in some congress"),
        Access::ApiEverywhere(permission) => (permission, "in all congresses of the installation"),
        Access::Public
        | Access::Link
        | Access::Member
        | Access::Operator
        | Access::Staff
        | Access::Needs(_)
        | Access::NeedsEverywhere(_) => {
            operation["security"] = json!([]);
            return;
        }
    };
    let needs = format!("Needs the permission `{permission}` {note}.");
    let own = operation["description"].as_str().filter(|own| !own.is_empty());
    operation["description"] = own.map_or_else(|| needs.clone(), |own| format!("{own}\n\n{needs}")).into();
    operation["security"] = json!([{ "token": [permission.name()] }]);
}
