//! Tracks.

use crate::form::settings::Sheet;
use crate::page::settings::{Tab, list};
use crate::route::settings::{Place, about, again, id, settle, show as show_sheet};
use address::session as at;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use base::{Text, Uuid};
use maud::html;
use programme::query::tracks;
use programme::service::track::{self, Track};
use web::form::{Seen, once};
use web::layout::text;
use web::{Answer, Fault, Fields, Visit};

pub async fn list(State(state): State<web::State>, visit: Visit) -> Answer {
    let congress = visit.congress()?;
    let rows = tracks(state.store.read(), congress.id).await?;
    let row = |row: &congress::entity::track::Model| list::Row {
        path: at::Track::new(&congress.slug, row.id.to_string()).path(),
        name: html! { (text(&visit, &row.name)) },
        note: [row.slug.as_str(), row.colour.as_str()].join(" ").trim().to_owned(),
        state: None,
    };
    let rows: Vec<list::Row> = rows.iter().map(row).collect();
    Ok(list::list(&visit, Tab::Tracks, &rows, None).into_response())
}

/// The track as it is now, or a new one after the others.
async fn now(state: &web::State, visit: &Visit, id: Option<Uuid>) -> Result<Track, Fault> {
    let rows = tracks(state.store.read(), visit.congress()?.id).await?;
    match id {
        Some(id) => rows.iter().find(|row| row.id == id).map(Track::from).ok_or_else(Fault::not_found),
        None => {
            let position = rows.iter().map(|row| row.position).max().unwrap_or(0).saturating_add(1);
            Ok(Track { name: Text::default(), slug: String::new(), colour: String::new(), target: None, position })
        }
    }
}

fn place<'a>(slug: &str, title: &'a str, id: Option<Uuid>) -> Place<'a> {
    let removal = id.map(|id| at::TrackRemoval::new(slug, id.to_string()).path());
    Place { title, object: id, removal, next: at::Tracks::new(slug).path() }
}

pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<at::Track>) -> Answer {
    let id = id(&at.id)?;
    let title = visit.words.t("desk-programme-track");
    let (about, now) = (about(&state, &visit).await?, now(&state, &visit, id).await?);
    Ok(show_sheet(&visit, &about, &place(&at.congress, &title, id), &now))
}

pub async fn save(State(state): State<web::State>, visit: Visit, Path(at): Path<at::Track>, fields: Fields) -> Answer {
    let (id, congress) = (id(&at.id)?, visit.congress()?.id);
    let title = visit.words.t("desk-programme-track");
    let place = place(&at.congress, &title, id);
    let about = about(&state, &visit).await?;
    let new = match Track::read(&fields, &about) {
        Ok(new) => new,
        Err(faults) => return Ok(again::<Track>(&visit, &about, &place, &fields, &faults)),
    };
    let saved = match id {
        Some(id) => track::change(&state.store, &visit.actor, congress, id, new, &Seen::read(&fields)).await,
        None => {
            let id = once::id(&fields, congress, state.store.chance());
            track::add(&state.store, &visit.actor, congress, id, new).await
        }
    };
    let now = now(&state, &visit, id).await.ok();
    settle(&state, &visit, &about, place, &fields, saved, now).await
}

pub async fn remove(State(state): State<web::State>, visit: Visit, Path(at): Path<at::TrackRemoval>) -> Answer {
    let id = id(&at.id)?.ok_or_else(Fault::not_found)?;
    let removed = track::remove(&state.store, &visit.actor, visit.congress()?.id, id).await;
    let (one, all) = (at::Track::new(&at.congress, &at.id).path(), at::Tracks::new(&at.congress).path());
    super::state::removed(&visit, removed, &one, &all).await
}
