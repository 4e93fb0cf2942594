//! Who sells the tickets, and how one pays.

use super::{save_one, show_one};
use crate::form::settings::seller::blank;
use axum::extract::State;
use payment::service::seller::{Seller, set};
use web::form::Seen;
use web::{Answer, Fault, Fields, Visit};

async fn now(state: &web::State, visit: &Visit) -> Result<Seller, Fault> {
    let congress = visit.congress()?;
    let row = payment::query::seller(state.store.read(), congress.id).await?;
    Ok(row.as_ref().map_or_else(|| blank(&congress.slug), Seller::from))
}

pub async fn show(State(state): State<web::State>, visit: Visit) -> Answer {
    show_one(&state, &visit, &now(&state, &visit).await?).await
}

pub async fn save(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let congress = visit.congress()?.id;
    let change = async |new: Seller, seen: Seen| set(&state.store, &visit.actor, congress, new, &seen).await;
    save_one(&state, &visit, &fields, change, async || now(&state, &visit).await).await
}
