//! At a glance.

use crate::{page, query};
use axum::extract::State;
use axum::response::IntoResponse;
use web::{Answer, Visit};

pub async fn show(State(state): State<web::State>, visit: Visit) -> Answer {
    let congress = visit.congress()?;
    let overview = query::overview::load(state.store.read(), congress, &visit.actor, visit.now).await?;
    Ok(page::overview::show(&visit, &overview).into_response())
}
