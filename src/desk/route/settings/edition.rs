//! The next edition of a congress.

use super::named;
use crate::form::settings::edition::{FIELDS, begin, read};
use crate::form::settings::field;
use crate::page::settings::edition as page;
use crate::query::edition::{self as query, Last};
use crate::query::settings::facts;
use crate::rules::edition::Part;
use crate::rules::ready::checks;
use crate::service::edition::{self as service, EditionError};
use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Redirect, Response};
use base::error::Told;
use http::StatusCode;
use store::Conn;
use web::flash::Flash;
use web::form::once;
use web::{Answer, Fault, Faults, Fields, Visit};

async fn last(conn: &Conn, visit: &Visit) -> Result<Last, Fault> {
    query::last(conn, visit.congress()?.id).await?.ok_or_else(Fault::not_found)
}

fn again(visit: &Visit, last: &Last, fields: &Fields, faults: &Faults) -> Response {
    let faults = named(faults, &FIELDS, visit);
    (StatusCode::UNPROCESSABLE_ENTITY, page::ask(visit, last, fields, &faults)).into_response()
}

/// The form; with what was typed before for who comes back from the preview.
pub async fn ask(State(state): State<web::State>, visit: Visit, RawQuery(typed): RawQuery) -> Answer {
    let last = last(state.store.read(), &visit).await?;
    let typed = Fields::parse(typed.unwrap_or_default().as_bytes());
    let fields = if typed.has("from") { typed } else { begin(&last) };
    Ok(page::ask(&visit, &last, &fields, &Faults::new()).into_response())
}

/// What would become of it. Changes nothing.
pub async fn preview(State(state): State<web::State>, visit: Visit, RawQuery(typed): RawQuery) -> Answer {
    let conn = state.store.read();
    let last = last(conn, &visit).await?;
    let fields = Fields::parse(typed.unwrap_or_default().as_bytes());
    let wanted = match read(&fields, &last) {
        Ok(wanted) => wanted,
        Err(faults) => return Ok(again(&visit, &last, &fields, &faults)),
    };
    let mut faults = Faults::new();
    if wanted.parts.contains(&Part::Seller)
        && payment::service::copy::is_used(conn, last.congress.host_id, &wanted.prefix).await?
    {
        faults.add_with("prefix", "payment-error-prefix-used", &[("prefix", (&wanted.prefix).into())]);
    }
    if congress::query::by_slug(conn, &wanted.edition.slug).await?.is_some() {
        faults.add_with("slug", "congress-error-slug-taken", &[("slug", (&wanted.edition.slug).into())]);
    }
    if !faults.is_empty() {
        return Ok(again(&visit, &last, &fields, &faults));
    }
    let fields = fields.with(once::NAME, state.store.chance().opaque_id().to_string());
    Ok(page::preview(&visit, &last, &fields, &wanted).into_response())
}

/// Adds it, and leads to what to look at next.
pub async fn copy(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let last = last(state.store.read(), &visit).await?;
    let wanted = match read(&fields, &last) {
        Ok(wanted) => wanted,
        Err(faults) => return Ok(again(&visit, &last, &fields, &faults)),
    };
    let founder = visit.actor.kind.id().unwrap_or_default();
    let id = once::id(&fields, founder, state.store.chance());
    match service::copy(&state.store, &visit.actor, last.congress.id, id, &wanted).await {
        Ok(copied) => {
            let told = visit.words.with("desk-edition-done", &[("left", copied.team.left.into())]);
            Flash::success(told).leave(&visit).await?;
            let path = address::settings::EditionOrigin::new(copied.congress.slug).path();
            Ok(Redirect::to(&path).into_response())
        }
        Err(EditionError::Congress(error)) => refused(&visit, &last, &fields, error),
        Err(EditionError::Payment(error)) => refused(&visit, &last, &fields, error),
        Err(EditionError::Identity(error)) => Err(error.into()),
        Err(EditionError::Database(error)) => Err(error.into()),
    }
}

/// Beside its field, if it is about one.
fn refused<E: Told + Into<Fault>>(visit: &Visit, last: &Last, fields: &Fields, error: E) -> Answer {
    let Some(beside) = field(error.message()) else { return Err(error.into()) };
    let mut faults = Faults::new();
    let beside = if beside == "ends" { "to" } else { beside };
    faults.add_with(beside, error.message(), &web::problem::args(&error.values()));
    Ok(again(visit, last, fields, &faults))
}

/// Where an edition comes from, what was taken along, and what to look at next.
pub async fn origin(State(state): State<web::State>, visit: Visit) -> Answer {
    let conn = state.store.read();
    let congress = visit.congress()?.id;
    let from = query::origin(conn, congress).await?.ok_or_else(Fault::not_found)?;
    let now = last(conn, &visit).await?;
    let facts = facts(&state, congress).await?.ok_or_else(Fault::not_found)?;
    Ok(page::origin(&visit, &now, &from, &checks(&facts)).into_response())
}
