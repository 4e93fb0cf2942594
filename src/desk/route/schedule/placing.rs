//! Places for what is left: proposed, and taken over.

use super::warning;
use crate::form::person::labels;
use crate::form::placing as form;
use crate::page::schedule::placing::{self as page, Shown};
use address::schedule as at;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect};
use http::StatusCode;
use programme::ProgrammeError;
use programme::query::plan::{Draft, draft};
use programme::service::place;
use web::flash::Flash;
use web::{Answer, Fault, Faults, Fields, Visit};

async fn load(state: &web::State, visit: &Visit) -> Result<Draft, Fault> {
    let snapshot = state.store.snapshot().await?;
    let row = congress::query::by_id(&snapshot, visit.congress()?.id).await?.ok_or_else(Fault::not_found)?;
    Ok(draft(&snapshot, &row).await?)
}

pub async fn show(State(state): State<web::State>, visit: Visit) -> Answer {
    let draft = load(&state, &visit).await?;
    let (fields, faults) = (form::fields(), Faults::new());
    let shown = Shown { draft: &draft, fields: &fields, faults: &faults, refused: None, found: None };
    Ok(page::show(&visit, &shown).into_response())
}

/// Shows what would be placed where. Nothing is changed.
pub async fn propose(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let mut faults = Faults::new();
    let wanted = match form::read(&fields) {
        Ok(wanted) => wanted,
        Err(wrong) => {
            faults.extend(wrong);
            faults.name_all(&labels(&[("seed", "desk-placing-seed")], visit.words));
            let draft = load(&state, &visit).await?;
            let shown = Shown { draft: &draft, fields: &fields, faults: &faults, refused: None, found: None };
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page::show(&visit, &shown)).into_response());
        }
    };
    let proposal = place::propose(&state.store, visit.congress()?.id, &wanted).await?;
    let found = Some((&wanted, &proposal));
    let shown = Shown { draft: &proposal.draft, fields: &fields, faults: &faults, refused: None, found };
    Ok(page::show(&visit, &shown).into_response())
}

/// Takes over what was proposed and is wanted, if the draft is still the one that it was proposed for.
pub async fn apply(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let congress = visit.congress()?;
    let words = visit.words;
    let spots = form::spots(&fields).ok_or_else(|| Fault::bad_request("this is no place"))?;
    let seed = fields.get("seed").parse().unwrap_or(1);
    let seen = fields.get("draft").parse().unwrap_or(-1);
    if spots.is_empty() {
        let why = words.t("desk-placing-fault-none");
        return refuse(&state, &visit, &fields, StatusCode::UNPROCESSABLE_ENTITY, |_| vec![why]).await;
    }
    match place::apply(&state.store, &visit.actor, congress.id, seen, seed, &spots).await {
        Ok(placed) => {
            let mut message = words.with("desk-placing-applied", &[("n", placed.n.into())]);
            if placed.warnings > 0 {
                message.push(' ');
                message.push_str(&words.with("desk-placing-warned", &[("n", placed.warnings.into())]));
            }
            Flash::success(message).leave(&visit).await?;
            Ok(Redirect::to(&at::Schedule::new(&congress.slug).path()).into_response())
        }
        Err(ProgrammeError::Blocked(clashes)) => {
            let all = |draft: &Draft| {
                clashes.iter().take(5).map(|clash| warning::sentence(words, draft, clash)).collect::<Vec<_>>()
            };
            refuse(&state, &visit, &fields, StatusCode::CONFLICT, all).await
        }
        Err(ProgrammeError::Stale(_)) => {
            let why = words.t("desk-placing-stale");
            refuse(&state, &visit, &fields, StatusCode::CONFLICT, |_| vec![why]).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn refuse(
    state: &web::State,
    visit: &Visit,
    fields: &Fields,
    status: StatusCode,
    why: impl FnOnce(&Draft) -> Vec<String>,
) -> Answer {
    let draft = load(state, visit).await?;
    let (faults, refused) = (Faults::new(), Some(why(&draft)));
    let shown = Shown { draft: &draft, fields, faults: &faults, refused, found: None };
    Ok((status, page::show(visit, &shown)).into_response())
}
