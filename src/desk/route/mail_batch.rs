//! Several mails at once: a page that shows what would happen, and its POST.

use crate::form::list::Asked as _;
use crate::form::mail_batch::Asked;
use crate::query::mail::{Chosen, MOST, chosen};
use crate::{page, service};
use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Redirect};
use post::query::Ripe;
use web::flash::Flash;
use web::{Answer, Fault, Fields, Visit};

pub async fn ask(State(state): State<web::State>, visit: Visit, RawQuery(typed): RawQuery) -> Answer {
    let wanted = Asked::read(&Fields::parse(typed.unwrap_or_default().as_bytes()));
    let found: Chosen = chosen(state.store.read(), visit.congress()?.id, &wanted).await?;
    Ok(page::mail::batch(&visit, &wanted, &found).into_response())
}

/// Does it to each mail that was shown and is still as it was: the others are told by their number.
pub async fn act(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let (congress, wanted) = (visit.congress()?, Asked::read(&fields));
    // No more than its page shows.
    let ticked = &wanted.ticked[..wanted.ticked.len().min(MOST)];
    let done = service::mail::batch(&state.store, &visit.actor, congress.id, wanted.deed, ticked).await;
    let done = done.map_err(|error| Fault::told(&error))?;
    let key = if wanted.deed == Ripe::Send { "desk-flash-mails-sent" } else { "desk-flash-mails-held" };
    let told = visit.words.with(key, &[("count", done.into())]);
    let left = wanted.ticked.len().saturating_sub(done);
    let flash = if left == 0 {
        Flash::success(told)
    } else {
        let rest = visit.words.with("desk-flash-mails-left", &[("count", left.into())]);
        Flash::info(format!("{told} {rest}"))
    };
    flash.leave(&visit).await?;
    Ok(Redirect::to(&wanted.search.path(&congress.slug)).into_response())
}
