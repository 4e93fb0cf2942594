//! The start of the set-up, and the way from a draft to a congress that is open, and over.

use crate::page::settings::ready;
use crate::query;
use crate::rules::ready::{checks, may_open};
use axum::extract::State;
use axum::response::{IntoResponse, Redirect};
use base::error::Told;
use congress::CongressError;
use congress::entity::congress::Phase;
use registration::service::phase::move_phase;
use sea_orm::ActiveEnum;
use web::flash::Flash;
use web::{Answer, Fault, Fields, Visit};

pub async fn start(State(state): State<web::State>, visit: Visit) -> Answer {
    let facts = query::settings::facts(&state, visit.congress()?.id).await?.ok_or_else(Fault::not_found)?;
    let ordered = registration::query::order::any(state.store.read(), visit.congress()?.id).await?;
    Ok(ready::start(&visit, &checks(&facts), ordered).into_response())
}

/// Opens, ends, withdraws. What lacks something that must be there does not open; what has orders is not withdrawn.
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
    if let Err(error) = move_phase(&state.store, &visit.actor, congress.id, from, to).await {
        let CongressError::HasOrders = error else { return Err(error.into()) };
        Flash::warning(visit.words.t(error.message())).leave(&visit).await?;
        return Ok(next);
    }
    let told = visit.words.t(&format!("desk-phase-now-{}", to.to_value()));
    Flash::success(told).leave(&visit).await?;
    Ok(next)
}
