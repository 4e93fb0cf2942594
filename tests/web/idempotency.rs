//! Requests that a program sends again.

use super::Outcome;
use super::house::{House, request};
use axum::extract::State;
use axum::response::IntoResponse;
use base::Permission;
use http::{HeaderMap, StatusCode};
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::json;
use web::idempotency::Guard;
use web::{Access, Answer, Fault, Routes, Visit};

async fn create(State(state): State<web::State>, visit: Visit, headers: HeaderMap, body: String) -> Answer {
    let guard = Guard::from_request(&visit, &headers, body.as_bytes())?;
    if let Some(answer) = guard.find(state.store.read()).await? {
        return Ok(answer);
    }
    if body == "fails" {
        return Err(Fault::forbidden());
    }
    let tx = state.store.begin().await?;
    let answer = json!({"id": tx.id()});
    guard.store(&tx, StatusCode::CREATED, &answer).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, web::Json(answer)).into_response())
}

async fn house() -> Result<House, Box<dyn std::error::Error>> {
    let access = Access::Api(Permission::OrdersRead);
    House::new(Routes::new().post(address::api::Orders::ROUTE, access, create).post(
        address::api::Quotas::ROUTE,
        access,
        create,
    ))
    .await
}

const ORDERS: &str = "/api/v1/congresses/owl/orders";

async fn send(
    house: &House,
    path: &str,
    key: &str,
    body: &str,
) -> Result<super::house::Reply, Box<dyn std::error::Error>> {
    let headers = [("authorization", "Bearer orders"), ("idempotency-key", key)];
    house.send(request("POST", path, &headers, body)?).await
}

#[tokio::test]
async fn the_same_request_is_answered_as_the_first_time() -> Outcome {
    let house = house().await?;
    let first = send(&house, ORDERS, "k1", "a").await?;
    let again = send(&house, ORDERS, "k1", "a").await?;
    assert_eq!((first.status, again.status), (StatusCode::CREATED, StatusCode::CREATED));
    assert_eq!(first.body, again.body);
    assert_eq!(again.header("content-type"), "application/json");
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
    assert_eq!(send(&house, ORDERS, &"k".repeat(300), "a").await?.status, StatusCode::BAD_REQUEST);
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
async fn of_many_at_once_one_takes_effect() -> Outcome {
    let house = house().await?;
    let sent = (0..8).map(|_| send(&house, ORDERS, "k1", "a"));
    let mut created = vec![];
    for reply in futures_util::future::join_all(sent).await {
        let reply = reply?;
        assert!([StatusCode::CREATED, StatusCode::CONFLICT].contains(&reply.status), "{}", reply.body);
        created.extend((reply.status == StatusCode::CREATED).then_some(reply.body));
    }
    created.dedup();
    assert_eq!(created.len(), 1);
    let rows = web::entity::idempotency_key::Entity::find().count(house.store.read()).await?;
    assert_eq!(rows, 1);
    assert_eq!(web::idempotency::purge(&house.store, house.store.now() + chrono::TimeDelta::days(1)).await?, 1);
    Ok(())
}
