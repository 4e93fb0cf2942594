//! `/desk`.

use crate::{page, query};
use axum::extract::State;
use axum::response::{IntoResponse, Redirect};
use base::Permission::CongressWrite;
use web::{Answer, Visit};

/// Leads to the one congress that the account works on, or lists them. Who may found another one sees the list.
pub async fn lead(State(state): State<web::State>, visit: Visit) -> Answer {
    let workplaces = query::workplace::workplaces(state.store.read(), &visit.actor).await?;
    Ok(match workplaces.congresses.as_slice() {
        [one] if !visit.actor.may_everywhere(CongressWrite) => Redirect::to(&one.path()).into_response(),
        _ => page::workplace::list(&visit, &workplaces).into_response(),
    })
}
