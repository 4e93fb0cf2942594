//! The outbox.

use crate::form::list::Asked;
use crate::form::mail::MailSearch;
use crate::rules::letter::without_parts;
use crate::{page, query, service};
use axum::extract::{Path, RawQuery, State};
use axum::response::{Html, IntoResponse, Redirect};
use base::Uuid;
use base::error::Told;
use post::PostError;
use web::flash::Flash;
use web::{Answer, Fault, Fields, Visit};

pub async fn list(State(state): State<web::State>, visit: Visit, RawQuery(typed): RawQuery) -> Answer {
    let congress = visit.congress()?;
    let search = MailSearch::read(&Fields::parse(typed.unwrap_or_default().as_bytes()));
    let conn = state.store.read();
    let list = query::mail::list(conn, congress.id, search).await?;
    if list.page.number > list.page.last() {
        return Ok(Redirect::to(&list.search.with_page(list.page.last()).path(&congress.slug)).into_response());
    }
    let kept = identity::query::views(conn, &visit.actor, congress.id, MailSearch::LIST).await?;
    Ok(page::mail::list(&visit, &list, &kept).into_response())
}

pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<address::desk::Mail>) -> Answer {
    let congress = visit.congress()?;
    let found = post::query::one(state.store.read(), congress.id, id(&at.id)?).await?;
    let found = found.ok_or_else(Fault::not_found)?;
    let mailbox: Vec<Uuid> = found.line.mailbox_id.into_iter().collect();
    let dead = identity::query::bounce::dead(state.store.read(), &mailbox).await?;
    Ok(page::mail::show(&visit, &found, dead.first(), state.store.chance().opaque_id()).into_response())
}

/// One as it looks, for the frame on its page.
pub async fn letter(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::MailLetter>,
) -> Answer {
    let congress = visit.congress()?;
    let found = post::query::one(state.store.read(), congress.id, id(&at.id)?).await?;
    let html = found.and_then(|mail| mail.html).ok_or_else(Fault::not_found)?;
    Ok(Html(without_parts(&html)).into_response())
}

/// Keeps one back.
pub async fn hold(State(state): State<web::State>, visit: Visit, Path(at): Path<address::desk::MailHolding>) -> Answer {
    let congress = visit.congress()?;
    let id = id(&at.id)?;
    let held = service::mail::hold(&state.store, &visit.actor, congress.id, id).await;
    held.map_err(|error| Fault::told(&error))?;
    Flash::success(visit.words.t("desk-flash-mail-held")).leave(&visit).await?;
    Ok(Redirect::to(&address::desk::Mail::new(&congress.slug, id.to_string()).path()).into_response())
}

/// Sends one again, or a copy of one that was sent.
pub async fn send(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::MailSending>,
    fields: Fields,
) -> Answer {
    let congress = visit.congress()?;
    let request = if fields.has("request") { Some(id(fields.get("request"))?) } else { None };
    let id = id(&at.id)?;
    let (waiting, flash) = match service::mail::send(&state.store, &visit.actor, congress.id, id, request).await {
        Ok(waiting) => (waiting, Flash::success(visit.words.t("desk-flash-mail"))),
        // By the first of two clicks, or by somebody else: it is as it was wanted.
        Err(error @ PostError::Sent) => (id, Flash::info(visit.words.t(error.message()))),
        Err(error) => return Err(Fault::told(&error)),
    };
    flash.leave(&visit).await?;
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
pub(super) fn id(typed: &str) -> Result<Uuid, Fault> {
    typed.parse().map_err(|_| Fault::not_found())
}
