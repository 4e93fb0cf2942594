//! On which terms one waits for places.

use super::{save_one, show_one};
use axum::extract::State;
use congress::service::waiting::terms::{Terms, set, terms};
use web::form::Seen;
use web::{Answer, Fault, Fields, Visit};

async fn now(state: &web::State, visit: &Visit) -> Result<Terms, Fault> {
    Ok(terms(state.store.read(), visit.congress()?.id).await?)
}

pub async fn show(State(state): State<web::State>, visit: Visit) -> Answer {
    show_one(&state, &visit, &now(&state, &visit).await?).await
}

pub async fn save(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let congress = visit.congress()?.id;
    let change = async |new: Terms, seen: Seen| set(&state.store, &visit.actor, congress, new, &seen).await;
    save_one(&state, &visit, &fields, change, async || now(&state, &visit).await).await
}
