//! The parts of a congress that are one form each: basics, venue, look, sender.

use super::{save_one, show_one};
use crate::form::settings::Sheet;
use axum::extract::State;
use congress::service::part::{Part, change};
use web::form::Seen;
use web::{Answer, Fault, Fields, Visit};

async fn now<P: Part>(state: &web::State, visit: &Visit) -> Result<P, Fault> {
    let row = congress::query::by_id(state.store.read(), visit.congress()?.id).await?;
    Ok(P::of(&row.ok_or_else(Fault::not_found)?))
}

pub async fn show<P: Part + Sheet>(State(state): State<web::State>, visit: Visit) -> Answer {
    show_one(&state, &visit, &now::<P>(&state, &visit).await?).await
}

pub async fn save<P: Part + Sheet>(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let congress = visit.congress()?.id;
    let change = async |new: P, seen: Seen| change(&state.store, &visit.actor, congress, new, &seen).await;
    save_one(&state, &visit, &fields, change, async || now::<P>(&state, &visit).await).await
}
