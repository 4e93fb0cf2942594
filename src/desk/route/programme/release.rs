//! Releases.

use crate::form::programme::release as form;
use crate::page::programme::release as page;
use address::release as at;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use base::error::Told as _;
use http::StatusCode;
use programme::ProgrammeError;
use programme::query::release::{blocking, preview, told};
use programme::query::{draft, releases};
use programme::service::release::publish;
use programme::words::Teller;
use web::flash::Flash;
use web::{Answer, Fault, Faults, Fields, Visit};

pub async fn list(State(state): State<web::State>, visit: Visit) -> Answer {
    let draft = draft(state.store.read(), visit.congress()?.id).await?;
    show_list(&state, &visit, &form::fields(draft), &Faults::new(), StatusCode::OK).await
}

async fn show_list(state: &web::State, visit: &Visit, fields: &Fields, faults: &Faults, status: StatusCode) -> Answer {
    let (snapshot, congress) = (state.store.snapshot().await?, visit.congress()?.id);
    let row = congress::query::by_id(&snapshot, congress).await?.ok_or_else(Fault::not_found)?;
    let (draft, blocking) = blocking(&snapshot, &row).await?;
    let preview = preview(&snapshot, congress).await?;
    let releases = releases(&snapshot, congress).await?;
    let stale = status == StatusCode::CONFLICT;
    let page = page::list(visit, &preview, &releases, (&draft, &blocking), (fields, faults), stale);
    Ok((status, page).into_response())
}

/// Releases what was shown. If the draft is another by now, it is shown first what would be released.
pub async fn release(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let congress = visit.congress()?;
    match publish(&state.store, &visit.actor, congress.id, form::read(&fields)).await {
        Ok((row, fresh)) => {
            let key = if fresh { "desk-flash-programme-released" } else { "desk-flash-programme-released-before" };
            Flash::success(visit.words.with(key, &[("name", row.name.into())])).leave(&visit).await?;
            Ok(Redirect::to(&at::Releases::new(&congress.slug).path()).into_response())
        }
        Err(ProgrammeError::Stale(_)) => {
            let draft = draft(state.store.read(), congress.id).await?;
            let fields = fields.with("draft", draft.to_string());
            show_list(&state, &visit, &fields, &Faults::new(), StatusCode::CONFLICT).await
        }
        Err(ProgrammeError::Blocked(_)) => {
            let mut faults = Faults::new();
            faults.add("despite", "desk-release-fault-despite");
            faults.name("despite", &visit.words.t("desk-release-despite"));
            show_list(&state, &visit, &fields, &faults, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error @ ProgrammeError::NameLong) => {
            let mut faults = Faults::new();
            faults.add("name", error.message());
            show_list(&state, &visit, &fields, &faults, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) => Err(error.into()),
    }
}

pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<at::Release>) -> Answer {
    let number: i32 = at.number.parse().map_err(|_| Fault::not_found())?;
    let (all, named) = told(state.store.read(), visit.congress()?.id, Some(number), 1).await?;
    let told = all.into_iter().find(|told| told.release.number == number).ok_or_else(Fault::not_found)?;
    let teller = Teller { words: visit.words, zone: visit.zone(), named: &named };
    Ok(page::show(&visit, &told, teller).into_response())
}
