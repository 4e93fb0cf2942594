//! Requests as they come: malformed, too large, of the wrong kind, for others. None is a mistake of ours, each is told.

use crate::kit::actor::{Client, Reply, nonce};
use crate::kit::{App, run};
use base::{Actor, Permission};
use http::Method;
use serde_json::{Value, json};

const CONGRESSES: &str = "/api/v1/congresses";
const CATEGORIES: &str = "/api/v1/congresses/owl/categories";
const ORDERS: &str = "/api/v1/congresses/owl/orders";

async fn program(app: &App) -> Client {
    app.congress("owl", 5).await;
    app.token(None, Permission::ALL).await.in_language("en")
}

async fn post(program: &Client, path: &str, body: &str) -> Reply {
    program.send(Method::POST, path, &[], Some("application/json"), body.as_bytes().to_vec()).await
}

fn order() -> Value {
    json!({ "buyer": { "kind": "person", "name": "Petra Kemper", "email": "petra@example.org" }, "notify": false,
        "attendees": [{ "category": "online", "family_name": "Kemper", "email": "petra@example.org" }] })
}

#[tokio::test]
async fn what_is_no_json_or_has_another_form_is_refused() {
    run(async |app: &App| {
        let program = program(app).await;
        let good = r#"{"slug":"a","name":{"de":"A"},"place":"online"}"#;
        for body in
            ["", "{", "nothing", "\u{feff}{}", &format!("{good} x"), &format!("{good}{good}"), r#"{"slug":"\ud800"}"#]
        {
            let told = post(&program, CATEGORIES, body).await.expect(400).json();
            assert_eq!(told["type"], "/problems/bad-request", "{body}");
        }
        for (body, pointer) in [
            ("[]", ""),
            ("null", ""),
            (r#"["a",{"de":"A"},{},"online"]"#, ""),
            (r#"{"slug":"a","slug":"b","name":{"de":"A"},"place":"online"}"#, ""),
            (r#"{"slug":"a","name":["A","B"],"place":"online"}"#, "/name"),
            (r#"{"slug":"a","name":{"de":"A"},"place":"online","colour":"red"}"#, ""),
            (r#"{"slug":"a","name":{"de":"A","fr":"A"},"place":"online"}"#, "/name"),
            (r#"{"slug":"a","name":{"de":"A"},"place":"moon"}"#, "/place"),
            (r#"{"slug":"a","name":{"de":"A"},"place":"online","price":[0,"EUR"]}"#, "/price"),
            (
                r#"{"slug":"a","name":{"de":"A"},"place":"online","vat_basis_points":99999999999999999999}"#,
                "/vat_basis_points",
            ),
            (r#"{"slug":"a","name":{"de":"A"},"place":"online","vat_basis_points":10001}"#, "/vat_basis_points"),
            (r#"{"slug":"a","name":{"de":"A"},"place":"online","price":{"amount":-1,"currency":"EUR"}}"#, "/price"),
            (r#"{"slug":"a","name":{"de":"A"},"place":"online","sale_from":"2031-01-01"}"#, "/sale_from"),
            (r#"{"slug":"a","name":{"de":"A"},"place":"online","sale_from":"+10000-01-01T00:00:00Z"}"#, "/sale_from"),
            (
                r#"{"slug":"a","name":{"de":"A"},"place":"online","sale_from":"0001-01-01T00:00:00+01:00"}"#,
                "/sale_from",
            ),
        ] {
            let told = post(&program, CATEGORIES, body).await.expect(422).json();
            let pointers: Vec<&str> =
                told["errors"].as_array().unwrap().iter().map(|e| e["pointer"].as_str().unwrap()).collect();
            assert!(pointers.iter().all(|p| p.starts_with(pointer)) && !pointers.is_empty(), "{body}: {told}");
        }
        post(&program, CATEGORIES, good).await.expect(201);
        let whole = r#"{"slug":"c","name":{"de":"C"},"place":"online","vat_basis_points":1900.0,"max_per_order":2e1}"#;
        let made = post(&program, CATEGORIES, whole).await.expect(201).json();
        assert_eq!((&made["vat_basis_points"], &made["max_per_order"]), (&json!(1900), &json!(20)));
        let part = r#"{"slug":"d","name":{"de":"D"},"place":"online","vat_basis_points":1900.5}"#;
        post(&program, CATEGORIES, part).await.expect(422);
        let leap = r#"{"slug":"b","name":{"de":"B"},"place":"online","sale_from":"2016-12-31T23:59:60.1234567Z"}"#;
        let made = post(&program, CATEGORIES, leap).await.expect(201).json();
        assert_eq!(made["sale_from"], "2017-01-01T00:00:00.123456+00:00");
        assert_eq!(program.get(&format!("{CATEGORIES}/b")).await.expect(200).json(), made);
    })
    .await;
}

#[tokio::test]
async fn the_kind_the_size_and_the_method_are_told() {
    run(async |app: &App| {
        let program = program(app).await;
        let body = br#"{"slug":"a","name":{"de":"A"},"place":"online"}"#;
        for kind in [None, Some("text/plain"), Some("application/jsonlines"), Some("application/x-www-form-urlencoded")]
        {
            let told = program.send(Method::POST, CATEGORIES, &[], kind, body.to_vec()).await.expect(415);
            assert_eq!(told.json()["type"], "/problems/unsupported-media-type", "{kind:?}");
        }
        let kind = Some("Application/JSON ; charset=utf-8");
        program.send(Method::POST, CATEGORIES, &[], kind, body.to_vec()).await.expect(201);
        let long = format!(r#"{{"slug":"{}"}}"#, "a".repeat(1024 * 1024));
        let told = post(&program, CATEGORIES, &long).await.expect(413).json();
        assert_eq!(told["type"], "/problems/too-large");
        for (method, path, allow) in [
            (Method::PUT, CATEGORIES, "GET,HEAD,POST"),
            (Method::DELETE, "/api/v1/congresses/owl/orders/7H4KQ2", "GET,HEAD"),
            (Method::GET, "/api/v1/congresses/owl/check-ins", "POST"),
        ] {
            let told = program.send(method, path, &[], None, vec![]).await.expect(405);
            assert_eq!((told.header("allow"), &told.json()["type"]), (allow, &json!("/problems/method-not-allowed")));
        }
        let head = program.send(Method::HEAD, CATEGORIES, &[], None, vec![]).await.expect(200);
        assert!(head.bytes.is_empty());
        let none = program.get("/api/v1/nothing").await.expect(404);
        assert_eq!(
            (none.header("content-type"), &none.json()["type"]),
            ("application/problem+json", &json!("/problems/not-found"))
        );
        for (language, title) in [
            ("en", "This page does not exist"),
            ("de-AT, en;q=0.5", "Diese Seite gibt es nicht"),
            ("fr, en;q=0.1", "This page does not exist"),
        ] {
            let told = program.in_language(language).get("/api/v1/nothing").await.json();
            assert_eq!(told["title"], title, "{language}");
        }
    })
    .await;
}

#[tokio::test]
async fn parameters_that_are_unknown_or_wrong_are_refused() {
    run(async |app: &App| {
        let program = program(app).await;
        let long = format!("query={}", "a+".repeat(101));
        for query in [
            "stat=confirmed",
            "limit=0",
            "limit=-1",
            "limit=ten",
            "limit=%2B5",
            "limit=1&limit=2",
            "cursor=%21",
            "cursor=YQ",
            "state=lost",
            "state=",
            "cursor=",
            "changed_since=",
            "changed_since=yesterday",
            "language=en",
            &long,
        ] {
            let told = program.get(&format!("{ORDERS}?{query}")).await.expect(400).json();
            assert_eq!(told["type"], "/problems/bad-request", "{query}");
        }
        for path in
            [format!("{ORDERS}/7H4KQ2?x=1"), "/api/v1/openapi.json?x=1".to_owned(), format!("{CONGRESSES}?query=x")]
        {
            program.get(&path).await.expect(400);
        }
        program.post_json(&format!("{ORDERS}?dry-run=1"), &order()).await.expect(400);
        for query in [
            "limit=1000000",
            "limit=99999999999999999999999",
            "category=none",
            "query=",
            "changed_since=2031-01-01T00:00:00+01:00",
        ] {
            let told = program.get(&format!("{ORDERS}?{query}")).await.expect(200).json();
            assert_eq!(told, json!({ "items": [], "next": null }), "{query}");
        }
    })
    .await;
}

#[tokio::test]
async fn orders_are_found_by_state_category_and_change() {
    run(async |app: &App| {
        let program = program(app).await;
        let first = program.post_json(ORDERS, &order()).await.expect(201);
        let mut paid = order();
        paid["attendees"][0]["category"] = json!("paid");
        let second = program.post_json(ORDERS, &paid).await.expect(201);
        let found = async |query: &str| -> Vec<String> {
            let list = program.get(&format!("{ORDERS}?{query}")).await.expect(200).json();
            list["items"].as_array().unwrap().iter().map(|o| o["code"].as_str().unwrap().to_owned()).collect()
        };
        let (first_made, second_made) = (first.json(), second.json());
        let (one, two) = (first_made["code"].as_str().unwrap(), second_made["code"].as_str().unwrap());
        let nothing: [&str; 0] = [];
        assert_eq!(found("state=confirmed").await, [one]);
        assert_eq!(found("state=awaiting_payment").await, [two]);
        assert_eq!(found("category=paid").await, [two]);
        assert_eq!(found("category=paid&state=confirmed").await, nothing);
        app.advance(chrono::TimeDelta::hours(1));
        let now = app.store.now().to_rfc3339_opts(chrono::SecondsFormat::Millis, true);
        assert_eq!(found(&format!("changed_since={now}")).await, nothing);
        program.post_json(&format!("{}/cancellation", first.location()), &json!({})).await.expect(200);
        assert_eq!(found(&format!("changed_since={now}")).await, [one]);
        assert_eq!(found("changed_since=2020-01-01T00:00:00%2B01:00").await, [one, two]);
        assert_eq!(found("limit=1&changed_since=2020-01-01T00:00:00+01:00").await, [one]);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn a_token_is_for_its_congress_and_until_it_is_revoked() {
    run(async |app: &App| {
        app.congress("owl", 5).await;
        let other = app.congress("other", 5).await;
        let theirs = app.token(Some(other.id), Permission::ALL).await;
        for path in [
            CONGRESSES.to_owned() + "/owl",
            CATEGORIES.to_owned(),
            ORDERS.to_owned(),
            CATEGORIES.to_owned() + "/online",
        ] {
            theirs.get(&path).await.expect(404);
            app.guest().get(&path).await.expect(401);
        }
        theirs.post_json(ORDERS, &order()).await.expect(404);
        theirs.post_json("/api/v1/congresses/other/orders", &order()).await.expect(201);
        let system = Actor::system();
        let new =
            identity::service::api_token::add_api_token(&app.store, &system, "short", None, &[Permission::OrdersRead]);
        let new = new.await.unwrap();
        let program = app.guest().with_token(&new.secret);
        program.get(ORDERS).await.expect(200);
        let lacks = program.post_json(ORDERS, &order()).await.expect(403).json();
        assert_eq!((&lacks["type"], &lacks["permission"]), (&json!("/problems/forbidden"), &json!("orders.write")));
        identity::service::api_token::revoke_api_token(&app.store, &system, new.id).await.unwrap();
        let ended = program.get(ORDERS).await.expect(401);
        assert_eq!(ended.header("www-authenticate"), "Bearer error=\"invalid_token\"");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_cancellation_with_a_key_happens_once() {
    run(async |app: &App| {
        let program = program(app).await;
        let placed = program.post_json(ORDERS, &order()).await.expect(201);
        let path = format!("{}/cancellation", placed.location());
        let key = nonce();
        let sends = (0..6).map(|_| {
            let (program, key, path) = (program.clone(), key.clone(), path.clone());
            tokio::spawn(async move {
                program.post_json_with(&path, &json!({ "reason": "ill" }), &[("idempotency-key", &key)]).await
            })
        });
        let mut answers = std::collections::BTreeSet::new();
        for send in sends.collect::<Vec<_>>() {
            answers.insert(send.await.unwrap().expect(200).text());
        }
        assert_eq!(answers.len(), 1, "{answers:?}");
        let with =
            async |body: Value, key: &str| program.post_json_with(&path, &body, &[("idempotency-key", key)]).await;
        let reused = with(json!({}), &key).await.expect(422).json();
        assert_eq!(reused["type"], "/problems/idempotency-key-reused");
        with(json!({}), "another").await.expect(409);
        // The key of another program is another key.
        let other = app.token(None, &[Permission::OrdersWrite]).await;
        let send = [("idempotency-key", &*key)];
        other.post_json_with(&path, &json!({ "reason": "ill" }), &send).await.expect(409);
        let theirs = other.post_json_with(ORDERS, &order(), &send).await.expect(201);
        assert_ne!(theirs.location(), placed.location());
    })
    .await;
}
