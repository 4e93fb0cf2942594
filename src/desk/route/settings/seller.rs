//! Who sells the tickets, and how one pays.

use super::{Place, about, again, settle};
use crate::form::settings::Sheet;
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
    let congress = visit.congress()?;
    let (title, next) = (Seller::TAB.word(&visit), Seller::TAB.path(&congress.slug));
    let place = Place { title: &title, object: Some(congress.id), removal: None, next };
    let about = about(&state, &visit).await?;
    Ok(super::show(&visit, &about, &place, &now(&state, &visit).await?))
}

pub async fn save(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let congress = visit.congress()?;
    let (title, next) = (Seller::TAB.word(&visit), Seller::TAB.path(&congress.slug));
    let place = Place { title: &title, object: Some(congress.id), removal: None, next };
    let about = about(&state, &visit).await?;
    let new = match Seller::read(&fields, &about) {
        Ok(new) => new,
        Err(faults) => return Ok(again::<Seller>(&visit, &about, &place, &fields, &faults)),
    };
    let saved = set(&state.store, &visit.actor, congress.id, new, &Seen::read(&fields)).await;
    let now = now(&state, &visit).await?;
    settle(&state, &visit, &about, place, &fields, saved, Some(now)).await
}
