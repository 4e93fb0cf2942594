//! One's own part.

use super::refusal;
use crate::form::{entry as entry_form, profile as form};
use crate::load::{Member, member, own_entry};
use crate::page::{entry as entry_page, mine as page, profile as profile_page, suggestion as suggestion_page};
use crate::query::Look;
use crate::query::mine::mine;
use crate::query::person::as_seen_by;
use crate::query::suggestion;
use crate::query::topic::{by_slug, in_order};
use crate::rules::term::NOTICE;
use crate::rules::visibility::Viewer;
use crate::service::entry::{Entry, add, change, remove};
use crate::service::leave;
use crate::service::profile::{self, Profile};
use crate::service::topic::all;
use crate::session;
use address::networking as at;
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect, Response};
use congress::entity::topic;
use http::StatusCode;
use web::flash::Flash;
use web::form::{Seen, once};
use web::layout::public_page;
use web::scene::Scene;
use web::{Answer, Fault, Faults, Fields, Visit};

/// So many are suggested: a short list, that one reads.
const MOST: usize = 8;
/// So many of them stand on the first page.
const FIRST: usize = 2;

async fn who(state: &web::State, visit: &Visit) -> Result<Member, Fault> {
    Ok(member(state.store.read(), visit).await?)
}

pub(super) async fn show(State(state): State<web::State>, visit: Visit) -> Answer {
    let conn = state.store.read();
    let member = who(&state, &visit).await?;
    let scene = Scene::of(&visit)?;
    let look = Look::of(conn, member.congress(), Some(&member), visit.now).await?;
    let mine = Box::pin(mine(conn, &look, &member)).await?;
    let ends_soon = member.profile().expires_at <= visit.now + NOTICE;
    let found = Box::pin(suggestion::suggestions(conn, &look, &member, FIRST)).await?;
    let topics = rows(&topics(&state, &member).await?);
    let main = page::page(scene, &member.name(), &mine, (&topics, &found), ends_soon);
    Ok(public_page(&visit, &scene.t("network-mine"), main).into_response())
}

pub(super) async fn suggestions(State(state): State<web::State>, visit: Visit) -> Answer {
    let conn = state.store.read();
    let member = who(&state, &visit).await?;
    let scene = Scene::of(&visit)?;
    let look = Look::of(conn, member.congress(), Some(&member), visit.now).await?;
    let found = Box::pin(suggestion::suggestions(conn, &look, &member, MOST)).await?;
    let main = suggestion_page::page(scene, &rows(&topics(&state, &member).await?), &found);
    Ok(public_page(&visit, &scene.t("network-suggestions"), main).into_response())
}

async fn topics(state: &web::State, member: &Member) -> Result<Vec<(topic::Model, usize)>, Fault> {
    Ok(in_order(all(state.store.read(), member.profile().host_id).await?))
}

fn rows(topics: &[(topic::Model, usize)]) -> Vec<topic::Model> {
    topics.iter().map(|(row, _)| row.clone()).collect()
}

pub(super) async fn profile(State(state): State<web::State>, visit: Visit) -> Answer {
    let member = who(&state, &visit).await?;
    profile_form(&state, &visit, &member, StatusCode::OK, None).await
}

async fn profile_form(
    state: &web::State,
    visit: &Visit,
    member: &Member,
    status: StatusCode,
    typed: Option<(&Fields, &Faults)>,
) -> Answer {
    let scene = Scene::of(visit)?;
    let topics = topics(state, member).await?;
    let now = Profile::load(state.store.read(), member).await?;
    let begun = form::fields(&now, &rows(&topics), scene.zone());
    // What was typed over an old state stays refused until somebody looks at the new one.
    let seen = match typed {
        Some((fields, _)) if status != StatusCode::CONFLICT => Seen::read(fields),
        _ => Seen::of(&now),
    };
    let none = Faults::new();
    let (fields, faults) = typed.unwrap_or((&begun, &none));
    let days = form::days(scene.congress.starts_at, scene.congress.ends_at, scene.zone());
    let main = profile_page::form(scene, (fields, faults), &topics, &days, &seen);
    Ok((status, public_page(visit, &scene.t("network-profile"), main)).into_response())
}

pub(super) async fn save_profile(State(state): State<web::State>, visit: Visit, sent: Fields) -> Answer {
    let member = who(&state, &visit).await?;
    let scene = Scene::of(&visit)?;
    let topics = topics(&state, &member).await?;
    let days = form::days(scene.congress.starts_at, scene.congress.ends_at, scene.zone());
    let new = match form::read(&sent, &rows(&topics), (&days, scene.zone(), scene.words), false) {
        Ok(new) => new,
        Err(faults) => {
            let typed = Some((&sent, &faults));
            return profile_form(&state, &visit, &member, StatusCode::UNPROCESSABLE_ENTITY, typed).await;
        }
    };
    let path = at::MyProfile::new(&scene.congress.slug).path();
    done(&visit, Box::pin(profile::change(&state.store, &member, new, &Seen::read(&sent))).await, &path).await
}

/// To a page, with what became of it.
async fn done(visit: &Visit, outcome: Result<(), crate::NetworkingError>, path: &str) -> Answer {
    match outcome {
        Ok(()) => Flash::success(visit.words.t("network-saved")).leave(visit).await?,
        Err(error) => refusal(visit.words, error)?.leave(visit).await?,
    }
    Ok(Redirect::to(path).into_response())
}

pub(super) async fn preview(State(state): State<web::State>, visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let conn = state.store.read();
    let member = who(&state, &visit).await?;
    let scene = Scene::of(&visit)?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let viewer = match asked.get("as") {
        "anybody" => Viewer::Anybody,
        "contact" => Viewer::Contact,
        _ => Viewer::Participant,
    };
    let look = Look::of(conn, member.congress(), Some(&member), visit.now).await?;
    let seen = as_seen_by(conn, &look, member.profile(), viewer).await?;
    let topics = topics(&state, &member).await?;
    let main = profile_page::preview(scene, viewer, seen.as_ref(), &rows(&topics));
    Ok(public_page(&visit, &scene.t("network-preview"), main).into_response())
}

pub(super) async fn keep(State(state): State<web::State>, visit: Visit) -> Answer {
    let member = who(&state, &visit).await?;
    let outcome = leave::keep(&state.store, &member).await;
    done(&visit, outcome, &at::Mine::new(&visit.congress()?.slug).path()).await
}

pub(super) async fn ask_withdrawal(visit: Visit) -> Answer {
    let scene = Scene::of(&visit)?;
    Ok(public_page(&visit, &scene.t("network-withdraw"), profile_page::withdrawal(scene)).into_response())
}

pub(super) async fn withdraw(State(state): State<web::State>, visit: Visit) -> Answer {
    let member = who(&state, &visit).await?;
    leave::withdraw(&state.store, &member).await?;
    session::end(&visit.session).await?;
    Flash::success(visit.words.t("network-withdrawn")).leave(&visit).await?;
    Ok(Redirect::to(&at::Network::new(&visit.congress()?.slug).path()).into_response())
}

pub(super) async fn entry(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::MyEntry>,
    RawQuery(query): RawQuery,
) -> Answer {
    let member = who(&state, &visit).await?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let (conn, host) = (state.store.read(), member.profile().host_id);
    let topic = by_slug(conn, host, asked.get("topic")).await?.map(|row| row.slug).unwrap_or_default();
    entry_page(&state, &visit, &member, (&at.id, &topic), (StatusCode::OK, None)).await
}

/// The form of an offer or a need: as it begins, or as it came back.
async fn entry_page(
    state: &web::State,
    visit: &Visit,
    member: &Member,
    (id, topic): (&str, &str),
    (status, typed): (StatusCode, Option<(&Fields, &Faults)>),
) -> Result<Response, Fault> {
    let scene = Scene::of(visit)?;
    let topics = topics(state, member).await?;
    let (begun, seen) = if id == "new" {
        let draws = Fields::new()
            .with(once::NAME, state.store.chance().opaque_id().to_string())
            .with("topic", topic)
            .with("region", "anywhere")
            .with("level", "participants");
        (draws, None)
    } else {
        let row = own_entry(state.store.read(), member, id).await?;
        let now = Entry::from(&row);
        (entry_form::fields(&now, &rows(&topics), scene.zone()), Some(Seen::of(&now)))
    };
    let none = Faults::new();
    let (fields, faults) = typed.unwrap_or((&begun, &none));
    let seen = match (&seen, typed) {
        (Some(_), Some((fields, _))) => Some(Seen::read(fields)),
        _ => seen,
    };
    let main = entry_page::form(scene, id, &topics, (fields, faults), seen.as_ref());
    Ok((status, public_page(visit, &scene.t("network-write"), main)).into_response())
}

pub(super) async fn save_entry(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::MyEntry>,
    sent: Fields,
) -> Answer {
    let member = who(&state, &visit).await?;
    let scene = Scene::of(&visit)?;
    let topics = topics(&state, &member).await?;
    let new = match entry_form::read(&sent, &rows(&topics), (visit.now, scene.zone(), scene.words)) {
        Ok(new) => new,
        Err(faults) => {
            let back = (StatusCode::UNPROCESSABLE_ENTITY, Some((&sent, &faults)));
            return entry_page(&state, &visit, &member, (&at.id, ""), back).await;
        }
    };
    let outcome = if at.id == "new" {
        let id = once::id(&sent, member.id(), state.store.chance());
        add(&state.store, &member, id, new).await
    } else {
        let row = own_entry(state.store.read(), &member, &at.id).await?;
        change(&state.store, &member, row.id, new, &Seen::read(&sent)).await
    };
    done(&visit, outcome, &at::Mine::new(&scene.congress.slug).path()).await
}

pub(super) async fn remove_entry(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::MyEntryRemoval>,
) -> Answer {
    let member = who(&state, &visit).await?;
    let row = own_entry(state.store.read(), &member, &at.id).await?;
    let outcome = remove(&state.store, &member, row.id).await;
    done(&visit, outcome, &at::Mine::new(&visit.congress()?.slug).path()).await
}
