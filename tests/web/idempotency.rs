//! Requests that a program sends again.

use super::Outcome;
use super::house::{House, request};
use axum::extract::State;
use base::Permission;
use http::StatusCode;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::json;
use web::idempotency::{Create, Done};
use web::{Access, Answer, Fault, Routes, Visit};

/// What to make: "fails" cannot be made.
async fn create(State(state): State<web::State>, _: Visit, Create { new, key }: Create<String>) -> Answer {
    let created = Done::Created("id");
    key.once(
        &state,
        created,
        async |tx| {
            if new == "fails" { Err(Fault::forbidden()) } else { Ok(json!({"id": tx.id()})) }
        },
    )
    .await
}

/// The first one to be here fails, but takes its time.
async fn create_badly(State(state): State<web::State>, Create { key, .. }: Create<String>) -> Answer {
    static FIRST: std::sync::atomic::AtomicBool = std::sync::atomic::AtomicBool::new(true);
    key.once(&state, Done::Changed, async |tx| {
        if FIRST.swap(false, std::sync::atomic::Ordering::Relaxed) {
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            return Err(Fault::forbidden());
        }
        Ok(json!({"id": tx.id()}))
    })
    .await
}

async fn house() -> Result<House, Box<dyn std::error::Error>> {
    let access = Access::Api(Permission::OrdersRead);
    let routes = Routes::new()
        .post(address::api::Orders::ROUTE, access, create)
        .post(address::api::Quotas::ROUTE, access, create)
        .post(address::api::Categories::ROUTE, access, create_badly);
    House::new(routes).await
}

const ORDERS: &str = "/api/v1/congresses/owl/orders";

async fn send(
    house: &House,
    path: &str,
    key: &str,
    body: &str,
) -> Result<super::house::Reply, Box<dyn std::error::Error>> {
    let headers = [("authorization", "Bearer orders"), ("content-type", "application/json"), ("idempotency-key", key)];
    house.send(request("POST", path, &headers, &json!(body).to_string())?).await
}

#[tokio::test]
async fn the_same_request_is_answered_as_the_first_time() -> Outcome {
    let house = house().await?;
    let first = send(&house, ORDERS, "k1", "a").await?;
    let again = send(&house, ORDERS, "k1", "a").await?;
    assert_eq!((first.status, again.status), (StatusCode::CREATED, StatusCode::CREATED));
    assert_eq!(first.body, again.body);
    assert_eq!(again.header("content-type"), "application/json");
    let location = format!("{ORDERS}/{}", first.json()?["id"].as_str().unwrap_or_default());
    assert_eq!((first.header("location"), again.header("location")), (&*location, &*location));
    assert_ne!(send(&house, ORDERS, "k2", "a").await?.body, first.body);
    Ok(())
}

#[tokio::test]
async fn another_request_with_the_same_key_is_refused() -> Outcome {
    let house = house().await?;
    send(&house, ORDERS, "k1", "a").await?;
    for reply in
        [send(&house, ORDERS, "k1", "b").await?, send(&house, "/api/v1/congresses/owl/quotas", "k1", "a").await?]
    {
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(reply.json()?["type"], "/problems/idempotency-key-reused");
    }
    for malformed in [&"k".repeat(300), "", "two words", "k\u{e4}"] {
        assert_eq!(send(&house, ORDERS, malformed, "a").await?.status, StatusCode::BAD_REQUEST, "{malformed}");
    }
    Ok(())
}

#[tokio::test]
async fn a_request_that_failed_may_be_sent_again() -> Outcome {
    let house = house().await?;
    assert_eq!(send(&house, ORDERS, "k1", "fails").await?.status, StatusCode::FORBIDDEN);
    assert_eq!(send(&house, ORDERS, "k1", "a").await?.status, StatusCode::CREATED);
    Ok(())
}

#[tokio::test]
async fn a_request_without_a_key_takes_effect_each_time() -> Outcome {
    let house = house().await?;
    let headers = [("authorization", "Bearer orders"), ("content-type", "application/json")];
    let first = house.send(request("POST", ORDERS, &headers, "\"a\"")?).await?;
    let second = house.send(request("POST", ORDERS, &headers, "\"a\"")?).await?;
    assert_eq!((first.status, second.status), (StatusCode::CREATED, StatusCode::CREATED));
    assert_ne!(first.body, second.body);
    assert_eq!(kept(&house).await?, 0);
    Ok(())
}

async fn kept(house: &House) -> Result<u64, sea_orm::DbErr> {
    web::entity::idempotency_key::Entity::find().count(house.store.read()).await
}

#[tokio::test]
async fn of_many_at_once_one_takes_effect_and_all_have_its_answer() -> Outcome {
    let house = house().await?;
    let sent = (0..8).map(|_| send(&house, ORDERS, "k1", "a"));
    let mut created = vec![];
    for reply in futures_util::future::join_all(sent).await {
        let reply = reply?;
        assert_eq!(reply.status, StatusCode::CREATED, "{}", reply.body);
        created.push(reply.body);
    }
    created.dedup();
    assert_eq!(created.len(), 1);
    assert_eq!(kept(&house).await?, 1);
    assert_eq!(web::idempotency::purge(&house.store, house.store.now() + chrono::TimeDelta::days(1)).await?, 1);
    assert_eq!(kept(&house).await?, 0);
    Ok(())
}

#[tokio::test]
async fn who_waits_for_one_that_fails_takes_effect() -> Outcome {
    let house = house().await?;
    let path = "/api/v1/congresses/owl/categories";
    let sent = (0..3).map(|_| send(&house, path, "k1", "a"));
    let mut by_status = std::collections::BTreeMap::<u16, Vec<String>>::new();
    for reply in futures_util::future::join_all(sent).await {
        let reply = reply?;
        by_status.entry(reply.status.as_u16()).or_default().push(reply.body);
    }
    assert_eq!((by_status[&403].len(), by_status[&200].len()), (1, 2));
    assert_eq!(by_status[&200][0], by_status[&200][1]);
    Ok(())
}
