//! Contacts: who gets news without an order.

use crate::form::contact::ContactSearch;
use crate::form::list::Asked;
use crate::page::contact as page;
use crate::rules::pages::{Page, ROWS};
use address::campaign as at;
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect};
use base::Uuid;
use campaign::CampaignError;
use campaign::query::contact as query;
use campaign::service::contact::remove as remove_one;
use web::flash::Flash;
use web::{Answer, Fault, Fields, Visit};

pub async fn list(State(state): State<web::State>, visit: Visit, RawQuery(asked): RawQuery) -> Answer {
    let congress = visit.congress()?;
    let conn = state.store.read();
    let search = ContactSearch::read(&Fields::parse(asked.unwrap_or_default().as_bytes()));
    let counts = query::counts(conn, congress.id, &search.query).await?;
    let wanted = counts.iter().filter(|(standing, _)| search.standing.is_none_or(|wanted| wanted == *standing));
    let total = u64::try_from(wanted.map(|(_, n)| n).sum::<i64>()).unwrap_or_default();
    let place = Page { number: search.page, total };
    if place.number > place.last() {
        return Ok(Redirect::to(&search.with_page(place.last()).path(&congress.slug)).into_response());
    }
    let part = (ROWS, Page::offset(search.page));
    let lines = query::list(conn, congress.id, &search.filter(), part).await?;
    Ok(page::list(&visit, &page::List { search: &search, page: place, counts: &counts, lines: &lines }).into_response())
}

pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<at::Contact>) -> Answer {
    let (conn, congress) = (state.store.read(), visit.congress()?.id);
    let line = query::one(conn, congress, &at.id).await?.ok_or_else(Fault::not_found)?;
    let proofs = query::proofs(conn, congress, line.mailbox_id).await?;
    Ok(page::show(&visit, &line, &proofs).into_response())
}

/// Of a double click the second finds nobody, and is told the same.
pub async fn remove(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::ContactRemoval>,
    sent: Fields,
) -> Answer {
    let congress = visit.congress()?;
    let id: Uuid = at.id.parse().map_err(|_| Fault::not_found())?;
    match remove_one(&state.store, &visit.actor, congress.id, id, sent.has("never")).await {
        Ok(()) | Err(CampaignError::Unknown) => {}
        Err(error) => return Err(error.into()),
    }
    Flash::success(visit.words.t("contact-flash-removed")).leave(&visit).await?;
    Ok(Redirect::to(&ContactSearch::place(&congress.slug)).into_response())
}
