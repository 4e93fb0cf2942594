//! What goes with a ticket: given and taken away by hand.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use base::error::Told;
use payment::service::extra::{add, remove};
use registration::RegistrationError;
use registration::load;

use web::flash::Flash;
use web::{Answer, Fault, Fields, Visit};

/// `add`: the short name of what is given; `remove`: the id of what is taken away.
pub async fn change(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::AttendeeExtras>,
    fields: Fields,
) -> Answer {
    let congress = visit.congress()?;
    let conn = state.store.read();
    let order = load::order_to_manage(conn, &visit.actor, congress.id, &at.code).await?;
    let attendee = load::attendee_of(conn, &order, &at.position).await?;
    let (word, done) = match (fields.get("add"), fields.get("remove").parse()) {
        ("", Ok(id)) => ("desk-flash-extra-removed", remove(&state.store, &attendee, id).await),
        ("", Err(_)) => return Err(Fault::not_found()),
        (slug, _) => ("desk-flash-extra-added", add(&state.store, &attendee, slug).await),
    };
    match done {
        Ok(()) => Flash::success(visit.words.t(word)).leave(&visit).await?,
        // What there is no room for, or what cannot be changed any more, is said where it was asked for.
        Err(error @ (RegistrationError::SoldOut { .. } | RegistrationError::Closed)) => {
            let values = error.values();
            Flash::warning(visit.words.with(error.message(), &web::problem::args(&values))).leave(&visit).await?;
        }
        Err(error) => return Err(error.into()),
    }
    let path = address::desk::Attendee::new(&congress.slug, &order.row().code, at.position).path();
    Ok(Redirect::to(&path).into_response())
}
