//! Projects.

use super::{id, refusal};
use crate::form::exhibition as form;
use crate::page::exhibition::project::{self as page, Sheet};
use address::{DeskProject, DeskProjectRemoval, DeskProjectStand, DeskProjects};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use base::error::Told;
use base::{Text, Uuid};
use exhibition::ExhibitionError;
use exhibition::query::{Which, halls, projects, topics};
use exhibition::service::place;
use exhibition::service::project::{Project, add, change, is_submitted, remove, shown};
use http::StatusCode;
use std::collections::HashSet;
use web::flash::Flash;
use web::form::{Conflict, Seen, once};
use web::{Answer, Fault, Faults, Fields, Visit};

pub async fn list(State(state): State<web::State>, visit: Visit) -> Answer {
    let all = projects(state.store.read(), visit.congress()?.id, Which::All).await?;
    Ok(page::list(&visit, &all).into_response())
}

/// The topics that a project can be about.
async fn choices(state: &web::State, visit: &Visit) -> Result<Vec<(Uuid, Text)>, Fault> {
    let conn = state.store.read();
    let congress = congress::query::by_id(conn, visit.congress()?.id).await?.ok_or_else(Fault::not_found)?;
    let all = topics(conn, congress.host_id).await?;
    Ok(all.into_iter().map(|topic| (topic.id, topic.name.0)).collect())
}

async fn shown_as(
    state: &web::State,
    visit: &Visit,
    id: Option<Uuid>,
    typed: Option<(&Fields, &Faults)>,
    status: StatusCode,
) -> Answer {
    let (conn, congress) = (state.store.read(), visit.congress()?.id);
    let all = projects(conn, congress, Which::All).await?;
    let (halls, topics) = (halls(conn, congress).await?, choices(state, visit).await?);
    let taken: HashSet<Uuid> = all.iter().filter_map(|view| view.project.stand_id).collect();
    let view = match id {
        Some(id) => Some(all.iter().find(|view| view.project.id == id).ok_or_else(Fault::not_found)?),
        None => None,
    };
    let (begun, seen) = match view {
        Some(view) => {
            let now = Project::load(conn, &view.project).await?;
            (form::project_fields(&now), Some(Seen::of(&shown(&now))))
        }
        None => (Fields::new().with(once::NAME, state.store.chance().opaque_id().to_string()), None),
    };
    let none = Faults::new();
    let stale = status == StatusCode::CONFLICT;
    let conflict = match (&typed, id) {
        (Some((typed, _)), Some(id)) if stale => {
            let newest = store::event::newest(conn, id, &["project.changed"]).await?;
            Some(Conflict::new(newest.as_ref(), &form::project_names(visit.words), &begun, typed))
        }
        _ => None,
    };
    let (fields, faults) = typed.unwrap_or((&begun, &none));
    let submitted = match id {
        Some(id) => is_submitted(conn, id).await?,
        None => false,
    };
    let conflict = conflict.as_ref();
    let sheet =
        Sheet { fields, faults, view, seen, topics: &topics, halls: &halls, submitted, conflict, taken: &taken };
    Ok((status, page::form(visit, &sheet)).into_response())
}

pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<DeskProject>) -> Answer {
    shown_as(&state, &visit, id(&at.id)?, None, StatusCode::OK).await
}

/// Adds a project, or changes it. What somebody else changed meanwhile is told; the form once more saves anyway.
pub async fn save(State(state): State<web::State>, visit: Visit, Path(at): Path<DeskProject>, sent: Fields) -> Answer {
    let (id, congress) = (id(&at.id)?, visit.congress()?.id);
    let topics: Vec<Uuid> = choices(&state, &visit).await?.into_iter().map(|(id, _)| id).collect();
    let (faults, status) = match form::project(&sent, &topics, visit.words) {
        Err(faults) => (faults, 422),
        Ok(new) => {
            let (saved, id) = match id {
                Some(id) => {
                    (Box::pin(change(&state.store, &visit.actor, congress, id, new, &Seen::read(&sent))).await, id)
                }
                None => {
                    let id = once::id(&sent, congress, state.store.chance());
                    (Box::pin(add(&state.store, &visit.actor, congress, id, new)).await, id)
                }
            };
            match saved {
                Ok(()) => {
                    Flash::success(visit.words.t("desk-flash-changed")).leave(&visit).await?;
                    let path = DeskProject::new(&at.congress, id.to_string()).path();
                    return Ok(Redirect::to(&path).into_response());
                }
                Err(error @ (ExhibitionError::Stale(_) | ExhibitionError::Congress(_))) if error.status() < 500 => {
                    (form::project_fault(visit.words, error.message()), error.status())
                }
                Err(error) => return Err(error.into()),
            }
        }
    };
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::CONFLICT);
    shown_as(&state, &visit, id, Some((&sent, &faults)), status).await
}

/// Takes it out, unless it came of a submission.
pub async fn take_out(State(state): State<web::State>, visit: Visit, Path(at): Path<DeskProjectRemoval>) -> Answer {
    let project = id(&at.id)?.ok_or_else(Fault::not_found)?;
    let (flash, next) = match remove(&state.store, &visit.actor, visit.congress()?.id, project).await {
        Ok(()) => (Flash::success(visit.words.t("desk-flash-removed")), DeskProjects::new(&at.congress).path()),
        Err(error) => (refusal(&visit, error)?, DeskProject::new(&at.congress, &at.id).path()),
    };
    flash.leave(&visit).await?;
    Ok(Redirect::to(&next).into_response())
}

/// Gives it a stand, or takes it away.
pub async fn assign(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<DeskProjectStand>,
    sent: Fields,
) -> Answer {
    let project = id(&at.id)?.ok_or_else(Fault::not_found)?;
    let to = match sent.get("stand") {
        "" => None,
        typed => Some(typed.parse().map_err(|_| Fault::not_found())?),
    };
    let flash = match place::place(&state.store, &visit.actor, visit.congress()?.id, project, to).await {
        Ok(()) => Flash::success(visit.words.t("desk-flash-changed")),
        Err(error) => refusal(&visit, error)?,
    };
    flash.leave(&visit).await?;
    Ok(Redirect::to(&DeskProject::new(&at.congress, &at.id).path()).into_response())
}
