//! Every place, and why it is taken.

use crate::{page, query};
use axum::extract::State;
use axum::response::{IntoResponse, Redirect};
use registration::service::quota;
use web::flash::Flash;
use web::{Answer, Visit};

pub async fn show(State(state): State<web::State>, visit: Visit) -> Answer {
    let places = query::places::load(&state.store, visit.congress()?.id).await?;
    Ok(page::places::show(&visit, &places).into_response())
}

/// Counts again.
pub async fn count(State(state): State<web::State>, visit: Visit) -> Answer {
    let congress = visit.congress()?;
    let mended = quota::recount(&state.store, &visit.actor, congress.id).await?;
    let told = visit.words.with("desk-places-counted", &[("count", mended.into())]);
    Flash::success(told).leave(&visit).await?;
    Ok(Redirect::to(&address::desk::Places::new(&congress.slug).path()).into_response())
}
