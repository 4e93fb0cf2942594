//! Kinds of sessions.

use crate::form::settings::Sheet;
use crate::page::settings::{Tab, list};
use crate::route::settings::{Place, about, again, id, settle, show as show_sheet};
use address::session as at;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use base::{Text, Uuid};
use maud::html;
use programme::query::session_types;
use programme::service::session_type::{self, SessionType};
use web::form::{Seen, once};
use web::layout::text;
use web::{Answer, Fault, Fields, Visit};

pub async fn list(State(state): State<web::State>, visit: Visit) -> Answer {
    let congress = visit.congress()?;
    let rows = session_types(state.store.read(), congress.id).await?;
    let row = |row: &programme::entity::session_type::Model| list::Row {
        path: at::SessionType::new(&congress.slug, row.id.to_string()).path(),
        name: html! { (text(&visit, &row.name)) },
        note: row.minutes.map_or_else(String::new, |minutes| {
            visit.words.with("desk-programme-so-many-minutes", &[("count", minutes.into())])
        }),
        state: None,
    };
    let rows: Vec<list::Row> = rows.iter().map(row).collect();
    Ok(list::list(&visit, Tab::SessionTypes, &rows, None).into_response())
}

/// The kind as it is now, or a new one after the others.
async fn now(state: &web::State, visit: &Visit, id: Option<Uuid>) -> Result<SessionType, Fault> {
    let rows = session_types(state.store.read(), visit.congress()?.id).await?;
    match id {
        Some(id) => rows.iter().find(|row| row.id == id).map(SessionType::from).ok_or_else(Fault::not_found),
        None => {
            let position = rows.iter().map(|row| row.position).max().unwrap_or(0).saturating_add(1);
            Ok(SessionType {
                name: Text::default(),
                slug: String::new(),
                minutes: None,
                seamless: false,
                target: None,
                position,
            })
        }
    }
}

fn place<'a>(slug: &str, title: &'a str, id: Option<Uuid>) -> Place<'a> {
    let removal = id.map(|id| at::SessionTypeRemoval::new(slug, id.to_string()).path());
    Place { title, object: id, removal, next: at::SessionTypes::new(slug).path() }
}

pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<at::SessionType>) -> Answer {
    let id = id(&at.id)?;
    let title = visit.words.t("desk-programme-type");
    let (about, now) = (about(&state, &visit).await?, now(&state, &visit, id).await?);
    Ok(show_sheet(&visit, &about, &place(&at.congress, &title, id), &now))
}

pub async fn save(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::SessionType>,
    fields: Fields,
) -> Answer {
    let (id, congress) = (id(&at.id)?, visit.congress()?.id);
    let title = visit.words.t("desk-programme-type");
    let place = place(&at.congress, &title, id);
    let about = about(&state, &visit).await?;
    let new = match SessionType::read(&fields, &about) {
        Ok(new) => new,
        Err(faults) => return Ok(again::<SessionType>(&visit, &about, &place, &fields, &faults)),
    };
    let saved = match id {
        Some(id) => session_type::change(&state.store, &visit.actor, congress, id, new, &Seen::read(&fields)).await,
        None => {
            let id = once::id(&fields, congress, state.store.chance());
            session_type::add(&state.store, &visit.actor, congress, id, new).await
        }
    };
    let now = now(&state, &visit, id).await.ok();
    settle(&state, &visit, &about, place, &fields, saved, now).await
}

pub async fn remove(State(state): State<web::State>, visit: Visit, Path(at): Path<at::SessionTypeRemoval>) -> Answer {
    let id = id(&at.id)?.ok_or_else(Fault::not_found)?;
    let removed = session_type::remove(&state.store, &visit.actor, visit.congress()?.id, id).await;
    let (one, all) = (at::SessionType::new(&at.congress, &at.id).path(), at::SessionTypes::new(&at.congress).path());
    super::state::removed(&visit, removed, &one, &all).await
}
