//! The door of the staff: the scanner, its scans, the verdicts, taking back.

use super::api::{Told, told};
use crate::form::{ScanForm, from_fields};
use crate::page::door::{DoorView, count, door, last, verdict_page};
use crate::page::verdict::{VerdictView, verdict};
use crate::query::gate::GateView;
use crate::query::scan::{Line, Outcome, outcome};
use crate::query::{self, attendee};
use crate::service::gate::MAIN;
use crate::service::{check_in, reversal};
use axum::extract::{FromRequest, Path, Query, Request, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Redirect, Response};
use base::{Uuid, name};
use serde::{Deserialize, Serialize};
use web::flash::Flash;
use web::json::Verbatim;
use web::problem::Wrong;
use web::{Answer, CongressHead, Fault, Faults, Fields, Json, Visit};

/// How many of the last scans are shown: as many as `door.js` keeps.
const LAST: u64 = 5;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Shown {
    gate: String,
    q: String,
}

/// `GET /{congress}/door`
pub(super) async fn show(State(state): State<web::State>, visit: Visit, Query(shown): Query<Shown>) -> Answer {
    let congress = visit.congress()?;
    let conn = state.store.read();
    let gates = query::gate::all(conn, congress.id).await?;
    let gate = find(&gates, if shown.gate.is_empty() { MAIN } else { &shown.gate })?;
    let operator = visit.actor.kind.id().unwrap_or_default();
    let typed = shown.q.replace('\0', "");
    let (found, lines) = if typed.trim().is_empty() {
        (None, query::scan::last(conn, congress.id, &gate.slug, operator, LAST).await?)
    } else {
        (Some(attendee::search(conn, congress.id, &typed).await?), vec![])
    };
    let view = DoorView {
        slug: &congress.slug,
        gate,
        gates: &gates,
        standing: query::count::standing(conn, congress.id, &gate.area).await?,
        last: &lines,
        nonce: state.store.chance().opaque_id(),
        search: found.as_ref().map(|found| (typed.as_str(), found)),
    };
    Ok(door(&visit, &view).into_response())
}

fn find<'a>(gates: &'a [GateView], slug: &str) -> Result<&'a GateView, Fault> {
    gates.iter().find(|gate| gate.slug == slug).ok_or_else(Fault::not_found)
}

/// `POST /{congress}/door/check-ins`: from the scanner as JSON, from a form without JavaScript.
pub(super) async fn check_in(State(state): State<web::State>, visit: Visit, request: Request) -> Answer {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    if kind.starts_with("application/json") {
        let Verbatim(form) = Verbatim::<ScanForm>::from_request(request, &state).await?;
        scanned(&state, &visit, form).await
    } else {
        typed(&state, &visit, Fields::from_request(request, &state).await?).await
    }
}

/// What `door.js` shows: the verdict as programs know it, and as it stands on the page.
#[derive(Debug, Serialize)]
struct Scanned {
    #[serde(flatten)]
    told: Told,
    html: String,
    count: String,
    last: String,
}

async fn scanned(state: &web::State, visit: &Visit, form: ScanForm) -> Answer {
    let congress = visit.congress()?;
    let new = form.scan()?;
    if new.force && name::clean(&new.note).is_empty() {
        return Err(Fault::invalid(vec![Wrong::new("/note", "checkin-fault-note")]));
    }
    let outcome = check_in::check_in(&state.store, &visit.actor, congress.id, new).await?;
    let gates = query::gate::all(state.store.read(), congress.id).await?;
    let gate = find(&gates, &outcome.gate)?;
    let standing = query::count::standing(state.store.read(), congress.id, &gate.area).await?;
    let nonce = state.store.chance().opaque_id();
    let view = VerdictView { outcome: &outcome, nonce, embedded: true, faults: &Faults::new() };
    Ok(Json(Scanned {
        told: told(visit, &outcome),
        html: verdict(visit, &congress.slug, view).into_string(),
        count: count(visit, standing).into_string(),
        last: last(visit, &Line::from(&outcome)).into_string(),
    })
    .into_response())
}

/// Whoever lets somebody in all the same says why; without, the verdict comes back with the question.
async fn typed(state: &web::State, visit: &Visit, fields: Fields) -> Answer {
    let congress = visit.congress()?;
    let new = from_fields(&fields, state.store.chance().opaque_id());
    if new.force && name::clean(&new.note).is_empty() {
        let before = load(state, congress, fields.get("scan")).await?;
        let mut faults = Faults::new();
        faults.add("note", "checkin-fault-note");
        let page = page(state, visit, &before, &faults).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let outcome = check_in::check_in(&state.store, &visit.actor, congress.id, new).await?;
    Ok(Redirect::to(&address::door::CheckIn::new(&congress.slug, outcome.scan.id).path()).into_response())
}

/// `GET /{congress}/door/check-ins/{id}`
pub(super) async fn show_verdict(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::door::CheckIn>,
) -> Answer {
    let outcome = load(&state, visit.congress()?, &at.id).await?;
    page(&state, &visit, &outcome, &Faults::new()).await
}

async fn load(state: &web::State, congress: &CongressHead, id: &str) -> Result<Outcome, Fault> {
    let id: Uuid = id.parse().map_err(|_| Fault::not_found())?;
    let scan = query::scan::by_id(state.store.read(), congress.id, id).await?.ok_or_else(Fault::not_found)?;
    Ok(outcome(state.store.read(), scan).await?)
}

async fn page(state: &web::State, visit: &Visit, outcome: &Outcome, faults: &Faults) -> Result<Response, Fault> {
    let congress = visit.congress()?;
    let gates = query::gate::all(state.store.read(), congress.id).await?;
    let gate = find(&gates, &outcome.gate)?;
    let standing = query::count::standing(state.store.read(), congress.id, &gate.area).await?;
    let view = VerdictView { outcome, nonce: state.store.chance().opaque_id(), embedded: false, faults };
    Ok(verdict_page(visit, &congress.slug, gate, standing, view).into_response())
}

/// `POST /{congress}/door/check-ins/{id}/reversal`
pub(super) async fn reverse(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::door::CheckInReversal>,
) -> Answer {
    let congress = visit.congress()?;
    let id: Uuid = at.id.parse().map_err(|_| Fault::not_found())?;
    let scan = reversal::reverse(&state.store, &visit.actor, congress.id, id).await?;
    Flash::success(visit.words.t("checkin-reversed")).leave(&visit).await?;
    let gates = query::gate::all(state.store.read(), congress.id).await?;
    let outcome = outcome(state.store.read(), scan).await?;
    let gate = find(&gates, &outcome.gate)?;
    let door = address::with_query(&address::door::Door::new(&congress.slug).path(), &[("gate", &gate.slug)]);
    Ok(Redirect::to(&door).into_response())
}
