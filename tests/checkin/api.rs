//! `POST /api/v1/congresses/{congress}/check-ins`.

use super::Done;
use super::front::{Answered, Front, front};
use http::StatusCode;
use serde_json::{Value, json};
use std::error::Error;

const PATH: &str = "/api/v1/congresses/owl/check-ins";

fn body(front: &Front, ticket: &str) -> Value {
    json!({ "ticket": ticket, "nonce": front.door.store.chance().opaque_id() })
}

async fn post(front: &Front, body: &Value) -> Result<Answered, Box<dyn Error>> {
    front.json("program", PATH, "en", body).await
}

#[tokio::test]
async fn admitted_then_already_redeemed() -> Done {
    let front = front().await?;
    let guest = front.door.guest("vor-ort").await?;
    let first = body(&front, &guest.qr);
    let answer = post(&front, &first).await?;
    assert_eq!(answer.status, StatusCode::OK);
    let told = answer.json()?;
    let at = told["first_admitted_at"].as_str().ok_or("no moment")?.to_owned();
    chrono::DateTime::parse_from_rfc3339(&at)?;
    assert_eq!(told, json!({
        "status": "admitted", "reason": null, "detail": null, "explanation": "Welcome.",
        "attendee": {
            "given_name": "Henrik", "family_name": "Stallmann", "organisation": "Stadt Delbrück",
            "category": "vor-ort", "category_name": "Vor Ort: Verwaltung", "number": guest.number,
        },
        "first_admitted_at": at,
    }));
    assert_eq!(post(&front, &first).await?.json()?, told, "the same nonce, the same answer");

    let told = post(&front, &body(&front, &guest.number)).await?.json()?;
    assert_eq!((&told["status"], &told["reason"]), (&json!("refused"), &json!("already_redeemed")));
    assert_eq!(told["first_admitted_at"], json!(at));
    let explanation = told["explanation"].as_str().ok_or("no explanation")?;
    assert!(explanation.contains("Main entrance, scanned by Drehkreuz."), "{explanation}");
    let german = front.json("program", PATH, "de-DE,de;q=0.9", &body(&front, &guest.qr)).await?.json()?;
    assert!(german["explanation"].as_str().is_some_and(|e| e.contains("Haupteingang, gescannt von Drehkreuz.")));

    let forced = json!({ "ticket": guest.qr, "nonce": front.door.store.chance().opaque_id(), "force": true, "gate": "main",
        "at": "2026-03-10T09:12:00+01:00" });
    let told = post(&front, &forced).await?.json()?;
    assert_eq!((&told["status"], &told["reason"]), (&json!("attention"), &json!("already_redeemed")));
    assert_eq!((front.door.scans().await?, front.door.admissions().await?), (4, 1));
    Ok(())
}

#[tokio::test]
async fn a_refusal_is_an_answer() -> Done {
    let front = front().await?;
    let (online, unpaid) = (front.door.guest("online").await?, front.door.guest("firma").await?);
    for (ticket, reason, detail) in [
        ("garbage\u{0}", "invalid", json!("malformed")),
        ("", "invalid", json!("malformed")),
        (&*online.qr, "product", json!(null)),
        (&*unpaid.qr, "unpaid", json!(null)),
    ] {
        let answer = post(&front, &body(&front, ticket)).await?;
        assert_eq!(answer.status, StatusCode::OK);
        let told = answer.json()?;
        assert_eq!((&told["status"], &told["reason"], &told["detail"]), (&json!("refused"), &json!(reason), &detail));
        assert_eq!(told["attendee"].is_null(), reason == "invalid");
        assert_eq!(told["first_admitted_at"], json!(null));
    }
    Ok(())
}

#[tokio::test]
async fn what_is_wrong_is_named() -> Done {
    let front = front().await?;
    let nonce = front.door.store.chance().opaque_id();
    for (body, pointer) in [
        (json!({ "ticket": "x" }), "/nonce"),
        (json!({ "nonce": nonce }), "/ticket"),
        (json!({ "ticket": "x", "nonce": "seven" }), "/nonce"),
        (json!({ "ticket": 7, "nonce": nonce }), "/ticket"),
        (json!({ "ticket": "x", "nonce": nonce, "at": "yesterday" }), "/at"),
        (json!({ "ticket": "x", "nonce": nonce, "force": "yes" }), "/force"),
        (json!({ "ticket": "x", "nonce": nonce, "note": "n".repeat(501) }), "/note"),
    ] {
        let answer = post(&front, &body).await?;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{body}");
        assert_eq!(answer.json()?["errors"][0]["pointer"], json!(pointer), "{body}: {}", answer.body);
    }
    let unknown = json!({ "ticket": "x", "nonce": nonce, "colour": "red" });
    assert_eq!(post(&front, &unknown).await?.status, StatusCode::UNPROCESSABLE_ENTITY);
    let gate = post(&front, &json!({ "ticket": "x", "nonce": nonce, "gate": "back" })).await?;
    assert_eq!((gate.status, gate.json()?["type"].clone()), (StatusCode::UNPROCESSABLE_ENTITY, json!("/problems/unknown-gate")));
    assert_eq!(front.door.scans().await?, 0);
    Ok(())
}

#[tokio::test]
async fn only_tokens() -> Done {
    let front = front().await?;
    let body = body(&front, "x");
    for actor in ["nobody", "jonas"] {
        assert_eq!(front.json(actor, PATH, "de", &body).await?.status, StatusCode::UNAUTHORIZED);
    }
    let elsewhere = "/api/v1/congresses/nowhere/check-ins";
    assert_eq!(front.json("program", elsewhere, "de", &body).await?.status, StatusCode::NOT_FOUND);
    Ok(())
}
