//! Audit logs: of a congress, and of the installation.

use crate::form::audit::AuditSearch;
use crate::form::list::Asked;
use crate::query::audit::AuditList;
use crate::{page, query};
use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Redirect, Response};
use store::event::Log;
use web::{Answer, Fault, Fields, Visit};

pub async fn list(State(state): State<web::State>, visit: Visit, RawQuery(typed): RawQuery) -> Answer {
    let congress = visit.congress()?;
    let list = match asked(&state, &visit, Log::Congress(congress.id), typed).await? {
        Ok(list) => list,
        Err(beyond) => return Ok(beyond),
    };
    let kept = identity::query::views(state.store.read(), &visit.actor, congress.id, AuditSearch::LIST).await?;
    Ok(page::audit::list(&visit, &list, &kept).into_response())
}

/// What concerns no congress in particular.
pub async fn installation(State(state): State<web::State>, visit: Visit, RawQuery(typed): RawQuery) -> Answer {
    Ok(match asked(&state, &visit, Log::Installation, typed).await? {
        Ok(list) => page::audit::installation(&visit, &list).into_response(),
        Err(beyond) => beyond,
    })
}

/// The page of a log that is asked for; the way to its last page from beyond it.
async fn asked(
    state: &web::State,
    visit: &Visit,
    log: Log,
    typed: Option<String>,
) -> Result<Result<AuditList, Response>, Fault> {
    let search = AuditSearch::read(&Fields::parse(typed.unwrap_or_default().as_bytes()));
    let list = query::audit::list(state.store.read(), log, visit.zone(), search).await?;
    if list.page.number <= list.page.last() {
        return Ok(Ok(list));
    }
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    Ok(Err(Redirect::to(&list.search.with_page(list.page.last()).path(slug)).into_response()))
}
