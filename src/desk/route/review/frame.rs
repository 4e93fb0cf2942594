//! How the review is set up: phases, criteria, teams.

use super::account;
use crate::form::settings::review::Choice;
use crate::form::settings::{About, Sheet};
use crate::page::review::frame::{self as page, Frame};
use crate::page::settings::list::Row;
use crate::route::settings::{Place, about, again, id, settle, show};
use address::review as at;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use base::error::Told;
use base::{Text, Uuid};
use chrono::DurationRound;
use maud::html;
use programme::ReviewError;
use programme::entity::review_phase::Others;
use programme::query::review::frame::{criteria, phases, reviewers, teams};
use programme::service::review::criterion::{self, Criterion};
use programme::service::review::phase::{self, Phase};
use programme::service::review::team::{self, Team};
use web::flash::Flash;
use web::form::{Seen, once};
use web::layout::text;
use web::{Answer, Fault, Fields, Visit};

pub async fn list(State(state): State<web::State>, visit: Visit) -> Answer {
    account(&visit)?;
    let (congress, words, zone) = (visit.congress()?, visit.words, visit.zone());
    let (slug, conn) = (&congress.slug, state.store.read());
    let phases = phases(conn, congress.id).await?;
    let criteria = criteria(conn, congress.id).await?;
    let teams = teams(conn, congress.id).await?;
    let frame = Frame {
        phases: phases
            .iter()
            .map(|row| Row {
                path: at::Phase::new(slug, row.id.to_string()).path(),
                name: html! { (text(&visit, &row.name)) },
                note: words.with(
                    "desk-review-span",
                    &[
                        ("from", words.date_time(row.starts_at, zone).into()),
                        ("until", words.date_time(row.ends_at, zone).into()),
                    ],
                ),
                state: None,
            })
            .collect(),
        criteria: criteria
            .iter()
            .map(|row| Row {
                path: at::Criterion::new(slug, row.id.to_string()).path(),
                name: html! { (text(&visit, &row.name)) },
                note: words
                    .with("desk-review-criterion-note", &[("weight", row.weight.into()), ("most", row.most.into())]),
                state: None,
            })
            .collect(),
        teams: teams
            .iter()
            .map(|(id, team)| Row {
                path: at::Team::new(slug, id.to_string()).path(),
                name: html! { (team.name) },
                note: words.with(
                    "desk-review-team-note",
                    &[("members", team.members.len().into()), ("tracks", team.tracks.len().into())],
                ),
                state: None,
            })
            .collect(),
    };
    Ok(page::frame(&visit, &frame).into_response())
}

fn place<'a>(slug: &str, title: &'a str, id: Option<Uuid>, removal: String) -> Place<'a> {
    Place { title, object: id, removal: id.map(|_| removal), next: at::Frame::new(slug).path() }
}

/// After a removal, or why there is none.
async fn removed(visit: &Visit, slug: &str, done: Result<(), ReviewError>) -> Answer {
    match done {
        Ok(()) => Flash::success(visit.words.t("desk-settings-removed")).leave(visit).await?,
        Err(error @ ReviewError::Used) => Flash::warning(visit.words.t(error.message())).leave(visit).await?,
        Err(error) => return Err(error.into()),
    }
    Ok(Redirect::to(&at::Frame::new(slug).path()).into_response())
}

/// Two weeks from now, on the minute: what one changes.
async fn phase_now(state: &web::State, visit: &Visit, id: Option<Uuid>) -> Result<Phase, Fault> {
    let Some(id) = id else {
        let starts_at = visit.now.duration_trunc(chrono::TimeDelta::minutes(1)).unwrap_or(visit.now);
        let ends_at = starts_at + chrono::TimeDelta::days(14);
        let name = Text::default();
        let (review, assigned_only, names, reviewers) = (true, false, false, false);
        return Ok(Phase {
            name,
            starts_at,
            ends_at,
            review,
            assigned_only,
            names,
            others: Others::AfterOwn,
            reviewers,
        });
    };
    let all = phases(state.store.read(), visit.congress()?.id).await?;
    all.iter().find(|row| row.id == id).map(Phase::from).ok_or_else(Fault::not_found)
}

pub async fn show_phase(State(state): State<web::State>, visit: Visit, Path(at): Path<at::Phase>) -> Answer {
    let (id, title) = (id(&at.id)?, visit.words.t("desk-review-phase"));
    let place = place(&at.congress, &title, id, at::PhaseRemoval::new(&at.congress, &at.id).path());
    let about = about(&state, &visit).await?;
    Ok(show(&visit, &about, &place, &phase_now(&state, &visit, id).await?))
}

pub async fn save_phase(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::Phase>,
    fields: Fields,
) -> Answer {
    let (id, congress, title) = (id(&at.id)?, visit.congress()?.id, visit.words.t("desk-review-phase"));
    let place = place(&at.congress, &title, id, at::PhaseRemoval::new(&at.congress, &at.id).path());
    let about = about(&state, &visit).await?;
    let new = match Phase::read(&fields, &about) {
        Ok(new) => new,
        Err(faults) => return Ok(again::<Phase>(&visit, &about, &place, &fields, &faults)),
    };
    let saved = match id {
        Some(id) => phase::change(&state.store, &visit.actor, congress, id, new, &Seen::read(&fields)).await,
        None => {
            let id = once::id(&fields, congress, state.store.chance());
            phase::add(&state.store, &visit.actor, congress, id, new).await
        }
    };
    let now = phase_now(&state, &visit, id).await.ok();
    settle(&state, &visit, &about, place, &fields, saved, now).await
}

pub async fn remove_phase(State(state): State<web::State>, visit: Visit, Path(at): Path<at::PhaseRemoval>) -> Answer {
    let id = id(&at.id)?.ok_or_else(Fault::not_found)?;
    let done = phase::remove(&state.store, &visit.actor, visit.congress()?.id, id).await;
    removed(&visit, &at.congress, done).await
}

async fn criterion_now(state: &web::State, visit: &Visit, id: Option<Uuid>) -> Result<Criterion, Fault> {
    let all = criteria(state.store.read(), visit.congress()?.id).await?;
    let Some(id) = id else {
        let position = all.iter().map(|row| row.position).max().unwrap_or(0).saturating_add(1);
        return Ok(Criterion { name: Text::default(), hint: Text::default(), weight: 1, most: 5, position });
    };
    all.iter().find(|row| row.id == id).map(Criterion::from).ok_or_else(Fault::not_found)
}

pub async fn show_criterion(State(state): State<web::State>, visit: Visit, Path(at): Path<at::Criterion>) -> Answer {
    let (id, title) = (id(&at.id)?, visit.words.t("desk-review-criterion"));
    let place = place(&at.congress, &title, id, at::CriterionRemoval::new(&at.congress, &at.id).path());
    let about = about(&state, &visit).await?;
    Ok(show(&visit, &about, &place, &criterion_now(&state, &visit, id).await?))
}

pub async fn save_criterion(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::Criterion>,
    fields: Fields,
) -> Answer {
    let (id, congress, title) = (id(&at.id)?, visit.congress()?.id, visit.words.t("desk-review-criterion"));
    let place = place(&at.congress, &title, id, at::CriterionRemoval::new(&at.congress, &at.id).path());
    let about = about(&state, &visit).await?;
    let new = match Criterion::read(&fields, &about) {
        Ok(new) => new,
        Err(faults) => return Ok(again::<Criterion>(&visit, &about, &place, &fields, &faults)),
    };
    let saved = match id {
        Some(id) => criterion::change(&state.store, &visit.actor, congress, id, new, &Seen::read(&fields)).await,
        None => {
            let id = once::id(&fields, congress, state.store.chance());
            criterion::add(&state.store, &visit.actor, congress, id, new).await
        }
    };
    let now = criterion_now(&state, &visit, id).await.ok();
    settle(&state, &visit, &about, place, &fields, saved, now).await
}

pub async fn remove_criterion(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::CriterionRemoval>,
) -> Answer {
    let id = id(&at.id)?.ok_or_else(Fault::not_found)?;
    let done = criterion::remove(&state.store, &visit.actor, visit.congress()?.id, id).await;
    removed(&visit, &at.congress, done).await
}

/// What a form about a team names.
async fn about_team(state: &web::State, visit: &Visit) -> Result<About, Fault> {
    let (congress, conn) = (visit.congress()?.id, state.store.read());
    let tracks = programme::query::tracks(conn, congress).await?;
    let reviewers = reviewers(conn, congress).await?;
    let reviewing = Choice {
        tracks: tracks.iter().map(|row| (row.id, row.name.in_language(visit.language).to_owned())).collect(),
        reviewers: reviewers.into_iter().map(|row| (row.id, row.name)).collect(),
    };
    Ok(About { reviewing, ..about(state, visit).await? })
}

async fn team_now(state: &web::State, visit: &Visit, id: Option<Uuid>) -> Result<Team, Fault> {
    let all = teams(state.store.read(), visit.congress()?.id).await?;
    let Some(id) = id else {
        let position = all.iter().map(|(_, team)| team.position).max().unwrap_or(0).saturating_add(1);
        return Ok(Team { position, ..Team::default() });
    };
    all.into_iter().find(|(one, _)| *one == id).map(|(_, team)| team).ok_or_else(Fault::not_found)
}

pub async fn show_team(State(state): State<web::State>, visit: Visit, Path(at): Path<at::Team>) -> Answer {
    let (id, title) = (id(&at.id)?, visit.words.t("desk-review-team"));
    let place = place(&at.congress, &title, id, at::TeamRemoval::new(&at.congress, &at.id).path());
    let about = about_team(&state, &visit).await?;
    Ok(show(&visit, &about, &place, &team_now(&state, &visit, id).await?))
}

pub async fn save_team(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::Team>,
    fields: Fields,
) -> Answer {
    let (id, congress, title) = (id(&at.id)?, visit.congress()?.id, visit.words.t("desk-review-team"));
    let place = place(&at.congress, &title, id, at::TeamRemoval::new(&at.congress, &at.id).path());
    let about = about_team(&state, &visit).await?;
    let new = match Team::read(&fields, &about) {
        Ok(new) => new,
        Err(faults) => return Ok(again::<Team>(&visit, &about, &place, &fields, &faults)),
    };
    let saved = match id {
        Some(id) => team::change(&state.store, &visit.actor, congress, id, new, &Seen::read(&fields)).await,
        None => {
            let id = once::id(&fields, congress, state.store.chance());
            team::add(&state.store, &visit.actor, congress, id, new).await
        }
    };
    let now = team_now(&state, &visit, id).await.ok();
    settle(&state, &visit, &about, place, &fields, saved, now).await
}

pub async fn remove_team(State(state): State<web::State>, visit: Visit, Path(at): Path<at::TeamRemoval>) -> Answer {
    let id = id(&at.id)?.ok_or_else(Fault::not_found)?;
    let done = team::remove(&state.store, &visit.actor, visit.congress()?.id, id).await;
    removed(&visit, &at.congress, done).await
}
