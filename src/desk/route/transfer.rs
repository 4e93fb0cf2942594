//! Handing a ticket to somebody else, and what is left of asking them.

use super::attendee::{done, loaded};
use super::change::{conflict, stale, wrong};
use crate::form::person;
use crate::page::order::{self as page, Sheet};
use crate::query::newest;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use base::error::Told;
use checkin::service::substitution::transfer;
use garde::Validate;
use http::StatusCode;
use registration::service::substitution::{seen, withdraw};
use web::form::Seen;
use web::{Answer, Faults, Fields, Visit};

/// Who comes instead: nobody is filled in, but the organisation mostly stays.
pub async fn ask(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::AttendeeTransfer>,
) -> Answer {
    let loaded = loaded(&state, &visit, &at.code, &at.position).await?;
    let row = &loaded.attendee.attendee;
    let fields =
        Fields::new().with("organisation", &row.organisation).with("language", &row.language).with("send", "on");
    Ok(page::transfer(&visit, &loaded.order, &loaded.attendee, &Sheet::new(fields, seen(row))).into_response())
}

pub async fn hand_over(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::AttendeeTransfer>,
    fields: Fields,
) -> Answer {
    let before = loaded(&state, &visit, &at.code, &at.position).await?;
    let form = person::attendee(&fields);
    if let Err(report) = form.validate() {
        let mut faults = Faults::from_report(&report);
        faults.name_all(&person::labels(&person::ATTENDEE, visit.words));
        return wrong(page::transfer(&visit, &before.order, &before.attendee, &Sheet::wrong(&fields, faults)));
    }
    let sent = fields.has("send");
    let error = match Box::pin(transfer(&state.store, &before.proof, &Seen::read(&fields), &form, sent)).await {
        Ok(()) => return done(&visit, &before, "desk-flash-transferred").await,
        Err(error) => error,
    };
    let now = loaded(&state, &visit, &at.code, &at.position).await?;
    match error.problem() {
        "changed-meanwhile" => {
            let theirs = person::told(&person::attendee_fields(&now.attendee), visit.words);
            let yours = person::told(&fields, visit.words);
            let newest = newest::of_attendee(state.store.read(), &now.attendee.attendee).await?;
            let told = conflict(&visit, newest.as_ref(), &person::ATTENDEE, &theirs, &yours);
            let seen = seen(&now.attendee.attendee);
            let sheet = Sheet { fields, faults: Faults::new(), seen, conflict: Some(told) };
            stale(page::transfer(&visit, &now.order, &now.attendee, &sheet))
        }
        "entered" | "closed" => {
            let mut faults = Faults::new();
            faults.add("given-name", error.message());
            let page = page::transfer(&visit, &now.order, &now.attendee, &Sheet::wrong(&fields, faults));
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        _ => Err(error.into()),
    }
}

/// Takes back that somebody was asked.
pub async fn take_back(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::AttendeeSubstituteWithdrawal>,
) -> Answer {
    let loaded = loaded(&state, &visit, &at.code, &at.position).await?;
    withdraw(&state.store, &loaded.proof).await?;
    done(&visit, &loaded, "desk-flash-substitute-withdrawn").await
}
