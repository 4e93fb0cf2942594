//! The same person twice.

use crate::page::double as page;
use crate::rules::pages::{Page, ROWS};
use address::desk::{Attendee as Ticket, Double as At, DoubleDismissal, Doubles};
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect};
use base::error::Told;
use registration::RegistrationError;
use registration::load::{Attendee, attendee_of, order_to_manage};
use registration::query::attendee::view;
use registration::query::double::doubles;
use registration::query::find::Part;
use registration::service::double::{Taken, keep_one, tell_apart};
use web::flash::Flash;
use web::{Answer, Fault, Fields, Visit};

pub async fn list(State(state): State<web::State>, visit: Visit, RawQuery(typed): RawQuery) -> Answer {
    let congress = visit.congress()?;
    let number = Page::asked(Fields::parse(typed.unwrap_or_default().as_bytes()).get("page"));
    let part = Part { limit: ROWS, offset: Page::offset(number) };
    let found = doubles(state.store.read(), congress.id, part).await?;
    let shown = Page { number, total: found.total };
    if number > shown.last() {
        return Ok(Redirect::to(&page::page_path(&congress.slug, shown.last())).into_response());
    }
    Ok(page::list(&visit, &found.pairs, shown).into_response())
}

/// An attendee by order and position: `7H4KQ2-1`.
async fn load(state: &web::State, visit: &Visit, named: &str) -> Result<Attendee, Fault> {
    let (code, position) = named.rsplit_once('-').ok_or_else(Fault::not_found)?;
    let order = order_to_manage(state.store.read(), &visit.actor, visit.congress()?.id, code).await?;
    Ok(attendee_of(state.store.read(), &order, position).await?)
}

pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<At>) -> Answer {
    let (first, second) = (load(&state, &visit, &at.first).await?, load(&state, &visit, &at.second).await?);
    let mut views = vec![];
    for one in [&first, &second] {
        let view = view(state.store.read(), one.order(), one.row().clone()).await?;
        views.push((view.ok_or_else(Fault::not_found)?, one.order()));
    }
    let [first, second] = &views[..] else { return Err(Fault::not_found()) };
    Ok(page::show(&visit, &at, first, second).into_response())
}

/// Keeps one of the two and leads to it. A second time there is nothing to end.
pub async fn keep(State(state): State<web::State>, visit: Visit, Path(at): Path<At>, sent: Fields) -> Answer {
    let congress = visit.congress()?;
    let (first, second) = (load(&state, &visit, &at.first).await?, load(&state, &visit, &at.second).await?);
    let (kept, gone) = match sent.get("keep") {
        "first" => (first, second),
        "second" => (second, first),
        _ => {
            Flash::warning(visit.words.t("desk-double-choose")).leave(&visit).await?;
            return Ok(Redirect::to(&at.path()).into_response());
        }
    };
    let taken = Taken { organisation: sent.has("organisation"), address: sent.has("address") };
    let reason = visit.words.t("desk-double-reason");
    let done = Box::pin(keep_one(&state.store, &kept, &gone, taken, &reason, sent.has("notify"))).await;
    let notice = match done {
        Ok(()) => Flash::success(visit.words.t("desk-flash-double-done")),
        Err(error @ RegistrationError::Closed) => Flash::info(visit.words.t(error.message())),
        Err(error) => return Err(error.into()),
    };
    notice.leave(&visit).await?;
    let position = kept.row().position.to_string();
    Ok(Redirect::to(&Ticket::new(&congress.slug, &kept.order().code, position).path()).into_response())
}

/// Remembers that they are two.
pub async fn dismiss(State(state): State<web::State>, visit: Visit, Path(at): Path<DoubleDismissal>) -> Answer {
    let (first, second) = (load(&state, &visit, &at.first).await?, load(&state, &visit, &at.second).await?);
    tell_apart(&state.store, &first, &second).await?;
    Flash::success(visit.words.t("desk-flash-double-apart")).leave(&visit).await?;
    Ok(Redirect::to(&Doubles::new(&at.congress).path()).into_response())
}
