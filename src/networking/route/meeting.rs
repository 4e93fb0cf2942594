//! Meetings.

use super::deed::back as back_to;
use super::desk::{done, writes};
use crate::form;
use crate::load::{Member, member, somebody};
use crate::page::meeting as page;
use crate::query::Look;
use crate::query::meeting::{self as query, Own};
use crate::query::person::{PersonView, by_ids, one};
use crate::rules::slot::{LONGEST, MOST_OFFERS, MOST_TABLES, SHORTEST};
use crate::rules::visibility::Viewer;
use crate::service::meeting::{self as service, Proposal, Proposed, Taken};
use crate::service::place::{self, Laid};
use address::networking as at;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use base::Uuid;
use chrono::{NaiveDate, NaiveTime, TimeZone};
use http::StatusCode;
use std::collections::BTreeSet;
use web::flash::Flash;
use web::form::{once, read_moment};
use web::layout::{Section, desk_page, public_page};
use web::scene::Scene;
use web::{Answer, Fault, Faults, Fields, Visit};

fn ids(sent: &Fields, name: &'static str) -> BTreeSet<Uuid> {
    sent.all(name).filter_map(|id| Uuid::try_parse(id).ok()).collect()
}

fn id(id: &str) -> Result<Uuid, Fault> {
    Uuid::try_parse(id).map_err(|_| Fault::not_found())
}

/// What one has, each with the other of the two, as far as they show.
async fn own(state: &web::State, visit: &Visit, member: &Member) -> Result<Vec<(Own, Option<PersonView>)>, Fault> {
    let conn = state.store.read();
    let look = Look::of(conn, member.congress(), Some(member), visit.now).await?;
    let all = query::own(conn, member, visit.now).await?;
    let people = by_ids(conn, &look, &all.iter().map(|one| one.other).collect::<Vec<_>>()).await?;
    let with = |one: Own| {
        let other = people.iter().find(|view| view.id == one.other).cloned();
        (one, other)
    };
    let mut all: Vec<_> = all.into_iter().map(with).collect();
    all.sort_by_key(|(one, _)| one.at.as_ref().map(|(slot, _)| slot.starts_at));
    Ok(all)
}

pub(super) async fn mine(State(state): State<web::State>, visit: Visit) -> Answer {
    let conn = state.store.read();
    let (scene, member) = (Scene::of(&visit)?, member(conn, &visit).await?);
    let hours = query::hours(conn, &member, visit.now).await?;
    let main = page::mine(scene, &own(&state, &visit, &member).await?, &hours, member.id());
    Ok(public_page(&visit, &scene.t("network-meetings-mine"), main).into_response())
}

pub(super) async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<at::MyMeeting>) -> Answer {
    let (scene, member) = (Scene::of(&visit)?, member(state.store.read(), &visit).await?);
    let id = id(&at.id)?;
    let all = own(&state, &visit, &member).await?;
    let (found, other) = all.into_iter().find(|(one, _)| one.meeting.id == id).ok_or_else(Fault::not_found)?;
    let (slot, number) = found.at.as_ref().ok_or_else(Fault::not_found)?;
    let main = page::one(scene, &found, (slot, *number), other.as_ref());
    let title = scene.with("network-meeting-table", &[("number", number.to_string().into())]);
    Ok(public_page(&visit, &title, main).into_response())
}

pub(super) async fn be_away(State(state): State<web::State>, visit: Visit, sent: Fields) -> Answer {
    let member = member(state.store.read(), &visit).await?;
    let done = service::be_away(&state.store, &member, &ids(&sent, "away")).await;
    let told = done.map(|()| Flash::success(visit.words.t("network-saved")));
    back_to(&visit, &at::MyMeetings::new(&visit.congress()?.slug).path(), told).await
}

/// Of whom one wants something, and who they are.
async fn contact(
    state: &web::State,
    visit: &Visit,
    code: &str,
) -> Result<(Member, PersonView, crate::entity::profile::Model), Fault> {
    let conn = state.store.read();
    let member = member(conn, visit).await?;
    let (other, standing) = somebody(conn, member.congress(), code, Some(&member)).await?;
    if standing != Viewer::Contact {
        return Err(Fault::not_found());
    }
    let look = Look::of(conn, member.congress(), Some(&member), visit.now).await?;
    let view = one(conn, &look, &other).await?.ok_or_else(Fault::not_found)?;
    Ok((member, view, other))
}

pub(super) async fn form(State(state): State<web::State>, visit: Visit, Path(at): Path<at::PersonMeeting>) -> Answer {
    form_page(&state, &visit, &at.code, (&Fields::new(), &Faults::new())).await
}

async fn form_page(state: &web::State, visit: &Visit, code: &str, (fields, faults): (&Fields, &Faults)) -> Answer {
    let (scene, conn) = (Scene::of(visit)?, state.store.read());
    let (member, view, other) = contact(state, visit, code).await?;
    let free = query::free(conn, (member.congress(), visit.now), [member.profile(), &other]).await?;
    let main = page::propose(scene, &view, &free, (fields, faults));
    let title = scene.with("network-meeting-with", &[("name", view.name.as_str().into())]);
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, public_page(visit, &title, main)).into_response())
}

pub(super) async fn propose(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::PersonMeeting>,
    sent: Fields,
) -> Answer {
    let (member, _, other) = contact(&state, &visit, &at.code).await?;
    let mut faults = Faults::new();
    let note = form::text(sent.get("note"), "note", &mut faults);
    let new = Proposal { slots: ids(&sent, "slot"), note };
    if !(1..=MOST_OFFERS).contains(&new.slots.len()) {
        let most = [("most", MOST_OFFERS.to_string().into())];
        faults.add_with("slot", "network-fault-meeting-slots", &most);
    }
    if faults.is_empty() {
        let id = once::id(&sent, member.id(), state.store.chance());
        let outcome = Box::pin(service::propose(&state.store, &member, &other, (id, &new))).await;
        let told = match outcome {
            Ok(Proposed::Not(_)) => {
                faults.add("slot", "network-fault-meeting-gone");
                None
            }
            Ok(Proposed::Waits) => Some(Ok(Flash::success(visit.words.t("network-meeting-proposed")))),
            Ok(Proposed::Already) => Some(Ok(Flash::success(visit.words.t("network-meeting-already")))),
            Err(error) => Some(Err(error)),
        };
        if let Some(told) = told {
            return back_to(&visit, &at::MyMeetings::new(&visit.congress()?.slug).path(), told).await;
        }
    }
    let labels = [
        ("slot".to_owned(), visit.words.t("network-meeting-which")),
        ("note".to_owned(), visit.words.t("network-meeting-note")),
    ];
    faults.name_all(&labels);
    form_page(&state, &visit, &at.code, (&sent, &faults)).await
}

pub(super) async fn answer(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::MeetingAnswer>,
    sent: Fields,
) -> Answer {
    let member = member(state.store.read(), &visit).await?;
    let (id, words, store) = (id(&at.id)?, visit.words, &state.store);
    let told = match sent.get("answer") {
        "yes" => {
            let slot = ids(&sent, "slot").into_iter().next().ok_or_else(Fault::not_found)?;
            match Box::pin(service::take(store, &member, (id, slot))).await {
                Ok(Taken::Agreed(number)) => {
                    let values = [("number", number.to_string().into())];
                    Ok(Flash::success(words.with("network-meeting-agreed", &values)))
                }
                Ok(Taken::Not(left)) if left.is_empty() => Ok(Flash::warning(words.t("network-meeting-none-left"))),
                Ok(Taken::Not(_)) => Ok(Flash::warning(words.t("network-meeting-other-left"))),
                Err(error) => Err(error),
            }
        }
        "no" => {
            service::decline(store, &member, id).await.map(|()| Flash::success(words.t("network-meeting-declined")))
        }
        _ => return Err(Fault::not_found()),
    };
    back_to(&visit, &at::MyMeetings::new(&visit.congress()?.slug).path(), told).await
}

pub(super) async fn end(State(state): State<web::State>, visit: Visit, Path(at): Path<at::MeetingEnd>) -> Answer {
    let member = member(state.store.read(), &visit).await?;
    let done = service::cancel(&state.store, &member, id(&at.id)?).await;
    let told = done.map(|()| Flash::success(visit.words.t("network-meeting-ended")));
    back_to(&visit, &at::MyMeetings::new(&visit.congress()?.slug).path(), told).await
}

pub(super) async fn desk(State(state): State<web::State>, visit: Visit) -> Answer {
    desk_with(&state, &visit, (Fields::new(), &Faults::new())).await
}

/// The desk's page; what is not typed begins as it is.
async fn desk_with(state: &web::State, visit: &Visit, (fields, faults): (Fields, &Faults)) -> Answer {
    let scene = Scene::of(visit)?;
    let plan = query::plan(state.store.read(), scene.congress.id).await?;
    let begun = |fields: Fields, name: &str, value: String| {
        if fields.has(name) { fields } else { fields.with(name, value) }
    };
    let fields = begun(fields, "tables", plan.tables.to_string());
    let fields = begun(fields, "minutes", "20".into());
    let main = page::desk(scene, &plan, writes(visit), (&fields, faults));
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, desk_page(visit, Section::Network, &scene.t("network-meetings"), main)).into_response())
}

async fn wrong(state: &web::State, visit: &Visit, sent: Fields, mut faults: Faults) -> Answer {
    let labels = [
        ("tables", "network-meeting-tables"),
        ("from", "network-meeting-from"),
        ("until", "network-meeting-until"),
        ("minutes", "network-meeting-minutes"),
    ];
    let labels: Vec<_> = labels.iter().map(|(name, key)| ((*name).to_owned(), visit.words.t(key))).collect();
    faults.name_all(&labels);
    desk_with(state, visit, (sent, &faults)).await
}

pub(super) async fn set_tables(State(state): State<web::State>, visit: Visit, sent: Fields) -> Answer {
    let congress = visit.congress()?;
    let mut faults = Faults::new();
    let count = sent.get("tables").trim().parse().ok().filter(|n| (0..=MOST_TABLES).contains(n));
    let Some(count) = count else {
        faults.add_with("tables", "network-fault-meeting-tables", &[("most", MOST_TABLES.to_string().into())]);
        return wrong(&state, &visit, sent, faults).await;
    };
    match place::set_tables(&state.store, &visit.actor, congress.id, count).await {
        Ok(false) => {
            faults.add("tables", "network-fault-meeting-tables-used");
            wrong(&state, &visit, sent, faults).await
        }
        outcome => done(&visit, outcome.map(|_| ()), &at::DeskMeetings::new(&congress.slug).path()).await,
    }
}

pub(super) async fn add_slots(State(state): State<web::State>, visit: Visit, sent: Fields) -> Answer {
    let congress = visit.congress()?;
    let mut faults = Faults::new();
    let mut moment = |name: &'static str| {
        let read = read_moment(sent.get(name), congress.zone);
        if read.is_none() {
            faults.add(name, "network-fault-meeting-moment");
        }
        read.unwrap_or_default()
    };
    let (from, until) = (moment("from"), moment("until"));
    let minutes: i64 = sent.get("minutes").trim().parse().unwrap_or_default();
    if faults.is_empty() {
        match place::add_slots(&state.store, &visit.actor, congress.id, (from, until, minutes)).await {
            Ok(Laid::Length) => {
                let bounds = [("least", SHORTEST.to_string().into()), ("most", LONGEST.to_string().into())];
                faults.add_with("minutes", "network-fault-meeting-length", &bounds);
            }
            Ok(Laid::TooMany(most)) => {
                faults.add_with("minutes", "network-fault-meeting-many", &[("most", most.to_string().into())]);
            }
            Ok(Laid::Overlap) => faults.add("from", "network-fault-meeting-overlap"),
            outcome => return done(&visit, outcome.map(|_| ()), &at::DeskMeetings::new(&congress.slug).path()).await,
        }
    }
    wrong(&state, &visit, sent, faults).await
}

pub(super) async fn remove_day(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::DeskMeetingDay>,
) -> Answer {
    let congress = visit.congress()?;
    let path = at::DeskMeetings::new(&congress.slug).path();
    let day: NaiveDate = at.day.parse().map_err(|_| Fault::not_found())?;
    let midnight = |day: NaiveDate| congress.zone.from_local_datetime(&day.and_time(NaiveTime::MIN)).earliest();
    let (Some(from), Some(until)) = (midnight(day), day.succ_opt().and_then(midnight)) else {
        return Err(Fault::not_found());
    };
    let span = (from.to_utc(), until.to_utc());
    match place::remove_slots(&state.store, &visit.actor, congress.id, span).await {
        Ok(false) => {
            Flash::warning(visit.words.t("network-fault-meeting-day-used")).leave(&visit).await?;
            Ok(Redirect::to(&path).into_response())
        }
        outcome => done(&visit, outcome.map(|_| ()), &path).await,
    }
}
