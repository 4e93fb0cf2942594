//! Rooms.

use super::{Place, about, again, id, settle};
use crate::form::settings::Sheet;
use crate::page::settings::{Tab, list};
use address::settings as at;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use base::Text;
use congress::service::room::{self, Room};
use maud::html;
use web::flash::Flash;
use web::form::{Seen, once};
use web::layout::text;
use web::{Answer, Fault, Fields, Visit};

pub async fn list(State(state): State<web::State>, visit: Visit) -> Answer {
    let congress = visit.congress()?;
    let rooms = congress::query::rooms(state.store.read(), congress.id).await?;
    let row = |room: &congress::entity::room::Model| list::Row {
        path: at::Room::new(&congress.slug, room.id.to_string()).path(),
        name: html! { (text(&visit, &room.name)) },
        note: match room.seats {
            Some(seats) => visit.words.with("desk-settings-room-seats", &[("seats", seats.into())]),
            None => visit.words.t("desk-settings-room-no-seats"),
        },
        state: None,
    };
    let rows: Vec<list::Row> = rooms.iter().map(row).collect();
    Ok(list::list(&visit, Tab::Rooms, &rows, None).into_response())
}

/// The room as it is now, or a new one after the others.
async fn now(state: &web::State, visit: &Visit, id: Option<base::Uuid>) -> Result<Room, Fault> {
    let rooms = congress::query::rooms(state.store.read(), visit.congress()?.id).await?;
    match id {
        Some(id) => rooms.iter().find(|room| room.id == id).map(Room::from).ok_or_else(Fault::not_found),
        None => {
            let position = rooms.iter().map(|room| room.position).max().unwrap_or(0).saturating_add(1);
            Ok(Room { name: Text::default(), seats: None, position })
        }
    }
}

fn place<'a>(slug: &str, title: &'a str, id: Option<base::Uuid>) -> Place<'a> {
    let removal = id.map(|id| at::RoomRemoval::new(slug, id.to_string()).path());
    Place { title, object: id, removal, next: at::Rooms::new(slug).path() }
}

pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<at::Room>) -> Answer {
    let id = id(&at.id)?;
    let title = visit.words.t("desk-settings-room");
    let about = about(&state, &visit).await?;
    let now = now(&state, &visit, id).await?;
    Ok(super::show(&visit, &about, &place(&at.congress, &title, id), &now))
}

pub async fn save(State(state): State<web::State>, visit: Visit, Path(at): Path<at::Room>, fields: Fields) -> Answer {
    let (id, congress) = (id(&at.id)?, visit.congress()?.id);
    let title = visit.words.t("desk-settings-room");
    let place = place(&at.congress, &title, id);
    let about = about(&state, &visit).await?;
    let new = match Room::read(&fields, &about) {
        Ok(new) => new,
        Err(faults) => return Ok(again::<Room>(&visit, &about, &place, &fields, &faults)),
    };
    let saved = match id {
        Some(id) => room::change(&state.store, &visit.actor, congress, id, new, &Seen::read(&fields)).await,
        None => {
            let id = once::id(&fields, congress, state.store.chance());
            room::add(&state.store, &visit.actor, congress, id, new).await
        }
    };
    let now = now(&state, &visit, id).await.ok();
    settle(&state, &visit, &about, place, &fields, saved, now).await
}

pub async fn remove(State(state): State<web::State>, visit: Visit, Path(at): Path<at::RoomRemoval>) -> Answer {
    let id = id(&at.id)?.ok_or_else(Fault::not_found)?;
    room::remove(&state.store, &visit.actor, visit.congress()?.id, id).await?;
    Flash::success(visit.words.t("desk-settings-removed")).leave(&visit).await?;
    Ok(Redirect::to(&at::Rooms::new(&at.congress).path()).into_response())
}
