//! The register of invoices.

use crate::form::invoice::InvoiceSearch;
use crate::form::list::Asked;
use crate::{page, query};
use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Redirect};
use web::{Answer, Fields, Visit};

pub async fn list(State(state): State<web::State>, visit: Visit, RawQuery(typed): RawQuery) -> Answer {
    let congress = visit.congress()?;
    let search = InvoiceSearch::read(&Fields::parse(typed.unwrap_or_default().as_bytes()));
    let list = query::invoice::list(state.store.read(), congress, search).await?;
    if list.page.number > list.page.last() {
        return Ok(Redirect::to(&list.search.with_page(list.page.last()).path(&congress.slug)).into_response());
    }
    Ok(page::invoice::list(&visit, &list).into_response())
}
