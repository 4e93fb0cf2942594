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
use ticket::{Detail, Reason};
use utoipa::ToSchema;
use utoipa::openapi::schema::Object;
use web::json::Verbatim;
use web::{Answer, Json, Visit};

/// The answer to a scan.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CheckIn, examples(json!({
    "status": "admitted",
    "reason": null,
    "detail": null,
    "explanation": "Herzlich willkommen.",
    "attendee": {
        "given_name": "Henrik", "family_name": "Stallmann", "organisation": "Stadt Delbrück",
        "category": "vor-ort", "category_name": "Vor Ort", "number": "7H4KQ2-1K"
    },
    "first_admitted_at": "2028-03-09T07:42:11.318Z"
})))]
pub(super) struct Told {
    status: Status,
    #[schema(schema_with = reasons, required)]
    reason: Option<String>,
    #[schema(schema_with = details, required)]
    detail: Option<String>,
    /// For whoever stands at the door, in the language of `Accept-Language`.
    explanation: String,
    /// Whose ticket it is; null if that is not proven.
    #[schema(required)]
    attendee: Option<ToldHolder>,
    /// When the one came in who is inside with this ticket.
    #[schema(required, value_type = Option<String>, format = DateTime)]
    first_admitted_at: Option<Time>,
}

fn reasons() -> Object {
    web::describe::word_or_null(Reason::ALL.map(Reason::as_str), "Why not; null if nothing speaks against it.")
}

fn details() -> Object {
    web::describe::word_or_null(Detail::ALL.map(Detail::as_str), "The reason more exactly, where there is more.")
}

/// Whose ticket it is.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Holder)]
struct ToldHolder {
    given_name: String,
    family_name: String,
    organisation: String,
    /// The short name, as everywhere in the API.
    category: String,
    /// In the language of the answer.
    category_name: String,
    /// The ticket's.
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

/// Check in
///
/// Looks at a ticket and lets its holder in once. That somebody is refused is an answer, not an error. The same nonce
/// again gives the same answer and no second row, so no `Idempotency-Key` is needed.
#[utoipa::path(
    post,
    path = address::api::CheckIns::ROUTE.pattern(),
    operation_id = "check_in",
    tag = "check-ins",
    request_body = ScanForm,
    responses(
        (status = 200, description = "The verdict.", body = Told),
        (status = 422, description = "unknown-gate nonce-reused"),
    )
)]
pub(super) async fn check_in(
    State(state): State<web::State>,
    visit: Visit,
    Verbatim(form): Verbatim<ScanForm>,
) -> Answer {
    let congress = visit.congress()?.id;
    let outcome = check_in::check_in(&state.store, &visit.actor, congress, form.scan()?).await?;
    Ok(Json(told(&visit, &outcome)).into_response())
}
