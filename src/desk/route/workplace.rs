//! `/desk`.

use crate::{page, query};
use axum::extract::State;
use axum::response::{IntoResponse, Redirect};
use web::{Answer, Visit};

/// Leads to the one congress that the account works on, or lists them.
pub async fn lead(State(state): State<web::State>, visit: Visit) -> Answer {
    let workplaces = query::workplace::workplaces(state.store.read(), &visit.actor).await?;
    Ok(match workplaces.congresses.as_slice() {
        [one] => Redirect::to(&one.path()).into_response(),
        _ => page::workplace::list(&visit, &workplaces).into_response(),
    })
}
