//! The parts of a congress that are one form each: basics, venue, look, sender.

use super::{Place, about, again, settle};
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
    let congress = visit.congress()?;
    let (title, next) = (P::TAB.word(&visit), P::TAB.path(&congress.slug));
    let place = Place { title: &title, object: Some(congress.id), removal: None, next };
    let about = about(&state, &visit).await?;
    Ok(super::show(&visit, &about, &place, &now::<P>(&state, &visit).await?))
}

pub async fn save<P: Part + Sheet>(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let congress = visit.congress()?;
    let (title, next) = (P::TAB.word(&visit), P::TAB.path(&congress.slug));
    let place = Place { title: &title, object: Some(congress.id), removal: None, next };
    let about = about(&state, &visit).await?;
    let new = match P::read(&fields, &about) {
        Ok(new) => new,
        Err(faults) => return Ok(again::<P>(&visit, &about, &place, &fields, &faults)),
    };
    let saved = change(&state.store, &visit.actor, congress.id, new, &Seen::read(&fields)).await;
    let now = now::<P>(&state, &visit).await?;
    settle(&state, &visit, &about, place, &fields, saved, Some(now)).await
}
