//! What a call asks of its own, at the desk.

use super::settings::{Place, about, again, id, settle, show as show_sheet};
use crate::form::settings::Sheet;
use address::call as at;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use base::{Text, Uuid};
use congress::service::question::Removed;
use programme::entity::call;
use programme::entity::call_question::Kind;
use programme::load::call_for_staff;
use programme::query::call::questions;
use programme::service::question::{self, Question};
use web::flash::Flash;
use web::form::{Seen, once};
use web::{Answer, Fault, Fields, Visit};

async fn load(state: &web::State, visit: &Visit, call: &str) -> Result<call::Model, Fault> {
    Ok(call_for_staff(state.store.read(), &visit.actor, visit.congress()?.id, call).await?)
}

/// The question as it is now, or a new one after the others.
async fn now(state: &web::State, call: &call::Model, id: Option<Uuid>) -> Result<Question, Fault> {
    let all = questions(state.store.read(), &[call.id]).await?;
    if let Some(id) = id {
        return all.iter().find(|row| row.id == id).map(Question::from).ok_or_else(Fault::not_found);
    }
    Ok(Question {
        label: Text::default(),
        help: Text::default(),
        kind: Kind::Text,
        options: vec![],
        required: false,
        reviewers: false,
        active: true,
        position: all.iter().map(|row| row.position).max().unwrap_or(0).saturating_add(1),
    })
}

fn place<'a>(at: &at::DeskCallQuestion, title: &'a str, id: Option<Uuid>) -> Place<'a> {
    let removal = id.map(|_| at::DeskCallQuestionRemoval::new(&at.congress, &at.call, &at.id).path());
    Place { title, object: id, removal, next: at::DeskCall::new(&at.congress, &at.call).path() }
}

pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<at::DeskCallQuestion>) -> Answer {
    let (call, id) = (load(&state, &visit, &at.call).await?, id(&at.id)?);
    let title = visit.words.t("desk-settings-question");
    let now = now(&state, &call, id).await?;
    Ok(show_sheet(&visit, &about(&state, &visit).await?, &place(&at, &title, id), &now))
}

pub async fn save(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::DeskCallQuestion>,
    fields: Fields,
) -> Answer {
    let (call, id) = (load(&state, &visit, &at.call).await?, id(&at.id)?);
    let title = visit.words.t("desk-settings-question");
    let (about, place) = (about(&state, &visit).await?, place(&at, &title, id));
    let new = match Question::read(&fields, &about) {
        Ok(new) => new,
        Err(faults) => return Ok(again::<Question>(&visit, &about, &place, &fields, &faults)),
    };
    let saved = match id {
        Some(id) => question::change(&state.store, &visit.actor, &call, id, new, &Seen::read(&fields)).await,
        None => {
            let id = once::id(&fields, call.id, state.store.chance());
            question::add(&state.store, &visit.actor, &call, id, new).await
        }
    };
    let now = now(&state, &call, id).await.ok();
    settle(&state, &visit, &about, place, &fields, saved, now).await
}

pub async fn remove(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::DeskCallQuestionRemoval>,
) -> Answer {
    let (call, id) = (load(&state, &visit, &at.call).await?, id(&at.id)?.ok_or_else(Fault::not_found)?);
    let key = match question::remove(&state.store, &visit.actor, &call, id).await? {
        Removed::Gone => "desk-settings-removed",
        Removed::Retired => "desk-call-question-retired",
    };
    Flash::success(visit.words.t(key)).leave(&visit).await?;
    Ok(Redirect::to(&at::DeskCall::new(&at.congress, &at.call).path()).into_response())
}
