//! Stands.

use super::{id, refusal};
use crate::form::exhibition as form;
use crate::page::exhibition::stand as page;
use address::{DeskStand, DeskStandPlace, DeskStandRemoval, DeskStands};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use base::Uuid;
use base::error::Told;
use exhibition::ExhibitionError;
use exhibition::entity::stand;
use exhibition::query::{HallView, halls};
use exhibition::service::stand::{Stand, add, change, remove, shift, shown};
use http::StatusCode;
use web::flash::Flash;
use web::form::{Seen, once};
use web::{Answer, Fault, Faults, Fields, Visit};

fn find(halls: &[HallView], id: Uuid) -> Result<&stand::Model, Fault> {
    halls.iter().flat_map(|view| &view.stands).find(|stand| stand.id == id).ok_or_else(Fault::not_found)
}

pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<DeskStand>) -> Answer {
    let id = id(&at.id)?;
    let halls = halls(state.store.read(), visit.congress()?.id).await?;
    let (fields, seen) = match id {
        Some(id) => {
            let row = find(&halls, id)?;
            (form::stand_fields(visit.words, &Stand::from(row)), Some(Seen::of(&shown(row))))
        }
        None => (Fields::new().with(once::NAME, state.store.chance().opaque_id().to_string()), None),
    };
    Ok(page::form(&visit, id, &halls, (&fields, &Faults::new()), seen.as_ref()).into_response())
}

/// Adds a stand, or changes it. What somebody else changed meanwhile is told; the form once more saves anyway.
pub async fn save(State(state): State<web::State>, visit: Visit, Path(at): Path<DeskStand>, sent: Fields) -> Answer {
    let (id, congress) = (id(&at.id)?, visit.congress()?.id);
    let (faults, status) = match form::stand(&sent, visit.words) {
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
                        ExhibitionError::Outside => "x",
                        ExhibitionError::NumberTaken(_) | ExhibitionError::Stale(_) => "number",
                        _ => return Err(error.into()),
                    };
                    let values = error.values();
                    let args = web::problem::args(&values);
                    (form::stand_fault(visit.words, field, error.message(), &args), error.status())
                }
            }
        }
    };
    let halls = halls(state.store.read(), congress).await?;
    let seen = match id {
        Some(id) => Some(Seen::of(&shown(find(&halls, id)?))),
        None => None,
    };
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::CONFLICT);
    Ok((status, page::form(&visit, id, &halls, (&sent, &faults), seen.as_ref())).into_response())
}

/// Moves a stand to where it was dragged: `x` and `y` in centimetres.
pub async fn place(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<DeskStandPlace>,
    sent: Fields,
) -> Answer {
    let id = id(&at.id)?.ok_or_else(Fault::not_found)?;
    let number = |name: &str| sent.get(name).parse::<i32>().unwrap_or(-1);
    let moved = shift(&state.store, &visit.actor, visit.congress()?.id, id, (number("x"), number("y"))).await;
    match moved {
        Ok(()) => Ok(StatusCode::NO_CONTENT.into_response()),
        Err(error) => Err(error.into()),
    }
}

pub async fn take_away(State(state): State<web::State>, visit: Visit, Path(at): Path<DeskStandRemoval>) -> Answer {
    let id = id(&at.id)?.ok_or_else(Fault::not_found)?;
    let flash = match remove(&state.store, &visit.actor, visit.congress()?.id, id).await {
        Ok(()) => Flash::success(visit.words.t("desk-flash-removed")),
        Err(error) => refusal(&visit, error)?,
    };
    flash.leave(&visit).await?;
    Ok(Redirect::to(&DeskStands::new(&at.congress).path()).into_response())
}
