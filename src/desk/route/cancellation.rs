//! Cancelling for somebody: a page that asks, and its POST.

use crate::form::cancellation::CancellationForm;
use crate::page;
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect};
use base::Uuid;
use chrono::TimeDelta;
use garde::Validate;
use http::StatusCode;
use registration::RegistrationError;
use registration::load;
use registration::query::attendee::AttendeeView;
use registration::query::cancellation::all_by;
use registration::query::order::{OrderView, view};
use registration::rules::may_change;
use registration::service::cancellation;
use store::DbErr;
use web::flash::Flash;
use web::{Answer, Faults, Fields, Visit};

/// How long a form that was sent twice may be on its way.
const JUST: TimeDelta = TimeDelta::minutes(10);

/// Asks who is cancelled, and why. `?position=2` has that one ticked.
pub async fn ask(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::OrderCancellation>,
    RawQuery(typed): RawQuery,
) -> Answer {
    let congress = visit.congress()?;
    let conn = state.store.read();
    let order = load::order_to_manage(conn, &visit.actor, congress.id, &at.code).await?;
    let order = view(conn, order.row().clone()).await?;
    let fields = Fields::parse(typed.unwrap_or_default().as_bytes());
    Ok(page::order::cancellation(&visit, &order, &fields, &Faults::new()).into_response())
}

pub async fn cancel(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::OrderCancellation>,
    fields: Fields,
) -> Answer {
    let congress = visit.congress()?;
    let conn = state.store.read();
    let loaded = load::order_to_manage(conn, &visit.actor, congress.id, &at.code).await?;
    let order = view(conn, loaded.row().clone()).await?;
    let form = CancellationForm::read(&fields);
    if let Err(report) = form.validate() {
        let faults = Faults::from_report(&report);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page::order::cancellation(&visit, &order, &fields, &faults))
            .into_response());
    }
    let chosen = chosen(&order, &form)?;
    let ids = open(&visit, &chosen);
    match cancellation::cancel_by_hand(&state.store, &loaded, &ids, &form.reason, form.notify).await {
        Ok(ended) => {
            let told = visit.words.with("desk-flash-cancelled", &[("count", ended.into())]);
            Flash::success(told).leave(&visit).await?;
        }
        // Sent twice: it is as it was wanted.
        Err(RegistrationError::Closed) if was_just_done(&state, &visit, &chosen).await? => {
            let told = visit.words.with("desk-flash-cancelled-before", &[("count", chosen.len().into())]);
            Flash::info(told).leave(&visit).await?;
        }
        Err(error) => return Err(error.into()),
    }
    Ok(Redirect::to(&address::desk::Order::new(&congress.slug, &order.order.code).path()).into_response())
}

/// Whom the positions mean.
fn chosen<'a>(order: &'a OrderView, form: &CancellationForm) -> Result<Vec<&'a AttendeeView>, RegistrationError> {
    let of = |position: &i32| order.attendees.iter().find(|a| a.attendee.position == *position);
    form.position.iter().map(of).collect::<Option<_>>().ok_or(RegistrationError::Unknown)
}

/// Those who are not cancelled yet.
fn open(visit: &Visit, chosen: &[&AttendeeView]) -> Vec<Uuid> {
    let ends_at = visit.congress.as_ref().map_or(visit.now, |congress| congress.ends_at);
    let open = chosen.iter().filter(|a| may_change(a.attendee.state, ends_at, visit.now));
    open.map(|a| a.attendee.id).collect()
}

/// Whether the same person has just cancelled all of them.
async fn was_just_done(state: &web::State, visit: &Visit, chosen: &[&AttendeeView]) -> Result<bool, DbErr> {
    let ids: Vec<Uuid> = chosen.iter().map(|a| a.attendee.id).collect();
    all_by(state.store.read(), visit.actor.kind.id(), &ids, visit.now - JUST).await
}
