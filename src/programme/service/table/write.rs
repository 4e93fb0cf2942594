//! What rows want, done by the services that do it by hand.

use super::names::Made;
use super::read::{Reader, Wanted};
use super::{Report, Row, TableError, There, at, field_of, told};
use crate::ProgrammeError;
use crate::entity::session;
use crate::exchange::table::Field;
use crate::query::speaker::names;
use crate::rules::clash::{Clash, Severity};
use crate::service::plan::{Held, Standing, Subject, alike};
use crate::service::session::{Session, change_in, confirm_in, create_in};
use crate::service::session_type::SessionType;
use crate::service::speaker::Speaker;
use crate::service::track::Track;
use crate::service::{draft, session_type, speaker, track};
use base::{Actor, Text, Uuid};
use congress::service::congress::{hold, raise_revision};
use congress::service::room::{self, Room};
use locale::Words;
use paper::sheet::read::{Reason, Refusal, Table};
use std::collections::HashMap;

pub(super) async fn all(held: &mut Held, actor: &Actor, table: &Table) -> Result<Report, TableError> {
    let there = There::load(&held.tx, held.congress).await?;
    let known = names(&held.tx, held.congress).await?.into_iter().map(|one| (one.id, one.code, one.name)).collect();
    let id = || held.tx.id();
    let plan = Reader::new(table, &there, known, held.draft.frame.zone, id).plan().map_err(TableError::Refused)?;
    let report = Report {
        rows: plan.wanted.iter().map(Row::of).collect(),
        unchanged: plan.unchanged,
        made: plan.made.iter().map(|one| (one.field.heading(), one.name.clone())).collect(),
    };
    if plan.wanted.is_empty() {
        return Ok(report);
    }
    let before = held.draft.clashes();
    let mut refusals = make(held, actor, &plan.made, plan.words).await?;
    if !refusals.is_empty() {
        return Err(TableError::Refused(refusals));
    }
    let mut sessions = HashMap::new();
    for wanted in &plan.wanted {
        match Box::pin(session(held, actor, &there, wanted)).await {
            Ok(id) => drop(sessions.insert(wanted.line, id)),
            Err(error) => refusals.push(blame(wanted, error, plan.words)?),
        }
    }
    if !refusals.is_empty() {
        return Err(TableError::Refused(refusals));
    }
    draft::raise(&held.tx, held.congress).await?;
    raise_revision(&held.tx, held.congress).await?;
    held.again().await?;
    let mut lines = HashMap::new();
    for wanted in &plan.wanted {
        let Some(session) = sessions.get(&wanted.line) else { continue };
        match Box::pin(slot(held, actor, wanted, *session)).await {
            Ok(Some(slot)) => drop(lines.insert(slot, wanted)),
            Ok(None) => {}
            Err(error) => refusals.push(blame(wanted, error, plan.words)?),
        }
    }
    if !refusals.is_empty() {
        return Err(TableError::Refused(refusals));
    }
    held.again().await?;
    judge(held, &before, &lines, plan.words)?;
    Ok(report)
}

impl Row {
    fn of(wanted: &Wanted) -> Self {
        let Wanted { line, title, changes, view, .. } = wanted;
        Self { line: *line, title: title.clone(), new: view.is_none(), changes: changes.clone() }
    }
}

/// Which cell of a row a service would not have.
fn blame(wanted: &Wanted, error: ProgrammeError, words: Words) -> Result<Refusal, TableError> {
    let field = field_of(&error);
    let mut change = None;
    if let Some(field) = field {
        change = wanted.changes.iter().find(|(heading, ..)| *heading == field.heading());
    }
    let heading = field.map(|field| words.t(field.heading())).unwrap_or_default();
    told(at(wanted.line, &heading, change.map_or("", |(.., typed)| typed)), error)
}

/// Makes what nobody knows yet, behind what is there.
async fn make(held: &Held, actor: &Actor, made: &[Made], words: Words) -> Result<Vec<Refusal>, TableError> {
    let (tx, congress) = (&held.tx, held.congress);
    let mut refusals = vec![];
    for one in made {
        let Made { id, name, .. } = one;
        let name = || Text::same(name.as_str());
        let done: Result<(), ProgrammeError> = match one.field {
            Field::Type => {
                let rows = crate::query::session_types(tx, congress).await?;
                let position = rows.iter().map(|row| row.position).max().unwrap_or(0).saturating_add(1);
                let new = SessionType {
                    name: name(),
                    slug: String::new(),
                    minutes: None,
                    seamless: false,
                    target: None,
                    position,
                };
                session_type::add_in(tx, actor, congress, *id, new, &rows).await
            }
            Field::Track => {
                let rows = crate::query::tracks(tx, congress).await?;
                let position = rows.iter().map(|row| row.position).max().unwrap_or(0).saturating_add(1);
                let new = Track { name: name(), slug: String::new(), colour: String::new(), target: None, position };
                track::add_in(tx, actor, congress, *id, new, &rows).await
            }
            Field::Room => {
                let rows = congress::query::rooms(tx, congress).await?;
                let position = rows.iter().map(|row| row.position).max().unwrap_or(0).saturating_add(1);
                let new = Room { name: name(), seats: None, position };
                room::add_in(tx, actor, congress, *id, new).await.map_err(Into::into)
            }
            _ => {
                let host = hold(tx, congress).await?.host_id;
                let new = Speaker {
                    name: one.name.clone(),
                    organisation: String::new(),
                    biography: Text::default(),
                    email: String::new(),
                    language: base::Language::default(),
                };
                speaker::add_in(tx, actor, (congress, host), *id, new).await
            }
        };
        if let Err(error) = done {
            let heading = words.t(one.field.heading());
            refusals.push(told(at(one.line, &heading, &one.name), error)?);
        }
    }
    Ok(refusals)
}

/// What the session is. Gives its row.
async fn session(held: &Held, actor: &Actor, there: &There, wanted: &Wanted) -> Result<Uuid, ProgrammeError> {
    let (tx, congress, says) = (&held.tx, held.congress, &wanted.says);
    let Some(view) = wanted.view.and_then(|at| there.views.get(at)) else {
        let id = tx.id();
        let new = says.of(Session::default());
        create_in(tx, actor, congress, id, None, new, says.confirmed == Some(true)).await?;
        return Ok(id);
    };
    let row: &session::Model = &view.row;
    let old = Session::load(tx, row).await?;
    let new = says.of(old.clone());
    if new != old {
        change_in(tx, actor, row, &old, new).await?;
    }
    if let Some(confirmed) = says.confirmed {
        confirm_in(tx, actor, congress, row.id, confirmed).await?;
    }
    Ok(row.id)
}

/// When and where. Gives the slot, if it is another.
async fn slot(held: &Held, actor: &Actor, wanted: &Wanted, session: Uuid) -> Result<Option<Uuid>, ProgrammeError> {
    let Some(place) = wanted.says.place else { return Ok(None) };
    let given = || held.draft.slots.iter().find(|slot| slot.session == Some(session) && slot.version > 0);
    let row = match wanted.slot.or_else(|| given().map(|slot| slot.id)) {
        Some(slot) => held.row(slot).await?,
        None => None,
    };
    let (old, subject) = match row {
        Some(row) => (Standing::from(&row), Subject::Row(Box::new(row))),
        None => (Standing::parked(session), Subject::Session(session)),
    };
    let new = old.clone().at(place.and_then(|(room, _)| room), place.map(|(_, span)| span));
    held.check(&new)?;
    Ok(Some(held.lay(actor, &subject, Some(&old), &new, None).await?))
}

/// Refuses what blocks and was not wrong in just that way before.
fn judge(held: &Held, before: &[Clash], lines: &HashMap<Uuid, &Wanted>, words: Words) -> Result<(), TableError> {
    let heading = words.t(Field::Begins.heading());
    let mut refusals = vec![];
    for clash in held.draft.clashes() {
        if clash.severity != Severity::Block || before.iter().any(|old| alike(old, &clash)) {
            continue;
        }
        let of = |slot: Option<Uuid>| slot.and_then(|slot| lines.get(&slot));
        let (wanted, other) = match (of(Some(clash.slot)), of(clash.other)) {
            (Some(wanted), _) => (wanted, clash.other),
            (None, Some(wanted)) => (wanted, Some(clash.slot)),
            (None, None) => continue,
        };
        let other = other.and_then(|slot| held.draft.slot(slot)).map(|slot| held.draft.title(slot));
        let other = other.map_or("none", |title| title.in_language(base::Language::De));
        let typed = wanted.changes.iter().find(|(heading, ..)| *heading == Field::Begins.heading());
        let reason = Reason::new("session-table-clash").with("kind", clash.what.kind().name()).with("other", other);
        refusals.push(Refusal::new(at(wanted.line, &heading, typed.map_or("", |(.., typed)| typed)), reason));
    }
    refusals.sort_by_key(|refusal| refusal.line);
    if refusals.is_empty() { Ok(()) } else { Err(TableError::Refused(refusals)) }
}
