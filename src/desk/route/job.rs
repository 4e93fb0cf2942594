//! The jobs of the installation.

use crate::page;
use crate::page::job::JobList;
use crate::rules::pages::{Page, ROWS};
use crate::service;
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect};
use store::job;
use web::flash::Flash;
use web::{Answer, Fault, Fields, Visit};

pub async fn list(State(state): State<web::State>, visit: Visit, RawQuery(typed): RawQuery) -> Answer {
    let fields = Fields::parse(typed.unwrap_or_default().as_bytes());
    let asked = job::SHOWN.into_iter().find(|state| page::job::name(*state) == fields.get("state"));
    let number = Page::asked(fields.get("page"));
    let conn = state.store.read();
    let states = job::states(conn).await?;
    let jobs = job::list(conn, asked, ROWS, Page::offset(number)).await?;
    let list = JobList::new(asked, number, states, jobs);
    if list.page.number > list.page.last() {
        return Ok(Redirect::to(&list.path(list.page.last())).into_response());
    }
    Ok(page::job::list(&visit, &list).into_response())
}

pub async fn start(State(state): State<web::State>, visit: Visit, Path(at): Path<address::desk::JobStart>) -> Answer {
    let id = at.id.parse().map_err(|_| Fault::not_found())?;
    let started = service::job::start(&state.store, &visit.actor, id).await?;
    let told = if started {
        Flash::success(visit.words.t("desk-flash-job"))
    } else {
        Flash::info(visit.words.t("desk-flash-job-not"))
    };
    told.leave(&visit).await?;
    Ok(Redirect::to(&address::desk::Jobs::new().path()).into_response())
}
