//! Questions.

use super::{Place, about, again, id, settle};
use crate::form::settings::question::{Around, kind_name};
use crate::form::settings::{About, Sheet};
use crate::page::settings::{Tab, list};
use crate::page::state::Tone;
use address::settings as at;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use base::{Text, Uuid};
use congress::CongressError;
use congress::entity::question::{Kind, UsedFor};
use congress::page::question::{label, option};
use congress::query::question::{QuestionView, answer_counts, questions};
use congress::rules::question::{NO, YES, answers};
use congress::service::question::{self, Question, Removed};
use locale::Words;
use maud::html;
use std::collections::HashMap;
use web::flash::Flash;
use web::form::{Seen, once};
use web::layout::text;
use web::{Answer, Fault, Fields, Visit};

/// How long answers are kept unless somebody says otherwise, in days.
const RETENTION: i32 = 30;

pub async fn list(State(state): State<web::State>, visit: Visit) -> Answer {
    let (congress, words) = (visit.congress()?, visit.words);
    let all = questions(state.store.read(), congress.id).await?;
    let counts = answer_counts(state.store.read(), congress.id).await?;
    let row = |view: &QuestionView| list::Row {
        path: at::Question::new(&congress.slug, view.row.id.to_string()).path(),
        name: html! { (text(&visit, &view.row.label)) },
        note: note(words, view, &counts),
        state: Some(if view.row.active {
            (Tone::Ok, words.t("desk-question-is-active"))
        } else {
            (Tone::Off, words.t("desk-question-is-retired"))
        }),
    };
    let rows: Vec<list::Row> = all.iter().map(row).collect();
    Ok(list::list(&visit, Tab::Questions, &rows, None).into_response())
}

/// "Je Person · eine von mehreren · sensibel · 12 Antworten".
fn note(words: Words, view: &QuestionView, counts: &HashMap<Uuid, i64>) -> String {
    let row = &view.row;
    let of = if row.used_for == UsedFor::Order { "desk-question-of-order" } else { "desk-question-of-attendee" };
    let mut parts =
        vec![words.t(of), words.t(&format!("desk-question-kind-{}", kind_name(row.kind).replace('_', "-")))];
    let marks = [(row.required, "desk-question-mark-required"), (row.sensitive, "desk-question-mark-sensitive")];
    parts.extend(marks.into_iter().filter(|(is, _)| *is).map(|(_, key)| words.t(key)));
    let count = counts.get(&row.id).copied().unwrap_or_default();
    parts.push(words.with("desk-question-answers", &[("count", count.into())]));
    parts.join(" · ")
}

/// What a form about a question needs to know besides.
async fn around(state: &web::State, visit: &Visit, id: Option<Uuid>) -> Result<(About, Vec<QuestionView>), Fault> {
    let (congress, words) = (visit.congress()?, visit.words);
    let conn = state.store.read();
    let all = questions(conn, congress.id).await?;
    let categories = ticketing::query::categories(conn, congress.id).await?;
    let answered = answer_counts(conn, congress.id).await?;
    let answer = |view: &QuestionView, value: &str| {
        let word = match (view.row.kind, value) {
            (Kind::YesNo, YES) => words.t("question-yes"),
            (Kind::YesNo, NO) => words.t("question-no"),
            _ => option(words, view, value).to_owned(),
        };
        (format!("{}={value}", view.row.slug), format!("{}: {word}", label(words, view)))
    };
    let own = all.iter().position(|view| Some(view.row.id) == id).unwrap_or(all.len());
    let earlier = all.iter().take(own).filter(|view| view.row.active);
    let around = Around {
        answers: earlier.flat_map(|view| answers(view).map(move |value| answer(view, value))).collect(),
        categories: categories
            .iter()
            .map(|view| (view.category.id, view.category.name.in_language(visit.language).to_owned()))
            .collect(),
        answered: id.and_then(|id| answered.get(&id).copied()).unwrap_or_default(),
    };
    Ok((About { around, ..about(state, visit).await? }, all))
}

/// The question as it is now, or a new one after the others.
fn now(all: &[QuestionView], id: Option<Uuid>) -> Result<Question, Fault> {
    if let Some(id) = id {
        let found = all.iter().find(|view| view.row.id == id);
        return found.map(|view| Question::of(view, all)).ok_or_else(Fault::not_found);
    }
    Ok(Question {
        used_for: UsedFor::Attendee,
        label: Text::default(),
        help: Text::default(),
        kind: Kind::YesNo,
        least: None,
        most: None,
        required: false,
        depends: String::new(),
        categories: vec![],
        purpose: Text::default(),
        retention_days: RETENTION,
        sensitive: false,
        counted: false,
        asked_until: None,
        changed_until: None,
        active: true,
        position: all.iter().map(|view| view.row.position).max().unwrap_or(0).saturating_add(1),
        options: vec![],
    })
}

fn place<'a>(slug: &str, title: &'a str, id: Option<Uuid>) -> Place<'a> {
    let removal = id.map(|id| at::QuestionRemoval::new(slug, id.to_string()).path());
    Place { title, object: id, removal, next: at::Questions::new(slug).path() }
}

pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<at::Question>) -> Answer {
    let id = id(&at.id)?;
    let title = visit.words.t("desk-settings-question");
    let (about, all) = around(&state, &visit, id).await?;
    Ok(super::show(&visit, &about, &place(&at.congress, &title, id), &now(&all, id)?))
}

pub async fn save(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::Question>,
    fields: Fields,
) -> Answer {
    let (id, congress) = (id(&at.id)?, visit.congress()?.id);
    let title = visit.words.t("desk-settings-question");
    let place = place(&at.congress, &title, id);
    let (about, _) = around(&state, &visit, id).await?;
    let new = match Question::read(&fields, &about) {
        Ok(new) => new,
        Err(faults) => return Ok(again::<Question>(&visit, &about, &place, &fields, &faults)),
    };
    let saved = match id {
        Some(id) => question::change(&state.store, &visit.actor, congress, id, new, &Seen::read(&fields)).await,
        None => {
            let id = once::id(&fields, congress, state.store.chance());
            question::add(&state.store, &visit.actor, congress, id, new).await
        }
    };
    let now = now(&questions(state.store.read(), congress).await?, id).ok();
    settle(&state, &visit, &about, place, &fields, saved, now).await
}

pub async fn remove(State(state): State<web::State>, visit: Visit, Path(at): Path<at::QuestionRemoval>) -> Answer {
    let id = id(&at.id)?.ok_or_else(Fault::not_found)?;
    let flash = match question::remove(&state.store, &visit.actor, visit.congress()?.id, id).await {
        Ok(Removed::Gone) => Flash::success(visit.words.t("desk-settings-removed")),
        Ok(Removed::Retired) => Flash::success(visit.words.t("desk-question-retired-now")),
        Err(CongressError::Question(fault)) => {
            let error = CongressError::from(fault);
            let args = web::problem::args(&base::error::Told::values(&error));
            Flash::warning(visit.words.with(base::error::Told::message(&error), &args))
        }
        Err(other) => return Err(other.into()),
    };
    flash.leave(&visit).await?;
    Ok(Redirect::to(&at::Questions::new(&at.congress).path()).into_response())
}
