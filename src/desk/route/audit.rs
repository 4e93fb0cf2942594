//! The audit log.

use crate::form::audit::AuditSearch;
use crate::form::list::Asked;
use crate::{page, query};
use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Redirect};
use web::{Answer, Fields, Visit};

pub async fn list(State(state): State<web::State>, visit: Visit, RawQuery(typed): RawQuery) -> Answer {
    let congress = visit.congress()?;
    let conn = state.store.read();
    let search = AuditSearch::read(&Fields::parse(typed.unwrap_or_default().as_bytes()));
    let list = query::audit::list(conn, congress, search).await?;
    if list.page.number > list.page.last() {
        return Ok(Redirect::to(&list.search.with_page(list.page.last()).path(&congress.slug)).into_response());
    }
    let kept = identity::query::views(conn, &visit.actor, congress.id, AuditSearch::LIST).await?;
    Ok(page::audit::list(&visit, &list, &kept).into_response())
}
