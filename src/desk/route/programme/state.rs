//! Whether something takes place, and whether it is there at all.

use crate::page::programme::session as page;
use address::session as at;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use base::Uuid;
use base::error::Told;
use http::StatusCode;
use programme::ProgrammeError;
use programme::query::session::{SessionView, one};
use programme::service::session::{cancel, confirm, restore};
use web::flash::Flash;
use web::{Answer, Fault, Faults, Fields, Visit};

/// After removing: to the others; what is used stays, and says so.
pub(super) async fn removed(visit: &Visit, removed: Result<(), ProgrammeError>, one: &str, all: &str) -> Answer {
    match removed {
        Ok(()) => {
            Flash::success(visit.words.t("desk-settings-removed")).leave(visit).await?;
            Ok(Redirect::to(all).into_response())
        }
        Err(error @ ProgrammeError::Used) => {
            Flash::warning(visit.words.t(error.message())).leave(visit).await?;
            Ok(Redirect::to(one).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

async fn load(state: &web::State, visit: &Visit, id: &str) -> Result<SessionView, Fault> {
    let id: Uuid = id.parse().map_err(|_| Fault::not_found())?;
    one(state.store.read(), visit.congress()?.id, id).await?.ok_or_else(Fault::not_found)
}

/// Says that a session takes place, or that this is open again.
pub async fn confirmation(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::SessionConfirmation>,
    fields: Fields,
) -> Answer {
    let view = load(&state, &visit, &at.id).await?;
    let confirmed = fields.get("confirmed") != "no";
    confirm(&state.store, &visit.actor, visit.congress()?.id, view.row.id, confirmed).await?;
    let told = if confirmed { "desk-flash-session-confirmed" } else { "desk-flash-session-open" };
    Flash::success(visit.words.t(told)).leave(&visit).await?;
    Ok(Redirect::to(&at::Session::new(&at.congress, &at.id).path()).into_response())
}

/// Asks why it is cancelled.
pub async fn ask_cancellation(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::SessionCancellation>,
) -> Answer {
    ask(&state, &visit, &at.id, false).await
}

/// Asks why it takes place after all.
pub async fn ask_restoration(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::SessionRestoration>,
) -> Answer {
    ask(&state, &visit, &at.id, true).await
}

async fn ask(state: &web::State, visit: &Visit, id: &str, back: bool) -> Answer {
    let view = load(state, visit, id).await?;
    Ok(page::cancellation(visit, &view, back, &Fields::new(), &Faults::new()).into_response())
}

pub async fn cancellation(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::SessionCancellation>,
    fields: Fields,
) -> Answer {
    settle(&state, &visit, &at.id, false, &fields).await
}

pub async fn restoration(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::SessionRestoration>,
    fields: Fields,
) -> Answer {
    settle(&state, &visit, &at.id, true, &fields).await
}

async fn settle(state: &web::State, visit: &Visit, id: &str, back: bool, fields: &Fields) -> Answer {
    let view = load(state, visit, id).await?;
    let (congress, reason) = (visit.congress()?, fields.get("reason"));
    let done = if back {
        restore(&state.store, &visit.actor, congress.id, view.row.id, reason).await
    } else {
        cancel(&state.store, &visit.actor, congress.id, view.row.id, reason).await
    };
    match done {
        Ok(()) => {
            let told = if back { "desk-flash-session-restored" } else { "desk-flash-session-cancelled" };
            Flash::success(visit.words.t(told)).leave(visit).await?;
            Ok(Redirect::to(&at::Session::new(&congress.slug, id).path()).into_response())
        }
        Err(error @ (ProgrammeError::ReasonMissing | ProgrammeError::ReasonLong)) => {
            let mut faults = Faults::new();
            faults.add("reason", error.message());
            let page = page::cancellation(visit, &view, back, fields, &faults);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(error) => Err(error.into()),
    }
}
