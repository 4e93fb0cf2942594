//! Undoing cancellations: a page that asks whose, and its POST.

use crate::page;
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect};
use base::Uuid;
use base::error::Told;
use http::StatusCode;
use payment::service::restoration::restore;
use registration::RegistrationError;
use registration::entity::attendee::State::Cancelled;
use registration::load;
use registration::query::attendee::AttendeeView;
use registration::query::order::{OrderView, view};
use web::flash::Flash;
use web::{Answer, Faults, Fields, Visit};

/// Whose cancellation is undone. `?position=2` has that one ticked.
pub async fn ask(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::OrderRestoration>,
    RawQuery(typed): RawQuery,
) -> Answer {
    let conn = state.store.read();
    let order = load::order_to_manage(conn, &visit.actor, visit.congress()?.id, &at.code).await?;
    let order = view(conn, order.row().clone()).await?;
    let fields = Fields::parse(typed.unwrap_or_default().as_bytes());
    Ok(page::order::restoration(&visit, &order, &fields, &Faults::new()).into_response())
}

pub async fn undo(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::OrderRestoration>,
    fields: Fields,
) -> Answer {
    let congress = visit.congress()?;
    let conn = state.store.read();
    let loaded = load::order_to_manage(conn, &visit.actor, congress.id, &at.code).await?;
    let order = view(conn, loaded.row().clone()).await?;
    let again = |status: StatusCode, faults: &Faults| {
        Ok((status, page::order::restoration(&visit, &order, &fields, faults)).into_response())
    };
    let chosen = chosen(&order, &fields)?;
    let mut faults = Faults::new();
    if chosen.is_empty() {
        faults.add("position", "desk-fault-nobody");
        return again(StatusCode::UNPROCESSABLE_ENTITY, &faults);
    }
    let ids: Vec<Uuid> = chosen.iter().map(|a| a.attendee.id).collect();
    let notice = match Box::pin(restore(&state.store, &loaded, &ids, fields.has("send"))).await {
        Ok(restored) => Flash::success(visit.words.with("desk-flash-restored", &[("count", restored.into())])),
        // Sent twice: it is as it was wanted.
        Err(RegistrationError::Closed) if chosen.iter().all(|a| a.attendee.state != Cancelled) => {
            Flash::info(visit.words.t("desk-flash-restored-before"))
        }
        Err(error @ (RegistrationError::SoldOut { .. } | RegistrationError::Closed)) => {
            faults.add_with("position", error.message(), &web::problem::args(&error.values()));
            return again(StatusCode::CONFLICT, &faults);
        }
        Err(error) => return Err(error.into()),
    };
    notice.leave(&visit).await?;
    Ok(Redirect::to(&address::desk::Order::new(&congress.slug, &order.order.code).path()).into_response())
}

/// Whom the positions mean.
fn chosen<'a>(order: &'a OrderView, fields: &Fields) -> Result<Vec<&'a AttendeeView>, RegistrationError> {
    let of = |typed: &str| order.attendees.iter().find(|a| a.attendee.position.to_string() == typed);
    fields.all("position").map(of).collect::<Option<_>>().ok_or(RegistrationError::Unknown)
}
