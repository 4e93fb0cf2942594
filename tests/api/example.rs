//! The examples of the description: they work, and look like what they are examples of.

use crate::kit::contract::{DOCUMENT, validator};
use crate::kit::{App, run};
use base::Permission;
use serde_json::Value;

const ORDERS: &str = "/api/v1/congresses/{congress}/orders";

fn body(path: &str) -> Value {
    DOCUMENT["paths"][path]["post"]["requestBody"]["content"]["application/json"]["example"].clone()
}

fn answer(path: &str, method: &str, status: &str) -> Value {
    DOCUMENT["paths"][path][method]["responses"][status]["content"]["application/json"]["example"].clone()
}

/// The names of all members, at any depth; of a list, of its first item.
fn names(value: &Value) -> Value {
    match value {
        Value::Object(members) => members.iter().map(|(name, value)| (name.clone(), names(value))).collect(),
        Value::Array(items) => items.iter().take(1).map(names).collect(),
        _ => Value::Null,
    }
}

#[tokio::test]
async fn a_program_that_follows_the_examples_gets_what_they_show() {
    run(async |app: &App| {
        let program = app.token(None, Permission::ALL).await;
        let post = async |pattern: &str, path: &str, status: u16| {
            let told = program.post_json(path, &body(pattern)).await.expect(status);
            let shown = answer(pattern, "post", &status.to_string());
            assert_eq!(names(&told.json()), names(&shown), "{pattern}");
            told
        };
        let get = async |pattern: &str, path: &str| {
            let told = program.get(path).await.expect(200).json();
            assert_eq!(names(&told), names(&answer(pattern, "get", "200")), "{pattern}");
            told
        };
        let congresses = "/api/v1/congresses";
        let congress = post(congresses, congresses, 201).await;
        let root = congress.location().to_owned();
        let full = |pattern: &str| pattern.replace("/api/v1/congresses/{congress}", &root);
        for (list, one) in [("categories", "category"), ("quotas", "quota")] {
            let list = format!("/api/v1/congresses/{{congress}}/{list}");
            let made = post(&list, &full(&list), 201).await;
            get(&list, &full(&list)).await;
            let shown = get(&format!("{list}/{{{one}}}"), made.location()).await;
            assert_eq!(shown, made.json());
        }
        assert_eq!(get("/api/v1/congresses/{congress}", &root).await, congress.json());
        get(congresses, congresses).await;

        let placed = post(ORDERS, &full(ORDERS), 201).await;
        app.run_jobs().await;
        let one = format!("{ORDERS}/{{code}}");
        assert_eq!(get(&one, placed.location()).await, placed.json());
        let query =
            DOCUMENT["paths"][ORDERS]["get"]["parameters"].as_array().unwrap().iter().filter(|p| p["in"] == "query");
        let query: Vec<String> = query
            .filter(|p| !p["example"].is_null())
            .map(|p| format!("{}={}", p["name"].as_str().unwrap(), p["example"].to_string().trim_matches('"')))
            .collect();
        assert_eq!(query.len(), 5);
        get(ORDERS, &format!("{}?{}", full(ORDERS), query.join("&"))).await;

        let check_ins = "/api/v1/congresses/{congress}/check-ins";
        let mut scan = body(check_ins);
        scan["ticket"] = placed.json()["attendees"][0]["ticket"]["qr"].clone();
        let told = program.post_json(&full(check_ins), &scan).await.expect(200).json();
        let mut shown = names(&answer(check_ins, "post", "200"));
        // Nobody is inside yet in the one, the doors are not open in the other.
        shown["first_admitted_at"] = Value::Null;
        assert_eq!(names(&told), shown);

        let cancellation = format!("{one}/cancellation");
        post(&cancellation, &format!("{}/cancellation", placed.location()), 200).await;
        app.run_jobs().await;
    })
    .await;
}

#[test]
fn every_example_is_what_its_schema_says() {
    let mut seen = 0;
    for (path, item) in DOCUMENT["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let at = format!("/paths/{}/{method}", path.replace('/', "~1"));
            let request = [operation.get("requestBody").map(|body| (format!("{at}/requestBody"), body))];
            let responses = operation["responses"].as_object().unwrap().iter();
            let responses = responses.map(|(status, answer)| (format!("{at}/responses/{status}"), answer));
            for (at, told) in request.into_iter().flatten().chain(responses) {
                for (kind, content) in told["content"].as_object().into_iter().flatten() {
                    let named = content["examples"].as_object().into_iter().flatten().map(|(_, e)| &e["value"]);
                    let validator = validator(&format!("{at}/content/{}/schema", kind.replace('/', "~1")));
                    for example in content.get("example").into_iter().chain(named) {
                        seen += 1;
                        let errors: Vec<String> = validator.iter_errors(example).map(|e| e.to_string()).collect();
                        assert!(errors.is_empty(), "{at}: {errors:?}");
                    }
                }
            }
        }
    }
    assert!(seen > 100, "{seen}");
}
