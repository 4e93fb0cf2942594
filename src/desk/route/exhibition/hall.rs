//! Halls, and the page with the plans.

use super::{id, refusal};
use crate::form::exhibition as form;
use crate::page::exhibition::hall as page;
use address::{DeskHall, DeskHallRemoval, DeskStands};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use base::Uuid;
use base::error::Told;
use exhibition::ExhibitionError;
use exhibition::entity::hall;
use exhibition::query::{Which, halls, projects};
use exhibition::service::hall::{Hall, add, change, remove, shown};
use exhibition::service::place::spread_rest;
use http::StatusCode;
use web::flash::Flash;
use web::form::{Seen, once};
use web::{Answer, Fault, Faults, Fields, Visit};

pub async fn list(State(state): State<web::State>, visit: Visit) -> Answer {
    let (conn, congress) = (state.store.read(), visit.congress()?.id);
    let (halls, projects) = (halls(conn, congress).await?, projects(conn, congress, Which::All).await?);
    Ok(page::list(&visit, &halls, &projects).into_response())
}

/// Spreads what has no stand yet.
pub async fn spread(State(state): State<web::State>, visit: Visit) -> Answer {
    let congress = visit.congress()?;
    let spread = spread_rest(&state.store, &visit.actor, congress.id).await?;
    let args = [("placed", spread.placed.into()), ("left", spread.left.into())];
    Flash::success(visit.words.with("desk-flash-spread", &args)).leave(&visit).await?;
    Ok(Redirect::to(&DeskStands::new(&congress.slug).path()).into_response())
}

async fn load(state: &web::State, visit: &Visit, id: Uuid) -> Result<hall::Model, Fault> {
    let all = halls(state.store.read(), visit.congress()?.id).await?;
    all.into_iter().map(|view| view.hall).find(|hall| hall.id == id).ok_or_else(Fault::not_found)
}

pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<DeskHall>) -> Answer {
    let id = id(&at.id)?;
    let (fields, seen) = match id {
        Some(id) => {
            let row = load(&state, &visit, id).await?;
            (form::hall_fields(visit.words, &Hall::from(&row)), Some(Seen::of(&shown(&row))))
        }
        None => (Fields::new().with(once::NAME, state.store.chance().opaque_id().to_string()), None),
    };
    Ok(page::form(&visit, id, (&fields, &Faults::new()), seen.as_ref()).into_response())
}

/// Adds a hall, or changes it. What somebody else changed meanwhile is told; the form once more saves anyway.
pub async fn save(State(state): State<web::State>, visit: Visit, Path(at): Path<DeskHall>, sent: Fields) -> Answer {
    let (id, congress) = (id(&at.id)?, visit.congress()?.id);
    let (faults, status) = match form::hall(&sent, visit.words) {
        Err(faults) => (faults, 422),
        Ok(new) => {
            let saved = match id {
                Some(id) => change(&state.store, &visit.actor, congress, id, new, &Seen::read(&sent)).await,
                None => {
                    let id = once::id(&sent, congress, state.store.chance());
                    add(&state.store, &visit.actor, congress, id, new).await
                }
            };
            match saved {
                Ok(()) => {
                    Flash::success(visit.words.t("desk-flash-changed")).leave(&visit).await?;
                    return Ok(Redirect::to(&DeskStands::new(&at.congress).path()).into_response());
                }
                Err(error) => {
                    let field = match &error {
                        ExhibitionError::Outline(_) => "outline",
                        ExhibitionError::TooSmall => "width",
                        ExhibitionError::Stale(_) | ExhibitionError::Congress(_) => "name-de",
                        _ => return Err(error.into()),
                    };
                    (form::hall_fault(visit.words, field, error.message()), error.status())
                }
            }
        }
    };
    let seen = match id {
        Some(id) => Some(Seen::of(&shown(&load(&state, &visit, id).await?))),
        None => None,
    };
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::CONFLICT);
    Ok((status, page::form(&visit, id, (&sent, &faults), seen.as_ref())).into_response())
}

pub async fn take_away(State(state): State<web::State>, visit: Visit, Path(at): Path<DeskHallRemoval>) -> Answer {
    let id = id(&at.id)?.ok_or_else(Fault::not_found)?;
    let flash = match remove(&state.store, &visit.actor, visit.congress()?.id, id).await {
        Ok(()) => Flash::success(visit.words.t("desk-flash-removed")),
        Err(error) => refusal(&visit, error)?,
    };
    flash.leave(&visit).await?;
    Ok(Redirect::to(&DeskStands::new(&at.congress).path()).into_response())
}
