//! Orders, categories and quotas by programs: the shapes that outside programs rely on.

use crate::kit::actor::nonce;
use crate::kit::{App, Client, run};
use base::Permission;
use serde_json::{Value, json};

const ALL: &[Permission] = &[
    Permission::CongressRead,
    Permission::CongressWrite,
    Permission::OrdersRead,
    Permission::OrdersWrite,
    Permission::CheckInsWrite,
];

/// A congress made through the API alone: `vip` (2 places), `stream` (no limit), `last` (1 place).
async fn congress(app: &App) -> Client {
    let program = app.token(None, ALL).await;
    let new = json!({ "slug": "programs", "name": { "de": "Kongress", "en": "Congress" }, "starts_at": "2031-03-11T10:00:00+01:00",
        "ends_at": "2031-03-11T17:00:00+01:00", "zone": "Europe/Berlin" });
    let made = program.post_json("/api/v1/congresses", &new).await.expect(201).json();
    assert_eq!((made["slug"].as_str(), made["name"]["de"].as_str()), (Some("programs"), Some("Kongress")));
    for (slug, place) in [("vip", "on_site"), ("stream", "online"), ("last", "on_site")] {
        let new = json!({ "slug": slug, "name": { "de": slug, "en": slug }, "place": place,
            "price": { "amount": 0, "currency": "EUR" }, "vat_basis_points": 1900 });
        program.post_json("/api/v1/congresses/programs/categories", &new).await.expect(201);
    }
    for (slug, size, category) in
        [("seats", json!(2), "vip"), ("everyone", Value::Null, "stream"), ("seat", json!(1), "last")]
    {
        let new = json!({ "slug": slug, "name": slug, "size": size, "categories": [category] });
        program.post_json("/api/v1/congresses/programs/quotas", &new).await.expect(201);
    }
    program
}

fn order(category: &str, email: &str) -> Value {
    json!({ "buyer": { "kind": "business", "name": "Petra Kemper", "email": "petra@example.org" }, "language": "de", "notify": false,
        "attendees": [{ "category": category, "given_name": "Henrik", "family_name": "Stallmann", "email": email }] })
}

const ORDERS: &str = "/api/v1/congresses/programs/orders";

#[tokio::test]
async fn an_order_is_placed_seen_and_cancelled() {
    run(async |app: &App| {
        let program = congress(app).await;
        let placed = program.post_json(ORDERS, &order("vip", "h@example.org")).await.expect(201).json();
        let code = placed["code"].as_str().unwrap();
        assert_eq!((placed["state"].as_str(), placed["total"]["amount"].as_i64()), (Some("confirmed"), Some(0)));
        let attendee = &placed["attendees"][0];
        assert_eq!((attendee["state"].as_str(), attendee["category"].as_str()), (Some("valid"), Some("vip")));
        assert!(attendee["ticket"]["number"].as_str().unwrap().starts_with(&format!("{code}-1")));
        assert!(attendee["ticket"]["qr"].as_str().unwrap().starts_with("K1:"));
        let url = placed["url"].as_str().unwrap();
        assert!(url.ends_with(&format!("/programs/orders/{code}/{}", placed["secret"].as_str().unwrap())), "{url}");
        let path = url.strip_prefix(crate::kit::app::PUBLIC_URL).unwrap();
        app.guest().get(path).await.expect(200);

        assert_eq!(program.get(&format!("{ORDERS}/{code}")).await.expect(200).json(), placed);
        let found = program.get(&format!("{ORDERS}?query=stallmann")).await.expect(200).json();
        assert_eq!((found["items"].as_array().unwrap().len(), &found["next"]), (1, &Value::Null));

        let quotas = program.get("/api/v1/congresses/programs/quotas").await.expect(200).json();
        assert_eq!(quotas["items"][0]["why"], json!({ "sold": 1, "paying": 0, "held": 0 }));
        assert_eq!((quotas["items"][0]["taken"].as_i64(), quotas["items"][0]["free"].as_i64()), (Some(1), Some(1)));
        assert_eq!((&quotas["items"][1]["size"], &quotas["items"][1]["free"]), (&Value::Null, &Value::Null));

        let cancelled = program
            .post_json(&format!("{ORDERS}/{code}/cancellation"), &json!({ "reason": "ill" }))
            .await
            .expect(200)
            .json();
        assert_eq!(
            (cancelled["state"].as_str(), cancelled["attendees"][0]["state"].as_str()),
            (Some("cancelled"), Some("cancelled"))
        );
        let again = program
            .post_json(&format!("{ORDERS}/{code}/cancellation"), &json!({ "reason": "ill" }))
            .await
            .expect(409)
            .json();
        assert_eq!(again["type"], "/problems/closed");
    })
    .await;
}

#[tokio::test]
async fn sold_out_names_the_quota_and_wrong_input_each_member() {
    run(async |app: &App| {
        let program = congress(app).await;
        for _ in 0..2 {
            program.post_json(ORDERS, &order("vip", "h@example.org")).await.expect(201);
        }
        let full = program.in_language("en").post_json(ORDERS, &order("vip", "h@example.org")).await.expect(409);
        assert_eq!(full.header("content-type"), "application/problem+json");
        let full = full.json();
        assert_eq!(
            (full["type"].as_str(), full["quota"].as_str(), full["status"].as_i64()),
            (Some("/problems/sold-out"), Some("seats"), Some(409))
        );
        let mut wrong = order("stream", "no address");
        wrong["attendees"][0]["family_name"] = json!("");
        wrong["attendees"][0]["given_name"] = json!("");
        let wrong = program.post_json(ORDERS, &wrong).await.expect(422).json();
        assert_eq!(wrong["type"], "/problems/invalid");
        let mut pointers: Vec<&str> =
            wrong["errors"].as_array().unwrap().iter().map(|e| e["pointer"].as_str().unwrap()).collect();
        pointers.sort_unstable();
        assert_eq!(pointers, ["/attendees/0/email", "/attendees/0/family_name"]);
        let mut unknown = order("stream", "h@example.org");
        unknown["colour"] = json!("blue");
        program.post_json(ORDERS, &unknown).await.expect(422);
        let none = program.post_json(ORDERS, &order("none", "h@example.org")).await.expect(422).json();
        assert_eq!(none["errors"][0]["pointer"], "/attendees/0/category");
        let quota = json!({ "slug": "q", "name": "q", "size": 1, "categories": ["none"] });
        let quota = program.post_json("/api/v1/congresses/programs/quotas", &quota).await.expect(422).json();
        assert_eq!(
            (&quota["errors"][0]["pointer"], &quota["errors"][0]["detail"]),
            (&json!("/categories"), &quota["detail"])
        );
        let mut empty = order("stream", "h@example.org");
        empty["attendees"] = json!([]);
        program.post_json(ORDERS, &empty).await.expect(422);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_key_makes_one_order_however_often_it_is_sent() {
    run(async |app: &App| {
        let program = congress(app).await;
        let key = nonce();
        // The last place: whoever is second has the order of the first, and is not told that it is sold out.
        let body = order("last", "h@example.org");
        let sends = (0..8).map(|_| {
            let (program, key, body) = (program.clone(), key.clone(), body.clone());
            tokio::spawn(async move { program.post_json_with(ORDERS, &body, &[("idempotency-key", &key)]).await })
        });
        let mut answers = std::collections::BTreeSet::new();
        for send in sends.collect::<Vec<_>>() {
            answers.insert(send.await.unwrap().expect(201).text());
        }
        answers.insert(program.post_json_with(ORDERS, &body, &[("idempotency-key", &key)]).await.expect(201).text());
        assert_eq!(answers.len(), 1);
        let list = program.get(ORDERS).await.expect(200).json();
        assert_eq!(list["items"].as_array().unwrap().len(), 1);
        let other = order("stream", "other@example.org");
        program.post_json_with(ORDERS, &other, &[("idempotency-key", &key)]).await.expect(422);
        program.post_json(ORDERS, &body).await.expect(409);
        let refused = nonce();
        for _ in 0..2 {
            let full = program.post_json_with(ORDERS, &body, &[("idempotency-key", &refused)]).await.expect(409).json();
            assert_eq!(full["type"], "/problems/sold-out");
        }
    })
    .await;
}

#[tokio::test]
async fn every_create_is_answered_as_the_first_time_under_its_key() {
    run(async |app: &App| {
        let program = congress(app).await;
        let new_congress = json!({ "slug": "twice", "name": { "de": "Zweimal" }, "starts_at": "2031-03-11T10:00:00+01:00",
            "ends_at": "2031-03-11T17:00:00+01:00" });
        let new_category = json!({ "slug": "twice", "name": { "de": "Zweimal" }, "place": "online" });
        let new_quota = json!({ "slug": "twice", "name": "Zweimal", "size": 3, "categories": ["stream"] });
        for (path, new) in [
            ("/api/v1/congresses", &new_congress),
            ("/api/v1/congresses/programs/categories", &new_category),
            ("/api/v1/congresses/programs/quotas", &new_quota),
        ] {
            let key = nonce();
            let first = program.post_json_with(path, new, &[("idempotency-key", &key)]).await.expect(201);
            let again = program.post_json_with(path, new, &[("idempotency-key", &key)]).await.expect(201);
            assert_eq!(first.bytes, again.bytes, "{path}");
            let mut other = new.clone();
            other["slug"] = json!("thrice");
            let reused = program.post_json_with(path, &other, &[("idempotency-key", &key)]).await.expect(422).json();
            assert_eq!(reused["type"], "/problems/idempotency-key-reused");
            let taken = program.post_json(path, new).await.expect(409).json();
            assert_eq!(taken["type"], "/problems/slug-taken");
        }
    })
    .await;
}

#[tokio::test]
async fn who_may_only_look_does_not_get_the_link() {
    run(async |app: &App| {
        let program = congress(app).await;
        let placed = program.post_json(ORDERS, &order("stream", "h@example.org")).await.expect(201).json();
        let path = format!("{ORDERS}/{}", placed["code"].as_str().unwrap());
        let reader = app.token(None, &[Permission::OrdersRead]).await;
        let shown = reader.get(&path).await.expect(200).json();
        let listed = reader.get(ORDERS).await.expect(200).json()["items"][0].clone();
        for seen in [shown, listed] {
            assert_eq!((seen.get("secret"), seen.get("url")), (None, None));
            assert_eq!(seen["attendees"], placed["attendees"]);
        }
        assert_eq!(program.get(&path).await.expect(200).json(), placed);
        // To write without reading is to have the answer to what one wrote.
        let writer = app.token(None, &[Permission::OrdersWrite]).await;
        let cancelled = writer.post_json(&format!("{path}/cancellation"), &json!({})).await.expect(200).json();
        assert_eq!((&cancelled["state"], &cancelled["secret"]), (&json!("cancelled"), &placed["secret"]));
    })
    .await;
}

#[tokio::test]
async fn u_0000_is_nowhere_a_mistake_of_ours() {
    run(async |app: &App| {
        let program = congress(app).await;
        program.post_json(ORDERS, &order("stream", "h@example.org")).await.expect(201);
        for path in ["/%00", "/programs%00/orders/a/b", "/programs/my/%00", "/programs/pages/%00", "/login/link/%00"] {
            app.guest().get(path).await.expect(404);
        }
        program.get("/api/v1/congresses/programs%00/orders").await.expect(404);
        program.get(&format!("{ORDERS}/%00")).await.expect(404);
        for query in ["query=%00", "query=stall%00mann"] {
            let found = program.get(&format!("{ORDERS}?{query}")).await.expect(200).json();
            assert_eq!(found["items"].as_array().unwrap().len(), 1, "{query}");
        }
        // "a", U+0000, "b".
        for path in [ORDERS, "/api/v1/congresses"] {
            program.get(&format!("{path}?cursor=YQBi")).await.expect(400);
        }
        let category = json!({ "slug": "null", "name": { "de": "A\u{0}B" }, "place": "online" });
        let mut family = order("stream", "h@example.org");
        family["attendees"][0]["family_name"] = json!("Stall\u{0}mann");
        let scan = json!({ "ticket": "x", "nonce": nonce(), "gate": "ma\u{0}in" });
        for (path, body, pointer) in [
            ("/api/v1/congresses/programs/categories", category, "/name/de"),
            (ORDERS, family, "/attendees/0/family_name"),
            ("/api/v1/congresses/programs/check-ins", scan, "/gate"),
        ] {
            let refused = program.in_language("en").post_json(path, &body).await.expect(422).json();
            assert_eq!(
                refused["errors"],
                json!([{ "pointer": pointer, "detail": "The character U+0000 cannot be stored." }])
            );
        }
        let form = [("email", "a\u{0}b@example.org"), ("password", "\u{0}")];
        let told = app.guest().post_form("/login", &form).await;
        assert!(told.status.is_client_error(), "{}", told.status);
        let door = app.staff(identity::Role::Door).await;
        door.get("/programs/door?q=%00&gate=main").await.expect(200);
        door.get("/programs/door?gate=%00").await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn a_list_of_congresses_is_that_of_the_token_also_in_parts() {
    run(async |app: &App| {
        for slug in ["a", "b"] {
            app.congress(slug, 1).await;
        }
        let third = app.congress("c", 1).await;
        app.congress("d", 1).await;
        let narrow = app.token(Some(third.id), &[Permission::CongressRead]).await;
        let part = narrow.get("/api/v1/congresses?limit=1").await.expect(200).json();
        assert_eq!((&part["items"][0]["slug"], &part["next"]), (&json!("c"), &Value::Null));
        let wide = app.token(None, &[Permission::CongressRead]).await;
        let (mut next, mut seen) = (Some("/api/v1/congresses?limit=1".to_owned()), vec![]);
        while let Some(path) = next {
            let part = wide.get(&path).await.expect(200).json();
            seen.extend(part["items"].as_array().unwrap().iter().map(|c| c["slug"].as_str().unwrap().to_owned()));
            next = part["next"].as_str().map(str::to_owned);
        }
        assert_eq!(seen, ["a", "b", "c", "d"]);
    })
    .await;
}

#[tokio::test]
async fn long_lists_come_in_parts_that_leave_nothing_out() {
    run(async |app: &App| {
        let program = congress(app).await;
        let mut placed = std::collections::BTreeSet::new();
        for n in 0..7 {
            let made =
                program.post_json(ORDERS, &order("stream", &format!("h{n}@example.org"))).await.expect(201).json();
            placed.insert(made["code"].as_str().unwrap().to_owned());
        }
        let mut next = Some(format!("{ORDERS}?limit=3"));
        let (mut seen, mut parts) = (vec![], 0);
        while let Some(path) = next {
            let part = program.get(&path).await.expect(200).json();
            seen.extend(part["items"].as_array().unwrap().iter().map(|o| o["code"].as_str().unwrap().to_owned()));
            next = part["next"].as_str().map(str::to_owned);
            parts += 1;
        }
        assert_eq!((parts, seen.len()), (3, 7));
        assert_eq!(seen.into_iter().collect::<std::collections::BTreeSet<_>>(), placed);
    })
    .await;
}

#[tokio::test]
async fn a_token_opens_its_own_congress_alone() {
    run(async |app: &App| {
        let everywhere = congress(app).await;
        let code = everywhere.post_json(ORDERS, &order("stream", "h@example.org")).await.expect(201).json()["code"]
            .as_str()
            .unwrap()
            .to_owned();
        let other = app.congress("other", 5).await;
        let narrow = app.token(Some(other.id), ALL).await;
        narrow.get(ORDERS).await.expect(404);
        narrow.get(&format!("{ORDERS}/{code}")).await.expect(404);
        narrow.get(&format!("/api/v1/congresses/other/orders/{code}")).await.expect(404);
        let seen = narrow.get("/api/v1/congresses").await.expect(200).json();
        assert_eq!(
            seen["items"].as_array().unwrap().iter().map(|c| c["slug"].as_str().unwrap()).collect::<Vec<_>>(),
            ["other"]
        );
        narrow.post_json("/api/v1/congresses", &json!({})).await.expect(403);
        let reader = app.token(None, &[Permission::OrdersRead]).await;
        reader.post_json(ORDERS, &order("stream", "h@example.org")).await.expect(403);
        let nobody = app.guest();
        let refused = nobody.get(ORDERS).await.expect(401);
        assert_eq!(refused.header("www-authenticate"), "Bearer");
        app.guest().with_token("kg_wrong").get(ORDERS).await.expect(401);
    })
    .await;
}

#[tokio::test]
async fn wrong_input_names_its_member_in_the_language_of_the_program() {
    run(async |app: &App| {
        let program = congress(app).await.in_language("de");
        let refused = async |path: &str, body: Value| {
            let problem = program.post_json(path, &body).await.expect(422).json();
            assert_eq!(problem["type"], "/problems/invalid", "{problem}");
            let error = &problem["errors"][0];
            (error["pointer"].as_str().unwrap().to_owned(), error["detail"].as_str().unwrap().to_owned())
        };
        let mut without = order("stream", "h@example.org");
        without["attendees"][0].as_object_mut().unwrap().remove("email");
        assert_eq!(refused(ORDERS, without).await, ("/attendees/0/email".into(), "Diese Angabe fehlt.".into()));
        assert_eq!(refused(ORDERS, order("none", "h@example.org")).await.0, "/attendees/0/category");
        let congress = |slug: &str, name: &str, ends: &str| {
            json!({ "slug": slug, "name": { "de": name }, "starts_at": "2031-03-11T10:00:00+01:00", "ends_at": ends })
        };
        let late = "2031-03-11T17:00:00+01:00";
        for (body, pointer) in [
            (congress("desk", "Kongress", late), "/slug"),
            (congress("fine", "  ", late), "/name"),
            (congress("fine", "Kongress", "2031-03-11T09:00:00+01:00"), "/ends_at"),
        ] {
            assert_eq!(refused("/api/v1/congresses", body).await.0, pointer);
        }
        let quota = json!({ "slug": "q", "name": "Q", "size": -1, "categories": ["stream"] });
        assert_eq!(refused("/api/v1/congresses/programs/quotas", quota).await.0, "/size");
        let all = program.get("/api/v1/congresses/programs/quotas").await.expect(200).json();
        let (mut next, mut seen) = (Some("/api/v1/congresses/programs/quotas?limit=1".to_owned()), vec![]);
        while let Some(path) = next {
            let part = program.get(&path).await.expect(200).json();
            assert_eq!(part["items"].as_array().unwrap().len(), 1);
            seen.push(part["items"][0].clone());
            next = part["next"].as_str().map(str::to_owned);
        }
        assert_eq!(all["items"], Value::Array(seen));
    })
    .await;
}

#[tokio::test]
async fn a_program_may_say_where_the_invoice_goes() {
    const ORDERS: &str = "/api/v1/congresses/owl/orders";
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let program = app.token(Some(owl.id), &[Permission::OrdersWrite, Permission::OrdersRead]).await;
        let mut new = order("paid", "h@example.org");
        let plain = program.post_json(ORDERS, &new).await.expect(201).json();
        assert!(plain["buyer"].get("billing").is_none(), "nothing was said, and nothing is told");
        new["buyer"]["billing"] = json!({
            "street": " Lange Straße 45 ", "postcode": "33129", "town": "Delbrück",
            "leitweg_id": "057740016016-12-96", "purchase_order": "4500012345",
        });
        let made = program.post_json(ORDERS, &new).await.expect(201).json();
        let billing = json!({
            "street": "Lange Straße 45", "postcode": "33129", "town": "Delbrück", "country": "DE", "vat_id": "",
            "leitweg_id": "057740016016-12-96", "purchase_order": "4500012345", "cost_centre": "",
        });
        assert_eq!(made["buyer"]["billing"], billing, "as it was cleaned");
        let path = format!("{ORDERS}/{}", made["code"].as_str().expect("a code"));
        assert_eq!(program.get(&path).await.expect(200).json()["buyer"]["billing"], billing);
        let wrong = |name: &str, value: serde_json::Value| {
            let mut wrong = new.clone();
            wrong["buyer"]["billing"][name] = value;
            wrong
        };
        for (name, value) in [
            ("country", json!("Deutschland")),
            // One digit is another: the check digits tell.
            ("leitweg_id", json!("057740016016-12-97")),
            ("street", json!("x".repeat(301))),
            ("town", json!("www.example.org")),
        ] {
            let told = program.post_json(ORDERS, &wrong(name, value)).await.expect(422).json();
            assert_eq!(told["errors"][0]["pointer"], format!("/buyer/billing/{name}"), "{told}");
        }
        program.post_json(ORDERS, &wrong("iban", json!("DE02"))).await.expect(422);
        new["buyer"]["billing"] = json!(null);
        program.post_json(ORDERS, &new).await.expect(201);
        app.run_jobs().await;
    })
    .await;
}
