//! The JSON API: a scan by a program.

use crate::entity::scan::Status;
use crate::form::ScanForm;
use crate::page::words::explanation;
use crate::query::scan::{Holder, Outcome};
use crate::service::check_in;
use axum::extract::State;
use axum::response::IntoResponse;
use base::Time;
use serde::Serialize;
use web::json::Verbatim;
use web::{Answer, Json, Visit};

/// The answer to a scan.
#[derive(Debug, Serialize)]
pub(super) struct Told {
    status: Status,
    reason: Option<String>,
    detail: Option<String>,
    explanation: String,
    attendee: Option<ToldHolder>,
    first_admitted_at: Option<Time>,
}

#[derive(Debug, Serialize)]
struct ToldHolder {
    given_name: String,
    family_name: String,
    organisation: String,
    /// The short name, as everywhere in the API.
    category: String,
    /// In the language of the answer.
    category_name: String,
    number: String,
}

pub(super) fn told(visit: &Visit, outcome: &Outcome) -> Told {
    let holder = |holder: &Holder| ToldHolder {
        given_name: holder.given_name.clone(),
        family_name: holder.family_name.clone(),
        organisation: holder.organisation.clone(),
        category: holder.category.clone(),
        category_name: holder.category_name.in_language(visit.language).to_owned(),
        number: holder.number.clone(),
    };
    Told {
        status: outcome.status(),
        reason: outcome.scan.reason.clone(),
        detail: outcome.scan.detail.clone(),
        explanation: explanation(visit.words, outcome, visit.zone()),
        attendee: outcome.holder.as_ref().map(holder),
        first_admitted_at: outcome.entry.as_ref().map(|entry| entry.at),
    }
}

/// `POST /api/v1/congresses/{congress}/check-ins`
pub(super) async fn check_in(
    State(state): State<web::State>,
    visit: Visit,
    Verbatim(form): Verbatim<ScanForm>,
) -> Answer {
    let congress = visit.congress()?.id;
    let outcome = check_in::check_in(&state.store, &visit.actor, congress, form.scan()?).await?;
    Ok(Json(told(&visit, &outcome)).into_response())
}
