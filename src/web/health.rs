//! `GET /health`: whether the program runs and its database answers.

use crate::json::Json;
use crate::route::{Access, Routes};
use crate::state::State;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use sea_orm::ConnectionTrait;
use serde_json::json;
use std::time::Duration;

/// A database that takes longer is as good as away for whoever waits for a page.
const PATIENCE: Duration = Duration::from_secs(1);

pub fn routes() -> Routes {
    Routes::new().get(address::Health::ROUTE, Access::Public, show)
}

async fn show(axum::extract::State(state): axum::extract::State<State>) -> Response {
    match tokio::time::timeout(PATIENCE, state.store.read().execute_unprepared("select 1")).await {
        Ok(Ok(_)) => Json(json!({"status": "ok", "installation": state.link_key.installation()})).into_response(),
        Ok(Err(error)) => unavailable(&error.to_string()),
        Err(_) => unavailable("no answer within a second"),
    }
}

fn unavailable(cause: &str) -> Response {
    tracing::error!(cause, "the database does not answer");
    (StatusCode::SERVICE_UNAVAILABLE, Json(json!({"status": "unavailable"}))).into_response()
}
