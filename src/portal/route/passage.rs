//! Pages of plain text.

use crate::page::{self, Scene};
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use congress::entity::passage::Place;
use web::layout::public_page;
use web::{Answer, Fault, Visit};

/// One of the congress's pages, by its short name.
pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<address::Page>) -> Answer {
    let scene = Scene::of(&visit)?;
    let passages = congress::query::passages(state.store.read(), scene.congress.id).await?;
    let found = passages.iter().find(|passage| passage.place == Place::Page && passage.slug == at.page);
    let passage = found.ok_or_else(Fault::not_found)?;
    let title = passage.title.in_language(visit.language);
    Ok(public_page(&visit, title, page::passage::main(scene, passage)).into_response())
}
