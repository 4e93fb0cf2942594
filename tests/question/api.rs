//! Answers by programs.

use super::question;
use crate::kit::{App, run};
use base::Permission::{OrdersRead, OrdersWrite, SensitiveRead};
use congress::entity::question::{Kind, UsedFor};
use congress::service::question::Question;
use serde_json::{Value, json};

fn order(answers: &Value, person: &Value) -> Value {
    json!({
        "buyer": { "kind": "business", "name": "Petra Kemper", "email": "petra@example.org" },
        "attendees": [{
            "category": "online", "family_name": "Stallmann", "email": "henrik@example.org", "answers": person
        }],
        "answers": answers
    })
}

const PATH: &str = "/api/v1/congresses/owl/orders";

#[tokio::test]
async fn a_program_answers_what_is_asked() {
    run(async |app: &App| {
        let owl = app.congress("owl", 10).await;
        app.menu(owl.id).await;
        let group = Question { used_for: UsedFor::Order, position: 9, ..question("Gruppe", Kind::Number) };
        app.ask(owl.id, "group", group).await.unwrap();
        let several =
            Question { position: 10, options: super::options(&["a", "b"]), ..question("Themen", Kind::SeveralOf) };
        app.ask(owl.id, "topics", several).await.unwrap();
        let program = app.token(Some(owl.id), &[OrdersRead, OrdersWrite]).await;
        let wrong = program
            .post_json(PATH, &order(&json!({ "group": "viele", "shoe": 1 }), &json!({ "diet": "fish", "photo": true })))
            .await
            .expect(422)
            .json();
        let pointers: Vec<&str> =
            wrong["errors"].as_array().unwrap().iter().map(|e| e["pointer"].as_str().unwrap()).collect();
        assert_eq!(pointers, ["/answers/group", "/answers/shoe", "/attendees/0/answers/diet"], "{wrong}");
        let person = json!({ "diet": "other", "diet-note": "Sellerie", "photo": false, "topics": ["b", "a"] });
        let placed = program.post_json(PATH, &order(&json!({ "group": 7 }), &person)).await.expect(201).json();
        assert_eq!(placed["answers"], json!({ "group": 7 }));
        let plain = json!({ "photo": false, "topics": ["a", "b"] });
        assert_eq!(placed["attendees"][0]["answers"], plain, "nothing sensitive");
        let path = format!("{PATH}/{}", placed["code"].as_str().unwrap());
        assert_eq!(program.get(&path).await.expect(200).json()["attendees"][0]["answers"], plain);
        let doctor = app.token(Some(owl.id), &[OrdersRead, SensitiveRead]).await;
        let all = json!({ "diet": "other", "diet-note": "Sellerie", "photo": false, "topics": ["a", "b"] });
        assert_eq!(doctor.get(&path).await.expect(200).json()["attendees"][0]["answers"], all);
        let list = doctor.get(PATH).await.expect(200).json();
        assert_eq!(list["items"][0]["attendees"][0]["answers"], all);
        // As before there were questions: nothing must be answered.
        let bare = json!({
            "buyer": { "kind": "business", "name": "Petra Kemper", "email": "petra@example.org" },
            "attendees": [{ "category": "online", "family_name": "Nolte", "email": "lea@example.org" }]
        });
        program.post_json(PATH, &bare).await.expect(201);
        app.run_jobs().await;
    })
    .await;
}
