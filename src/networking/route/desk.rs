//! The desk's part.

use super::refusal;
use crate::NetworkingError;
use crate::form;
use crate::form::topic as topic_form;
use crate::page::desk as page;
use crate::query::Look;
use crate::query::topic::in_order;
use crate::query::{desk as query, topic as topic_query};
use crate::service::topic::{self, Topic, all};
use crate::service::{report, setting};
use address::networking as at;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use base::{Permission, Uuid};
use http::StatusCode;
use web::flash::Flash;
use web::form::{Seen, once};
use web::layout::{Section, desk_page};
use web::scene::Scene;
use web::{Answer, Fault, Faults, Fields, Visit};

pub(super) async fn host(state: &web::State, visit: &Visit) -> Result<Uuid, Fault> {
    let row = congress::query::by_id(state.store.read(), visit.congress()?.id).await?;
    Ok(row.ok_or_else(Fault::not_found)?.host_id)
}

pub(super) fn writes(visit: &Visit) -> bool {
    visit.may(Permission::NetworkWrite)
}

/// To a page, with what became of it.
pub(super) async fn done(visit: &Visit, outcome: Result<(), NetworkingError>, path: &str) -> Answer {
    match outcome {
        Ok(()) => Flash::success(visit.words.t("network-saved")).leave(visit).await?,
        Err(error) => refusal(visit.words, error)?.leave(visit).await?,
    }
    Ok(Redirect::to(path).into_response())
}

pub(super) async fn overview(State(state): State<web::State>, visit: Visit) -> Answer {
    let scene = Scene::of(&visit)?;
    let host = host(&state, &visit).await?;
    let view = Box::pin(query::overview(state.store.read(), scene.congress.id, host, visit.now)).await?;
    let main = page::overview(scene, &view, writes(&visit));
    Ok(desk_page(&visit, Section::Network, &scene.t("web-desk-network"), main).into_response())
}

pub(super) async fn set_open(State(state): State<web::State>, visit: Visit, sent: Fields) -> Answer {
    let congress = visit.congress()?;
    let outcome = setting::set_open(&state.store, &visit.actor, congress.id, sent.get("open") == "yes").await;
    done(&visit, outcome, &at::DeskNetwork::new(&congress.slug).path()).await
}

pub(super) async fn topics(State(state): State<web::State>, visit: Visit) -> Answer {
    let scene = Scene::of(&visit)?;
    let look = Look::of_staff(scene.congress.id, visit.now);
    let all = topic_query::topics(state.store.read(), &look, host(&state, &visit).await?).await?;
    let main = page::topics(scene, &all, writes(&visit));
    Ok(desk_page(&visit, Section::Network, &scene.t("network-topics"), main).into_response())
}

pub(super) async fn topic(State(state): State<web::State>, visit: Visit, Path(at): Path<at::DeskTopic>) -> Answer {
    form_page(&state, &visit, &at.id, StatusCode::OK, None).await
}

fn id(id: &str) -> Result<Uuid, Fault> {
    Uuid::try_parse(id).map_err(|_| Fault::not_found())
}

async fn form_page(
    state: &web::State,
    visit: &Visit,
    at: &str,
    status: StatusCode,
    typed: Option<(&Fields, &Faults)>,
) -> Result<Response, Fault> {
    let scene = Scene::of(visit)?;
    let rows = all(state.store.read(), host(state, visit).await?).await?;
    let tree = in_order(rows.clone());
    let row = match at {
        "new" => None,
        at => {
            let id = id(at)?;
            Some(rows.iter().find(|row| row.id == id).ok_or_else(Fault::not_found)?)
        }
    };
    let begun = match row {
        Some(row) => topic_form::fields(&Topic::from(row), &rows),
        None => Fields::new().with(once::NAME, state.store.chance().opaque_id().to_string()),
    };
    let none = Faults::new();
    let (fields, faults) = typed.unwrap_or((&begun, &none));
    let seen = row.map(|row| match typed {
        Some((fields, _)) => (row, Seen::read(fields)),
        None => (row, Seen::of(&Topic::from(row))),
    });
    let seen = seen.as_ref().map(|(row, seen)| (*row, seen));
    let main = page::topic(scene, at, &tree, (fields, faults), seen);
    Ok((status, desk_page(visit, Section::Network, &scene.t("network-topics"), main)).into_response())
}

pub(super) async fn save_topic(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::DeskTopic>,
    sent: Fields,
) -> Answer {
    let congress = visit.congress()?;
    let rows = all(state.store.read(), host(&state, &visit).await?).await?;
    let new = match topic_form::read(&sent, &rows, visit.words) {
        Ok(new) => new,
        Err(faults) => {
            let typed = Some((&sent, &faults));
            return form_page(&state, &visit, &at.id, StatusCode::UNPROCESSABLE_ENTITY, typed).await;
        }
    };
    let (store, actor) = (&state.store, &visit.actor);
    let outcome = match at.id.as_str() {
        "new" => {
            let id = once::id(&sent, congress.id, store.chance());
            topic::add(store, actor, congress.id, id, new).await
        }
        at => topic::change(store, actor, congress.id, id(at)?, new, &Seen::read(&sent)).await,
    };
    done(&visit, outcome, &at::DeskTopics::new(&congress.slug).path()).await
}

pub(super) async fn merge(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::DeskTopicMerger>,
    sent: Fields,
) -> Answer {
    let congress = visit.congress()?;
    let rows = all(state.store.read(), host(&state, &visit).await?).await?;
    let into = rows.iter().find(|row| row.slug == sent.get("into")).ok_or_else(Fault::not_found)?;
    let outcome = topic::merge(&state.store, &visit.actor, congress.id, id(&at.id)?, into.id).await;
    done(&visit, outcome, &at::DeskTopics::new(&congress.slug).path()).await
}

/// What organisers answer, as it is kept. None: it is too long.
fn note(sent: &Fields) -> Option<String> {
    let mut faults = Faults::new();
    let note = form::text(sent.get("note"), "note", &mut faults);
    faults.is_empty().then_some(note)
}

pub(super) async fn decide_proposal(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::DeskTopicProposal>,
    sent: Fields,
) -> Answer {
    let congress = visit.congress()?;
    let path = at::DeskNetwork::new(&congress.slug).path();
    let taken = match sent.get("decision") {
        "take" => true,
        "refuse" => false,
        _ => return Ok(Redirect::to(&path).into_response()),
    };
    let Some(note) = note(&sent) else {
        Flash::warning(visit.words.t("network-fault-note")).leave(&visit).await?;
        return Ok(Redirect::to(&path).into_response());
    };
    let outcome = topic::decide(&state.store, &visit.actor, congress.id, id(&at.id)?, (taken, &note)).await;
    done(&visit, outcome, &path).await
}

pub(super) async fn decide_report(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::DeskReport>,
    sent: Fields,
) -> Answer {
    let congress = visit.congress()?;
    let path = at::DeskNetwork::new(&congress.slug).path();
    let removed = match sent.get("decision") {
        "remove" => true,
        "keep" => false,
        _ => return Ok(Redirect::to(&path).into_response()),
    };
    let note = note(&sent).filter(|note| !removed || !note.is_empty());
    let Some(note) = note else {
        // Nobody's words are taken off without a reason that they read.
        Flash::warning(visit.words.t("network-fault-note")).leave(&visit).await?;
        return Ok(Redirect::to(&path).into_response());
    };
    let report = report::decide(&state.store, &visit.actor, congress.id, id(&at.id)?, (removed, &note));
    done(&visit, Box::pin(report).await, &path).await
}
