//! `POST /api/v1/congresses/{congress}/check-ins`.

use super::front::{Front, front};
use base::Permission;
use serde_json::{Value, json};

const PATH: &str = "/api/v1/congresses/owl/check-ins";

fn body(front: &Front<'_>, ticket: &str) -> Value {
    json!({ "ticket": ticket, "nonce": front.nonce() })
}

#[tokio::test]
async fn admitted_then_already_redeemed() {
    front(async |front| {
        let english = front.program.in_language("en");
        let guest = front.door.guest("vor-ort").await?;
        let first = body(front, &guest.qr);
        let answer = english.post_json(PATH, &first).await.expect(200);
        let told = answer.json();
        let at = told["first_admitted_at"].as_str().ok_or("no moment")?.to_owned();
        chrono::DateTime::parse_from_rfc3339(&at)?;
        assert_eq!(
            told,
            json!({
                "status": "admitted", "reason": null, "detail": null, "explanation": "Welcome.",
                "attendee": {
                    "given_name": "Henrik", "family_name": "Stallmann", "organisation": "Stadt Delbrück",
                    "category": "vor-ort", "category_name": "Vor Ort: Verwaltung", "number": guest.number,
                },
                "first_admitted_at": at,
            })
        );
        assert_eq!(english.post_json(PATH, &first).await.json(), told, "the same nonce, the same answer");

        let told = english.post_json(PATH, &body(front, &guest.number)).await.json();
        assert_eq!((&told["status"], &told["reason"]), (&json!("refused"), &json!("already_redeemed")));
        assert_eq!(told["first_admitted_at"], json!(at));
        let explanation = told["explanation"].as_str().ok_or("no explanation")?;
        assert!(explanation.contains("Main entrance, scanned by test."), "{explanation}");
        let german = front.program.post_json(PATH, &body(front, &guest.qr)).await.json();
        assert!(german["explanation"].as_str().is_some_and(|e| e.contains("Haupteingang, gescannt von test.")));

        let forced = json!({ "ticket": guest.qr, "nonce": front.nonce(), "force": true, "gate": "main",
            "at": "2026-03-10T09:12:00+01:00" });
        let told = english.post_json(PATH, &forced).await.json();
        assert_eq!((&told["status"], &told["reason"]), (&json!("attention"), &json!("already_redeemed")));
        assert_eq!((front.door.scans().await?, front.door.admissions().await?), (4, 1));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_refusal_is_an_answer() {
    front(async |front| {
        let english = front.program.in_language("en");
        let (online, unpaid) = (front.door.guest("online").await?, front.door.guest("firma").await?);
        for (ticket, reason, detail) in [
            ("garbage\u{0}", "invalid", json!("malformed")),
            ("", "invalid", json!("malformed")),
            (&*online.qr, "product", json!(null)),
            (&*unpaid.qr, "unpaid", json!(null)),
        ] {
            let answer = english.post_json(PATH, &body(front, ticket)).await.expect(200);
            let told = answer.json();
            assert_eq!(
                (&told["status"], &told["reason"], &told["detail"]),
                (&json!("refused"), &json!(reason), &detail)
            );
            assert_eq!(told["attendee"].is_null(), reason == "invalid");
            assert_eq!(told["first_admitted_at"], json!(null));
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_is_named() {
    front(async |front| {
        let english = front.program.in_language("en");
        let nonce = front.nonce();
        for (body, pointer) in [
            (json!({ "ticket": "x" }), "/nonce"),
            (json!({ "nonce": nonce }), "/ticket"),
            (json!({ "ticket": "x", "nonce": "seven" }), "/nonce"),
            (json!({ "ticket": 7, "nonce": nonce }), "/ticket"),
            (json!({ "ticket": "x", "nonce": nonce, "at": "yesterday" }), "/at"),
            (json!({ "ticket": "x", "nonce": nonce, "force": "yes" }), "/force"),
            (json!({ "ticket": "x", "nonce": nonce, "note": "n".repeat(501) }), "/note"),
        ] {
            let answer = english.post_json(PATH, &body).await.expect(422);
            assert_eq!(answer.json()["errors"][0]["pointer"], json!(pointer), "{body}: {}", answer.text());
        }
        let unknown = json!({ "ticket": "x", "nonce": nonce, "colour": "red" });
        english.post_json(PATH, &unknown).await.expect(422);
        let gate =
            english.post_json(PATH, &json!({ "ticket": "x", "nonce": nonce, "gate": "back" })).await.expect(422).json();
        assert_eq!((&gate["type"], &gate["gate"]), (&json!("/problems/unknown-gate"), &json!("back")));
        assert_eq!(front.door.scans().await?, 0);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn only_tokens() {
    front(async |front| {
        let english = front.program.in_language("en");
        let body = body(front, "x");
        front.app.guest().post_json(PATH, &body).await.expect(401);
        front.miriam.post_json(PATH, &body).await.expect(401);
        front.app.token(None, &[Permission::OrdersRead]).await.post_json(PATH, &body).await.expect(403);
        english.post_json("/api/v1/congresses/nowhere/check-ins", &body).await.expect(404);
        let other = super::congress(&front.door.store, "owl-2028").await?;
        front.app.token(Some(other.id), &[Permission::CheckInsWrite]).await.post_json(PATH, &body).await.expect(404);
        Ok(())
    })
    .await;
}
