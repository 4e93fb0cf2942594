//! The outbox.

use crate::form::mail::MailSearch;
use crate::{page, query, service};
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect};
use base::Uuid;
use web::flash::Flash;
use web::{Answer, Fault, Fields, Visit};

pub async fn list(State(state): State<web::State>, visit: Visit, RawQuery(typed): RawQuery) -> Answer {
    let congress = visit.congress()?;
    let search = MailSearch::read(&Fields::parse(typed.unwrap_or_default().as_bytes()));
    let list = query::mail::list(state.store.read(), congress.id, search).await?;
    if list.page.number > list.page.last() {
        return Ok(Redirect::to(&search.with_page(list.page.last()).path(&congress.slug)).into_response());
    }
    Ok(page::mail::list(&visit, &list).into_response())
}

pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<address::desk::Mail>) -> Answer {
    let congress = visit.congress()?;
    let found = post::query::one(state.store.read(), congress.id, id(&at.id)?).await?;
    Ok(page::mail::show(&visit, &found.ok_or_else(Fault::not_found)?).into_response())
}

/// Sends one again.
pub async fn send(State(state): State<web::State>, visit: Visit, Path(at): Path<address::desk::MailSending>) -> Answer {
    let congress = visit.congress()?;
    let sent = service::mail::send(&state.store, &visit.actor, congress.id, id(&at.id)?).await;
    let waiting = sent.map_err(|error| Fault::told(&error))?;
    Flash::success(visit.words.t("desk-flash-mail")).leave(&visit).await?;
    Ok(Redirect::to(&address::desk::Mail::new(&congress.slug, waiting.to_string()).path()).into_response())
}

/// Sends all that are held.
pub async fn release(State(state): State<web::State>, visit: Visit) -> Answer {
    let congress = visit.congress()?;
    let released = service::mail::release(&state.store, &visit.actor, congress.id).await;
    let released = released.map_err(|error| Fault::told(&error))?;
    Flash::success(visit.words.with("desk-flash-released", &[("count", released.into())])).leave(&visit).await?;
    Ok(Redirect::to(&MailSearch::of(None).path(&congress.slug)).into_response())
}

/// What is no id is the id of nothing.
fn id(typed: &str) -> Result<Uuid, Fault> {
    typed.parse().map_err(|_| Fault::not_found())
}
