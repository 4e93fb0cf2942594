//! The congress's own colour.

use axum::extract::{Path, State};
use axum::response::IntoResponse;
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use web::accent::Accent;
use web::{Answer, Fault, Visit};

/// Its style sheet. Under the name that it has now it is kept for ever; a page from before a change, which asks for the
/// name that it had, gets the new one and keeps it not.
pub async fn accent(State(state): State<web::State>, visit: Visit, Path(at): Path<address::Accent>) -> Answer {
    let row = congress::query::by_id(state.store.read(), visit.congress()?.id).await?.ok_or_else(Fault::not_found)?;
    let accent = Accent::new(&row.accent).map_err(|_| Fault::not_found())?;
    let caching = if accent.file() == at.file { "public, max-age=31536000, immutable" } else { "no-cache" };
    Ok(([(CONTENT_TYPE, "text/css; charset=utf-8"), (CACHE_CONTROL, caching)], accent.css()).into_response())
}
