//! Lower prices of a category.

use super::{Place, about, again, id, settle};
use crate::form::settings::Sheet;
use address::settings as at;
use axum::extract::{Path, State};
use base::Uuid;
use ticketing::entity::category::Model;
use ticketing::service::price::{Prices, change};
use web::form::Seen;
use web::{Answer, Fault, Fields, Visit};

/// The category that a page of it is about.
pub(super) async fn category(state: &web::State, visit: &Visit, typed: &str) -> Result<Model, Fault> {
    let id = id(typed)?.ok_or_else(Fault::not_found)?;
    let views = ticketing::query::categories(state.store.read(), visit.congress()?.id).await?;
    views.into_iter().map(|view| view.category).find(|row| row.id == id).ok_or_else(Fault::not_found)
}

/// What the page of a category is called.
pub(super) fn title(visit: &Visit, row: &Model) -> String {
    row.name.in_language(visit.language).to_owned()
}

fn place<'a>(slug: &str, title: &'a str, id: Uuid) -> Place<'a> {
    let next = at::CategoryPrices::new(slug, id.to_string()).path();
    Place { title, object: Some(id), removal: None, next }
}

pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<at::CategoryPrices>) -> Answer {
    let row = category(&state, &visit, &at.id).await?;
    let (title, about) = (title(&visit, &row), about(&state, &visit).await?);
    Ok(super::show(&visit, &about, &place(&at.congress, &title, row.id), &Prices::from(&row)))
}

pub async fn save(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::CategoryPrices>,
    fields: Fields,
) -> Answer {
    let row = category(&state, &visit, &at.id).await?;
    let (title, about) = (title(&visit, &row), about(&state, &visit).await?);
    let place = place(&at.congress, &title, row.id);
    let new = match Prices::read(&fields, &about) {
        Ok(new) => new,
        Err(faults) => return Ok(again::<Prices>(&visit, &about, &place, &fields, &faults)),
    };
    let saved = change(&state.store, &visit.actor, row.congress_id, row.id, new, &Seen::read(&fields)).await;
    let now = category(&state, &visit, &at.id).await.ok();
    settle(&state, &visit, &about, place, &fields, saved, now.as_ref().map(Prices::from)).await
}
