//! The front door.

use crate::page::home;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect};
use congress::entity::congress::{Model, Phase};
use web::layout::plain_page;
use web::{Answer, Visit};

/// Leads to the one public congress, or lists them, or says how to add one.
pub async fn show(State(state): State<web::State>, visit: Visit) -> Answer {
    let all = congress::query::all(state.store.read()).await?;
    let public: Vec<Model> = all.into_iter().filter(|congress| congress.phase != Phase::Draft).collect();
    Ok(match public.as_slice() {
        [] => plain_page(&visit, &visit.words.t("portal-home-empty-title"), home::empty(visit.words)).into_response(),
        [one] => Redirect::to(&address::Congress::new(&one.slug).path()).into_response(),
        many => plain_page(&visit, &visit.words.t("portal-home-title"), home::list(visit.words, many)).into_response(),
    })
}
