//! Cooperations.

use super::{open, refusal};
use crate::NetworkingError;
use crate::entity::cooperation::{Model, Origin};
use crate::event::CHANGED;
use crate::form::{self, cooperation as cooperation_form};
use crate::load::{Member, member, somebody, visitor};
use crate::page::cooperation::{self as page, Choice};
use crate::query::Look;
use crate::query::cooperation::{self as query, shown};
use crate::query::person::{PersonView, by_ids};
use crate::query::topic::in_order;
use crate::rules::cooperation::{State as Stage, Tie};
use crate::service::cooperation::{self as service, Cooperation};
use crate::service::topic::all;
use address::networking as at;
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect};
use base::Uuid;
use congress::entity::topic;
use http::StatusCode;
use std::collections::BTreeSet;
use web::flash::Flash;
use web::form::{Conflict, Seen, once};
use web::layout::public_page;
use web::scene::Scene;
use web::{Answer, Fault, Faults, Fields, Visit};

pub(super) async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<at::Cooperation>) -> Answer {
    open(&visit)?;
    let conn = state.store.read();
    let scene = Scene::of(&visit)?;
    let member = visitor(conn, &visit).await?;
    let look = Look::of(conn, scene.congress.id, member.as_ref(), visit.now).await?;
    let row = congress::query::by_id(conn, scene.congress.id).await?.ok_or_else(Fault::not_found)?;
    let found = shown(conn, &look, row.host_id, &at.code).await;
    if matches!(found, Err(NetworkingError::Unknown)) && member.is_none() {
        return super::entrance::way_in(&visit);
    }
    let (row, tie) = found?;
    let view = Box::pin(query::page(conn, &look, row, tie)).await?;
    let main = page::page(scene, &view);
    Ok(public_page(&visit, &view.row.title, main).into_response())
}

/// Who acts, on what, and how they stand to it.
async fn on(state: &web::State, visit: &Visit, code: &str) -> Result<(Member, Look, Model, Tie), Fault> {
    let conn = state.store.read();
    let member = member(conn, visit).await?;
    let look = Look::of(conn, member.congress(), Some(&member), visit.now).await?;
    let (row, tie) = shown(conn, &look, member.profile().host_id, code).await?;
    Ok((member, look, row, tie))
}

/// Back to its page, with what became of it; to one's own part, if that shows no more.
async fn back(visit: &Visit, row: &Model, told: &str, done: Result<(), NetworkingError>, gone: bool) -> Answer {
    let slug = &visit.congress()?.slug;
    let flash = match done {
        Ok(()) => Flash::success(visit.words.t(told)),
        Err(NetworkingError::NoStep { from, to }) => {
            let said = |name: &str| visit.words.t(&format!("network-step-{name}"));
            let values = [("from", said(from).into()), ("to", said(to).into())];
            Flash::warning(visit.words.with("network-error-step", &values))
        }
        Err(error) => refusal(visit.words, error)?,
    };
    flash.leave(visit).await?;
    let path = if gone { at::Mine::new(slug).path() } else { at::Cooperation::new(slug, &row.code).path() };
    Ok(Redirect::to(&path).into_response())
}

fn yes(sent: &Fields) -> Result<bool, Fault> {
    match sent.get("answer") {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(Fault::not_found()),
    }
}

pub(super) async fn answer(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::CooperationAnswer>,
    sent: Fields,
) -> Answer {
    let (member, _, row, _) = on(&state, &visit, &at.code).await?;
    let yes = yes(&sent)?;
    let done = service::answer(&state.store, &member, row.id, yes).await;
    let told = if yes { "network-cooperation-joined" } else { "network-cooperation-refused" };
    let gone = !yes && !row.circle.shows_to(Tie::Participant);
    back(&visit, &row, told, done, gone).await
}

pub(super) async fn request(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::CooperationRequest>,
) -> Answer {
    let (member, _, row, _) = on(&state, &visit, &at.code).await?;
    let done = service::ask(&state.store, &member, row.id).await;
    back(&visit, &row, "network-cooperation-requested", done, false).await
}

pub(super) async fn decide(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::CooperationMember>,
    sent: Fields,
) -> Answer {
    let (member, _, row, tie) = on(&state, &visit, &at.code).await?;
    if tie != Tie::Joined {
        return Err(Fault::not_found());
    }
    let (other, _) = somebody(state.store.read(), member.congress(), &at.person, Some(&member)).await?;
    let done = service::decide(&state.store, &member, row.id, other.id, yes(&sent)?).await;
    back(&visit, &row, "network-saved", done, false).await
}

pub(super) async fn step(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::CooperationStep>,
    sent: Fields,
) -> Answer {
    let (member, _, row, _) = on(&state, &visit, &at.code).await?;
    let mut faults = Faults::new();
    let note = form::text(sent.get("note"), "note", &mut faults);
    let (Some(stage), Ok(seen)) = (Stage::from_name(sent.get("state")), sent.get("number").parse()) else {
        return Err(Fault::not_found());
    };
    if !faults.is_empty() {
        Flash::warning(visit.words.t("network-fault-message")).leave(&visit).await?;
        return Ok(Redirect::to(&at::Cooperation::new(&visit.congress()?.slug, &row.code).path()).into_response());
    }
    let done = service::step(&state.store, &member, row.id, (stage, note), seen).await;
    back(&visit, &row, "network-saved", done, false).await
}

pub(super) async fn leave(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::CooperationLeaving>,
) -> Answer {
    // Also what has been hidden from them since they asked.
    let conn = state.store.read();
    let member = member(conn, &visit).await?;
    let (row, tie) = query::own(conn, &member, &at.code).await?;
    let done = service::leave(&state.store, &member, row.id).await;
    let gone = done.is_ok() && (row.hidden_at.is_some() || !row.circle.shows_to(Tie::Participant));
    let told = if tie == Tie::Asking { "network-cooperation-withdrawn" } else { "network-cooperation-left" };
    back(&visit, &row, told, done, gone).await
}

/// What the form needs, of a new one or of one that whoever visits is in.
struct Ground {
    member: Member,
    /// None: a new one.
    row: Option<Model>,
    topics: Vec<(topic::Model, usize)>,
    joined: Vec<PersonView>,
    contacts: Vec<PersonView>,
}

impl Ground {
    async fn load(state: &web::State, visit: &Visit, code: &str) -> Result<Self, Fault> {
        let conn = state.store.read();
        let (member, look, view) = if code == "new" {
            let member = member(conn, visit).await?;
            let look = Look::of(conn, member.congress(), Some(&member), visit.now).await?;
            (member, look, None)
        } else {
            let (member, look, row, tie) = on(state, visit, code).await?;
            if tie != Tie::Joined {
                return Err(Fault::not_found());
            }
            let view = Box::pin(query::page(conn, &look, row, tie)).await?;
            (member, look, Some(view))
        };
        let known: Vec<Uuid> = look.contacts().iter().copied().collect();
        let mut contacts = by_ids(conn, &look, &known).await?;
        contacts.sort_by_cached_key(|view| base::name::sorted_by(&view.name));
        let topics = in_order(all(conn, member.profile().host_id).await?);
        let (row, joined) = match view {
            Some(view) => {
                contacts.retain(|one| !view.joined.iter().chain(&view.invited).any(|there| there.id == one.id));
                (Some(view.row), view.joined)
            }
            None => (None, by_ids(conn, &look, &[member.id()]).await?),
        };
        Ok(Self { member, row, topics, joined, contacts })
    }

    fn rows(&self) -> Vec<topic::Model> {
        self.topics.iter().map(|(row, _)| row.clone()).collect()
    }

    fn people(&self) -> Vec<(Uuid, String)> {
        self.joined.iter().map(|one| (one.id, one.code.clone())).collect()
    }

    fn page(
        &self,
        visit: &Visit,
        (fields, faults): (&Fields, &Faults),
        (seen, conflict): (Option<&Seen>, Option<&Conflict>),
    ) -> Answer {
        let scene = Scene::of(visit)?;
        let code = self.row.as_ref().map_or("new", |row| row.code.as_str());
        let choice = Choice { topics: &self.topics, joined: &self.joined, contacts: &self.contacts };
        let title = scene.t(if seen.is_some() { "network-cooperation-change" } else { "network-cooperation-start" });
        let main = page::form(scene, code, &choice, (fields, faults), (seen, conflict));
        let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        Ok((status, public_page(visit, &title, main)).into_response())
    }
}

pub(super) async fn form(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::MyCooperation>,
    RawQuery(query): RawQuery,
) -> Answer {
    let ground = Ground::load(&state, &visit, &at.code).await?;
    let none = Faults::new();
    match &ground.row {
        Some(row) => {
            let now = Cooperation::from(row);
            let fields = cooperation_form::fields(&now, &ground.rows(), &ground.people());
            ground.page(&visit, (&fields, &none), (Some(&Seen::of(&now)), None))
        }
        None => {
            let asked = Fields::parse(query.unwrap_or_default().as_bytes());
            let begun = Fields::new()
                .with("topic", asked.get("topic"))
                .with("with", asked.get("with"))
                .with("invite", asked.get("with"))
                .with("circle", "participants");
            ground.page(&visit, (&begun, &none), (None, None))
        }
    }
}

pub(super) async fn save(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::MyCooperation>,
    sent: Fields,
) -> Answer {
    let ground = Ground::load(&state, &visit, &at.code).await?;
    let before = ground.row.as_ref().and_then(|row| row.next_owner_id);
    let new = match cooperation_form::read(&sent, &ground.rows(), (&ground.people(), before), visit.words) {
        Ok(new) => new,
        Err(faults) => {
            let seen = ground.row.is_some().then(|| Seen::read(&sent));
            return ground.page(&visit, (&sent, &faults), (seen.as_ref(), None));
        }
    };
    let invited: BTreeSet<Uuid> = ground
        .contacts
        .iter()
        .filter(|one| sent.all("invite").any(|code| code == one.code))
        .map(|one| one.id)
        .collect();
    let slug = &visit.congress()?.slug;
    let store = &state.store;
    let outcome = match &ground.row {
        None => {
            let id = once::id(&sent, ground.member.id(), store.chance());
            let origin = if sent.get("with").is_empty() { Origin::Topic } else { Origin::Connection };
            Box::pin(service::start(store, &ground.member, id, new, (origin, &invited))).await
        }
        Some(row) => {
            let seen = Seen::read(&sent);
            let change = service::change(store, &ground.member, row.id, new, (&invited, &seen));
            match Box::pin(change).await {
                Err(NetworkingError::Stale(_)) => {
                    let newer = Ground::load(&state, &visit, &at.code).await?;
                    return overtaken(&state, &visit, &newer, &sent).await;
                }
                done => done.map(|()| row.code.clone()),
            }
        }
    };
    let path = match outcome {
        Ok(code) => {
            Flash::success(visit.words.t("network-saved")).leave(&visit).await?;
            at::Cooperation::new(slug, code).path()
        }
        Err(error) => {
            refusal(visit.words, error)?.leave(&visit).await?;
            at::Mine::new(slug).path()
        }
    };
    Ok(Redirect::to(&path).into_response())
}

/// Somebody else saved meanwhile: both versions, and what was typed stays. Sent once more, it is saved.
async fn overtaken(state: &web::State, visit: &Visit, ground: &Ground, sent: &Fields) -> Answer {
    let Some(row) = &ground.row else { return Err(Fault::not_found()) };
    let now = Cooperation::from(row);
    let newest = store::event::newest(state.store.read(), row.id, &[CHANGED]).await?;
    // Who is not in it any more, or not to be seen, is not named.
    let newest = newest.filter(|line| ground.joined.iter().any(|one| one.name == line.actor_name));
    let theirs = cooperation_form::fields(&now, &ground.rows(), &ground.people());
    let conflict = Conflict::new(newest.as_ref(), &cooperation_form::names(visit.words), &theirs, sent);
    let mut reply = ground.page(visit, (sent, &Faults::new()), (Some(&Seen::of(&now)), Some(&conflict)))?;
    *reply.status_mut() = StatusCode::CONFLICT;
    Ok(reply)
}
