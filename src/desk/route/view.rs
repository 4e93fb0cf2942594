//! Views of lists that somebody keeps.

use crate::form::attendee::AttendeeSearch;
use crate::form::audit::AuditSearch;
use crate::form::list::Asked;
use crate::form::mail::MailSearch;
use crate::form::order::OrderSearch;
use crate::form::waiting::WaitingSearch;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use identity::IdentityError;
use identity::service::saved_view;
use web::flash::Flash;
use web::{Answer, Fault, Fields, Visit};

/// Where a list is, by its name in saved views.
fn place(list: &str, congress: &str) -> Option<String> {
    [
        (OrderSearch::LIST, OrderSearch::place(congress)),
        (AttendeeSearch::LIST, AttendeeSearch::place(congress)),
        (MailSearch::LIST, MailSearch::place(congress)),
        (WaitingSearch::LIST, WaitingSearch::place(congress)),
        (AuditSearch::LIST, AuditSearch::place(congress)),
    ]
    .into_iter()
    .find_map(|(name, path)| (name == list).then_some(path))
}

/// The list as it was asked for.
fn shown(place: &str, query: &str) -> String {
    if query.is_empty() { place.to_owned() } else { format!("{place}?{query}") }
}

/// Keeps one. Comes back to the list, whatever was typed.
pub async fn keep(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let congress = visit.congress()?;
    let (list, name) = (fields.get("list"), fields.get("name"));
    let place = place(list, &congress.slug).ok_or_else(Fault::not_found)?;
    // Only what an address can hold.
    let query = fields.get("query");
    let query = if query.chars().all(|c| c.is_ascii_graphic()) { query } else { "" };
    match saved_view::keep(&state.store, &visit.actor, congress.id, list, name, query).await {
        Ok(()) => {
            let told = visit.words.with("desk-flash-view-kept", &[("name", name.trim().into())]);
            Flash::success(told).leave(&visit).await?;
        }
        Err(IdentityError::NameMissing) => Flash::warning(visit.words.t("desk-fault-view-name")).leave(&visit).await?,
        Err(error) => return Err(error.into()),
    }
    Ok(Redirect::to(&shown(&place, query)).into_response())
}

pub async fn remove(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::ViewRemoval>,
) -> Answer {
    let congress = visit.congress()?;
    let id = at.id.parse().map_err(|_| Fault::not_found())?;
    let view = saved_view::remove(&state.store, &visit.actor, congress.id, id).await?;
    let place = place(&view.list, &congress.slug).ok_or_else(Fault::not_found)?;
    Flash::success(visit.words.with("desk-flash-view-removed", &[("name", view.name.into())])).leave(&visit).await?;
    Ok(Redirect::to(&shown(&place, &view.query)).into_response())
}
