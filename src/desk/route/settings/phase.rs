//! The start of the set-up, and the way from a draft to a congress that is open, and over.

use crate::page::settings::ready;
use crate::query;
use crate::rules::ready::{checks, may_open};
use axum::extract::State;
use axum::response::{IntoResponse, Redirect};
use congress::entity::congress::Phase;
use congress::service::congress::move_phase;
use sea_orm::ActiveEnum;
use web::flash::Flash;
use web::{Answer, Fault, Fields, Visit};

pub async fn start(State(state): State<web::State>, visit: Visit) -> Answer {
    let facts = query::settings::facts(&state, visit.congress()?.id).await?.ok_or_else(Fault::not_found)?;
    Ok(ready::start(&visit, &checks(&facts)).into_response())
}

/// Opens, ends, withdraws. What lacks something that must be there does not open.
pub async fn change(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let congress = visit.congress()?;
    let read = |name: &str| {
        let typed = fields.get(name).to_owned();
        Phase::try_from_value(&typed).map_err(|e| Fault::bad_request(e.to_string()))
    };
    let (from, to) = (read("from")?, read("phase")?);
    let next = Redirect::to(&address::settings::Settings::new(&congress.slug).path()).into_response();
    if to == Phase::Open {
        let facts = query::settings::facts(&state, congress.id).await?.ok_or_else(Fault::not_found)?;
        if !may_open(&checks(&facts)) {
            Flash::warning(visit.words.t("desk-phase-not-yet")).leave(&visit).await?;
            return Ok(next);
        }
    }
    move_phase(&state.store, &visit.actor, congress.id, from, to).await?;
    let told = visit.words.t(&format!("desk-phase-now-{}", to.to_value()));
    Flash::success(told).leave(&visit).await?;
    Ok(next)
}
