//! How faults are told: as a page to people, as a problem document to programs.

use super::Outcome;
use super::house::House;
use base::Permission;
use base::error::Told;
use http::StatusCode;
use serde::Deserialize;
use web::problem::Wrong;
use web::{Access, Answer, Fault, Json, Routes};

#[derive(Debug, thiserror::Error)]
#[error("sold out")]
struct SoldOut;

impl Told for SoldOut {
    fn status(&self) -> u16 {
        409
    }
    fn problem(&self) -> &'static str {
        "sold-out"
    }
    fn message(&self) -> &'static str {
        "fault-token-lacks"
    }
    fn values(&self) -> Vec<(&'static str, String)> {
        vec![("permission", "<b>".into())]
    }
}

web::told!(SoldOut);

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    #[expect(dead_code, reason = "only read")]
    attendees: Vec<Person>,
}

#[derive(Debug, Deserialize)]
struct Person {
    #[expect(dead_code, reason = "only read")]
    email: String,
}

async fn sold_out() -> Answer {
    Err(SoldOut)?
}

#[expect(clippy::panic, reason = "what the layer catches")]
async fn panics() -> Answer {
    panic!("a mistake of ours")
}

async fn invalid() -> Answer {
    Err(Fault::invalid(vec![
        Wrong::new("/attendees/0/email", "fault-limit"),
        Wrong::new("/buyer", "must not be empty"),
    ]))
}

async fn takes(Json(_): Json<Body>) -> &'static str {
    "taken"
}

fn routes() -> Routes {
    Routes::new()
        .get(address::Congress::ROUTE, Access::Public, sold_out)
        .get(address::Login::ROUTE, Access::Public, panics)
        .get(address::Register::ROUTE, Access::Public, invalid)
        .post(address::LoginLink::ROUTE, Access::Public, takes)
}

#[tokio::test]
async fn people_get_a_page_in_their_language_and_the_congresss_frame() -> Outcome {
    let house = House::new(routes()).await?;
    let german = house.get("/owl", &[]).await?;
    assert_eq!(german.status, StatusCode::CONFLICT);
    assert!(german.header("content-type").starts_with("text/html"));
    assert!(
        german.body.contains("<html lang=\"de\">") && german.body.contains("Das passt nicht mehr"),
        "{}",
        german.body
    );
    assert!(german.body.contains("&lt;b&gt;") && german.body.contains("@OWL"));
    let english = house.get("/owl", &[("accept-language", "en-GB,de;q=0.5")]).await?;
    assert!(english.body.contains("This no longer fits"));
    Ok(())
}

#[tokio::test]
async fn programs_get_a_problem_document() -> Outcome {
    let house = House::new(routes()).await?;
    let reply = house.get("/owl", &[("accept", "application/json"), ("accept-language", "en")]).await?;
    assert_eq!(reply.header("content-type"), "application/problem+json");
    let problem = reply.json()?;
    assert_eq!(problem["type"], "/problems/sold-out");
    assert_eq!(problem["status"], 409);
    assert_eq!(problem["permission"], "<b>");
    assert_eq!(problem["detail"], "The token lacks the permission \"<b>\".");
    let invalid = house.get("/owl/tickets", &[("accept", "application/json")]).await?;
    assert_eq!(invalid.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(invalid.json()?["errors"][0]["pointer"], "/attendees/0/email");
    assert_eq!(invalid.json()?["errors"][1]["detail"], "must not be empty");
    Ok(())
}

#[tokio::test]
async fn json_that_does_not_fit_is_told_where() -> Outcome {
    let house = House::new(routes()).await?;
    let json = [("accept", "application/json")];
    let send = async |body: &str| {
        let mut headers = vec![("content-type", "application/json")];
        headers.extend_from_slice(&json);
        house.send(super::house::request("POST", "/login/link", &headers, body)?).await
    };
    let missing = send(r#"{"attendees":[{}]}"#).await?;
    assert_eq!(
        (missing.status, &missing.json()?["errors"][0]["pointer"]),
        (StatusCode::UNPROCESSABLE_ENTITY, &"/attendees/0/email".into())
    );
    let wrong = send(r#"{"attendees":[{"email":1}]}"#).await?;
    assert_eq!(wrong.json()?["errors"][0]["pointer"], "/attendees/0/email");
    assert_eq!(send(r#"{"attendees":[],"more":1}"#).await?.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(send("{").await?.status, StatusCode::BAD_REQUEST);
    assert_eq!(send(r#"{"attendees":[]}"#).await?.body, "taken");
    assert_eq!(house.post("/login/link", &json, "").await?.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    Ok(())
}

#[tokio::test]
async fn json_with_u_0000_is_told_where_and_no_other_is_refused() -> Outcome {
    let house = House::new(routes()).await?;
    let send = async |body: &str| {
        let headers = [("content-type", "application/json"), ("accept", "application/json")];
        house.send(super::house::request("POST", "/login/link", &headers, body)?).await
    };
    for (body, pointer) in [
        (r#"{"attendees":[{"email":"a"},{"email":"b\u0000c"}]}"#, "/attendees/1/email"),
        (r#"{"attendees":[{"email":"a","ma\u0000il":"b"}]}"#, "/attendees/0"),
    ] {
        let reply = send(body).await?;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(reply.json()?["errors"][0]["pointer"], pointer);
    }
    // A backslash, and then "u0000".
    assert_eq!(send(r#"{"attendees":[{"email":"a\\u0000"}]}"#).await?.body, "taken");
    Ok(())
}

#[tokio::test]
async fn a_database_that_is_away_is_told_as_such() -> Outcome {
    let app = crate::kit::App::start().await;
    app.congress("owl", 1).await;
    let known = app.staff(identity::Role::Organiser).await;
    let program = app.token(None, Permission::ALL).await;
    app.store.close().await?;
    for client in [app.guest(), known] {
        let page = client.get("/owl").await.expect(503);
        assert_eq!(page.words("h1"), ["Gerade ist es zu voll"]);
    }
    let problem = program.get("/api/v1/congresses/owl/orders").await.expect(503).json();
    assert_eq!(problem["type"], "/problems/unavailable");
    let passing = |error| registration::RegistrationError::from(error).status();
    assert_eq!(passing(store::DbErr::ConnectionAcquire(sea_orm::ConnAcquireErr::Timeout)), 503);
    assert_eq!(passing(store::DbErr::Custom("broken".into())), 500);
    Ok(())
}

#[tokio::test]
async fn a_slash_too_many_leads_to_the_page() -> Outcome {
    let house = House::new(routes()).await?;
    for (path, page) in [
        ("/owl/", "/owl"),
        ("/owl/tickets/?category=a%2Fb&n=2", "/owl/tickets?category=a%2Fb&n=2"),
        ("/owl/tickets//", "/owl/tickets"),
    ] {
        let reply = house.get(path, &[]).await?;
        assert_eq!((reply.status, reply.header("location")), (StatusCode::PERMANENT_REDIRECT, page));
    }
    for path in ["//evil.example/", "//", "/\\evil.example/", "/%00/"] {
        assert_eq!(house.get(path, &[]).await?.status, StatusCode::NOT_FOUND, "{path}");
    }
    Ok(())
}

#[tokio::test]
async fn a_panic_is_a_page_with_the_number_of_the_request() -> Outcome {
    let house = House::new(routes()).await?;
    let reply = house.get("/login", &[]).await?;
    assert_eq!(reply.status, StatusCode::INTERNAL_SERVER_ERROR);
    let number = reply.header("x-request-id");
    assert!(number.len() == 36 && reply.body.contains(number));
    assert!(!reply.body.contains("a mistake of ours"));
    Ok(())
}

#[tokio::test]
async fn staff_stay_in_their_room() -> Outcome {
    let house = House::new(routes()).await?;
    let desk = house.get("/owl/desk/nothing", &[("x-as", "organiser")]).await?;
    assert!(desk.status == StatusCode::NOT_FOUND && desk.body.contains("desk__bar"));
    let door = house.get("/owl/door/nothing", &[("x-as", "door")]).await?;
    assert!(door.body.contains("data-kern-theme=\"dark\""));
    assert!(!house.get("/owl/desk/nothing", &[]).await?.body.contains("desk__bar"));
    Ok(())
}

#[tokio::test]
async fn what_the_router_and_the_layers_refuse_is_a_page_too() -> Outcome {
    let house = House::new(routes()).await?;
    let unknown = house.get("/owl/nothing/here", &[]).await?;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    assert!(unknown.body.contains("Diese Seite gibt es nicht") && unknown.body.contains("@OWL"));
    let method = house.post("/owl", &[], "").await?;
    assert_eq!((method.status, method.header("allow")), (StatusCode::METHOD_NOT_ALLOWED, "GET,HEAD"));
    assert!(method.body.contains("<h1"));
    let json = [("content-type", "application/json")];
    let large = super::house::request("POST", "/login/link", &json, &"x".repeat(1024 * 1024 + 1))?;
    let large = house.send(large).await?;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(large.body.contains("Das ist zu viel"));
    let broken = house.get("/broken", &[]).await?;
    assert_eq!(broken.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(broken.body.contains("<h1") && !broken.body.contains("database"));
    let api = house.get("/api/v1/nothing", &[]).await?;
    assert_eq!((api.status, api.header("content-type")), (StatusCode::NOT_FOUND, "application/problem+json"));
    Ok(())
}
