//! What was answered, in numbers without names.

use super::export::{answer, broken, format, temporary};
use crate::service::export::{self, Reader};
use crate::{page, query};
use axum::extract::State;
use axum::response::IntoResponse;
use web::{Answer, Fields, Visit};

pub async fn show(State(state): State<web::State>, visit: Visit) -> Answer {
    let counts = query::answer_count::load(state.store.read(), visit.congress()?.id).await?;
    Ok(page::answer_count::show(&visit, &counts).into_response())
}

pub async fn export(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let format = format(&fields)?;
    let counts = query::answer_count::load(state.store.read(), visit.congress()?.id).await?;
    let written = export::counts(&counts, format, Reader::of(&visit), temporary()?).await;
    answer(&state, &visit, "counts", format, written.map_err(broken)?, true).await
}
