//! At a glance.

use crate::rules::ready::checks;
use crate::{page, query};
use axum::extract::State;
use axum::response::IntoResponse;
use base::Permission::CongressWrite;
use web::{Answer, Phase, Visit};

pub async fn show(State(state): State<web::State>, visit: Visit) -> Answer {
    let congress = visit.congress()?;
    let overview = query::overview::load(&state.store, congress, &visit.actor, visit.now).await?;
    let ready = if congress.state == Phase::Draft && visit.may(CongressWrite) {
        query::settings::facts_of(&state, congress.id, &overview.categories).await?.map(|facts| checks(&facts))
    } else {
        None
    };
    Ok(page::overview::show(&visit, &overview, ready.as_deref()).into_response())
}
