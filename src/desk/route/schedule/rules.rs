//! What holds for the plan.

use super::id;
use crate::form::person::labels;
use crate::form::schedule_rule::{self as form};
use crate::page::schedule::rules::{self as page, Typed};
use crate::query::schedule_rule::{RoomView, RulesView, room, rules};
use address::schedule as at;
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect};
use base::error::Told;
use http::StatusCode;
use programme::ProgrammeError;
use programme::service::plan::rule;
use web::flash::Flash;
use web::form::Seen;
use web::{Answer, Fault, Faults, Fields, Visit};

async fn view(state: &web::State, visit: &Visit) -> Result<RulesView, Fault> {
    let snapshot = state.store.snapshot().await?;
    Ok(rules(&snapshot, visit.congress()?).await?)
}

pub async fn show(State(state): State<web::State>, visit: Visit, RawQuery(asked): RawQuery) -> Answer {
    let asked = Fields::parse(asked.unwrap_or_default().as_bytes());
    let view = view(&state, &visit).await?;
    let (fields, faults) = (form::fields(&view.rules), Faults::new());
    let typed = Typed { fields: &fields, faults: &faults, refused: None };
    let seen = Seen::of(&view.rules);
    Ok(page::show(&visit, &view, &typed, &seen, asked.get("track").parse().ok()).into_response())
}

/// Labels of the fields, for the list of faults.
fn named(visit: &Visit, mut faults: Faults) -> Faults {
    let minutes = [
        ("minutes-changeover", "desk-schedule-rules-changeover"),
        ("minutes-walk", "desk-schedule-rules-walk"),
        ("grid", "desk-schedule-rules-grid"),
        ("night", "desk-schedule-rules-night"),
    ];
    faults.name_all(&labels(&minutes, visit.words));
    faults
}

pub async fn save(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let congress = visit.congress()?.id;
    let (faults, refused, status) = match form::read(&fields) {
        Err(faults) => (named(&visit, faults), None, StatusCode::UNPROCESSABLE_ENTITY),
        Ok(new) => match rule::set(&state.store, &visit.actor, congress, new, &Seen::read(&fields)).await {
            Ok(()) => return saved(&visit, "desk-settings-saved").await,
            Err(error) => (Faults::new(), Some(why(&visit, &error)), status(error)?),
        },
    };
    let view = view(&state, &visit).await?;
    let typed = Typed { fields: &fields, faults: &faults, refused: refused.as_deref() };
    // Whoever was too late sees that, and saves anyway with the next click.
    let seen = if refused.is_some() { Seen::of(&view.rules) } else { Seen::read(&fields) };
    Ok((status, page::show(&visit, &view, &typed, &seen, None)).into_response())
}

fn why(visit: &Visit, error: &ProgrammeError) -> String {
    visit.words.with(error.message(), &web::problem::args(&error.values()))
}

/// What is no fault of who types is a fault of ours, or there is no such thing.
fn status(error: ProgrammeError) -> Result<StatusCode, Fault> {
    match error.status() {
        404 | 500.. => Err(error.into()),
        status => Ok(StatusCode::from_u16(status).unwrap_or(StatusCode::CONFLICT)),
    }
}

async fn saved(visit: &Visit, key: &str) -> Answer {
    Flash::success(visit.words.t(key)).leave(visit).await?;
    Ok(Redirect::to(&at::Rules::new(&visit.congress()?.slug).path()).into_response())
}

/// Saved, or the page with why not.
async fn settle(state: &web::State, visit: &Visit, done: Result<(), ProgrammeError>) -> Answer {
    let Err(error) = done else { return saved(visit, "desk-settings-saved").await };
    refuse(state, visit, &why(visit, &error), status(error)?).await
}

async fn refuse(state: &web::State, visit: &Visit, why: &str, status: StatusCode) -> Answer {
    let view = view(state, visit).await?;
    let (fields, faults) = (form::fields(&view.rules), Faults::new());
    let typed = Typed { fields: &fields, faults: &faults, refused: Some(why) };
    Ok((status, page::show(visit, &view, &typed, &Seen::of(&view.rules), None)).into_response())
}

pub async fn walk(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let (Ok(one), Ok(other)) = (fields.get("room").parse(), fields.get("other").parse()) else {
        let why = visit.words.t("programme-error-unknown-room");
        return refuse(&state, &visit, &why, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let minutes: Option<i32> = fields.get("walk-minutes").trim().parse().ok();
    let remove = fields.has("remove");
    if minutes.is_none() && !remove {
        let why = visit.words.t("desk-schedule-fault-number");
        return refuse(&state, &visit, &why, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let minutes = minutes.filter(|_| !remove);
    let done = rule::walk(&state.store, &visit.actor, visit.congress()?.id, (one, other), minutes).await;
    settle(&state, &visit, done).await
}

pub async fn apart(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let congress = visit.congress()?.id;
    if fields.has("remove") {
        let pair = (id(fields.get("one"))?, id(fields.get("other"))?);
        let done = rule::apart(&state.store, &visit.actor, congress, pair, false).await;
        return settle(&state, &visit, done).await;
    }
    let view = view(&state, &visit).await?;
    let found = |name: &str| view.session(fields.get(name)).ok_or(fields.get(name));
    match (found("one-session"), found("other-session")) {
        (Ok(one), Ok(other)) => {
            let done = rule::apart(&state.store, &visit.actor, congress, (one, other), true).await;
            settle(&state, &visit, done).await
        }
        (Err(typed), _) | (_, Err(typed)) => {
            let why = visit.words.with("desk-schedule-fault-session", &[("typed", typed.into())]);
            refuse(&state, &visit, &why, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

pub async fn home(
    State(state): State<web::State>,
    visit: Visit,
    Path(path): Path<at::TrackHome>,
    fields: Fields,
) -> Answer {
    let rooms: Vec<base::Uuid> = fields.all("room").filter_map(|room| room.parse().ok()).collect();
    let done = rule::home(&state.store, &visit.actor, visit.congress()?.id, id(&path.id)?, &rooms).await;
    settle(&state, &visit, done).await
}

async fn room_view(state: &web::State, visit: &Visit, typed: &str) -> Result<RoomView, Fault> {
    let snapshot = state.store.snapshot().await?;
    room(&snapshot, visit.congress()?, id(typed)?).await?.ok_or_else(Fault::not_found)
}

pub async fn show_room(State(state): State<web::State>, visit: Visit, Path(path): Path<at::RoomRules>) -> Answer {
    let view = room_view(&state, &visit, &path.id).await?;
    let (fields, faults) = (form::room_fields(&view.rules, &view.draft.frame), Faults::new());
    let typed = Typed { fields: &fields, faults: &faults, refused: None };
    Ok(page::room(&visit, &view, &typed, &Seen::of(&view.rules)).into_response())
}

pub async fn save_room(
    State(state): State<web::State>,
    visit: Visit,
    Path(path): Path<at::RoomRules>,
    fields: Fields,
) -> Answer {
    let view = room_view(&state, &visit, &path.id).await?;
    let congress = visit.congress()?.id;
    let (faults, refused, status) = match form::read_room(&fields, &view.draft.frame, &view.rules) {
        Err(mut faults) => {
            faults.name_all(&labels(&[("changeover", "desk-schedule-room-changeover")], visit.words));
            (faults, None, StatusCode::UNPROCESSABLE_ENTITY)
        }
        Ok(new) => match rule::room(&state.store, &visit.actor, congress, view.id, new, &Seen::read(&fields)).await {
            Ok(()) => return saved(&visit, "desk-settings-saved").await,
            Err(error) => (Faults::new(), Some(why(&visit, &error)), status(error)?),
        },
    };
    let seen = if refused.is_some() { Seen::of(&view.rules) } else { Seen::read(&fields) };
    let typed = Typed { fields: &fields, faults: &faults, refused: refused.as_deref() };
    Ok((status, page::room(&visit, &view, &typed, &seen)).into_response())
}
