//! Campaigns: written, planned, started, stopped, and what somebody decides of mails in doubt.

use super::send::{BEGIN, SEND};
use crate::entity::campaign::{ActiveModel, Column, Entity, Kind, Model, State, halt};
use crate::entity::{opt_out, recipient};
use crate::mail::{Payload, TEST_MAIL};
use crate::query::recipient::meant_rows;
use crate::rules::letter::{Blocks, MAX_BLOCKS};
use crate::rules::plan::Relative;
use crate::rules::segment::Segment;
use crate::{CampaignError, Event};
use base::{Actor, Language, Text, Time, Uuid};
use chrono::SecondsFormat;
use sea_orm::sea_query::{ExprTrait, LockType, Query};
use sea_orm::{ActiveModelTrait, ActiveValue::NotSet};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QuerySelect};
use serde_json::json;
use store::job::{self, NewJob};
use store::{Store, Tx, record};

/// What staff write.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub name: String,
    pub kind: Kind,
    pub segment: Segment,
    pub subject: Text,
    pub blocks: Blocks,
    pub at_night: bool,
}

/// When it begins by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plan {
    At(Time),
    /// It moves with the congress.
    By(Relative),
}

impl Model {
    /// What it goes by, if by the congress.
    pub fn relative(&self) -> Option<Relative> {
        match (self.days_before, self.days_after, self.minute, self.hours_before) {
            (Some(days), _, Some(minute), _) => Some(Relative::Before { days, minute }),
            (None, Some(days), Some(minute), _) => Some(Relative::After { days, minute }),
            (.., Some(hours)) => Some(Relative::Hours { hours }),
            _ => None,
        }
    }

    /// The same planned like that; none: it goes by nothing.
    fn going_by(self, relative: Option<Relative>) -> Self {
        let none = Self { days_before: None, days_after: None, minute: None, hours_before: None, ..self };
        match relative {
            None => none,
            Some(Relative::Before { days, minute }) => Self { days_before: Some(days), minute: Some(minute), ..none },
            Some(Relative::After { days, minute }) => Self { days_after: Some(days), minute: Some(minute), ..none },
            Some(Relative::Hours { hours }) => Self { hours_before: Some(hours), ..none },
        }
    }
}

/// Adds a draft. `id`: made by the form, so that the same form sent twice adds one.
pub async fn add(store: &Store, actor: &Actor, congress: Uuid, id: Uuid, draft: Draft) -> Result<Uuid, CampaignError> {
    let tx = store.begin().await?;
    if Entity::find_by_id(id).one(&*tx).await?.is_some() {
        tx.rollback().await?;
        return Ok(id);
    }
    let row = Model {
        id,
        congress_id: congress,
        name: draft.name,
        kind: draft.kind,
        segment: draft.segment.tidy(),
        subject: draft.subject.into(),
        blocks: draft.blocks,
        state: State::Draft,
        halted: None,
        planned_at: None,
        days_before: None,
        days_after: None,
        minute: None,
        hours_before: None,
        at_night: draft.at_night,
        started_at: None,
        progressed_at: None,
        ended_at: None,
        run: None,
        version: 1,
        created_at: tx.now(),
        changed_at: tx.now(),
    };
    Entity::insert(row.clone().into_active_model()).exec_without_returning(&*tx).await?;
    record(&tx, actor, Event::Added { congress, campaign: id, name: row.name }).await?;
    tx.commit().await?;
    Ok(id)
}

/// Writes another version of it. `seen`: the version that was shown; somebody else's change is not overwritten. What has begun
/// is refused: half of the recipients have another letter.
pub async fn save(store: &Store, actor: &Actor, shown: &Model, seen: i32, draft: Draft) -> Result<(), CampaignError> {
    let tx = store.begin().await?;
    let row = hold(&tx, shown.id).await?;
    if !row.state.is_open() {
        return Err(CampaignError::Sent);
    }
    if row.version != seen {
        return Err(CampaignError::Changed);
    }
    let mut blocks = draft.blocks;
    blocks.0.truncate(MAX_BLOCKS);
    let now = Model {
        name: draft.name,
        kind: draft.kind,
        segment: draft.segment.tidy(),
        subject: draft.subject.into(),
        blocks,
        at_night: draft.at_night,
        ..row.clone()
    };
    if now == row {
        return Ok(tx.rollback().await?);
    }
    let now = Model { version: row.version.saturating_add(1), changed_at: tx.now(), ..now };
    write(&tx, &now).await?;
    record(&tx, actor, Event::Edited { congress: row.congress_id, campaign: row.id, name: now.name }).await?;
    Ok(tx.commit().await?)
}

/// Lets it begin by itself. `version`: the one that was checked. What is already past is refused: a date typed wrong must not
/// write to everybody at once.
pub async fn plan(store: &Store, actor: &Actor, shown: &Model, version: i32, plan: Plan) -> Result<(), CampaignError> {
    let tx = store.begin().await?;
    let row = hold(&tx, shown.id).await?;
    if !row.state.is_open() {
        return Err(CampaignError::Sent);
    }
    if row.version != version {
        return Err(CampaignError::Changed);
    }
    let (at, relative) = match plan {
        Plan::At(at) => (at, None),
        Plan::By(relative) => {
            let congress = congress::query::by_id(&tx, row.congress_id).await?.ok_or(CampaignError::Unknown)?;
            let zone = congress::rules::check_zone(&congress.zone)?;
            let at = relative.at((congress.starts_at, congress.ends_at), zone).ok_or(CampaignError::Past)?;
            (at, Some(relative))
        }
    };
    if at <= tx.now() {
        return Err(CampaignError::Past);
    }
    if row.segment.is_empty() {
        return Err(CampaignError::Nobody);
    }
    let now = Model {
        state: State::Planned,
        planned_at: Some(at),
        halted: None,
        changed_at: tx.now(),
        ..row.clone().going_by(relative)
    };
    write(&tx, &now).await?;
    begin_at(&tx, row.id, at).await?;
    let told = at.to_rfc3339_opts(SecondsFormat::Secs, true);
    record(&tx, actor, Event::Planned { congress: row.congress_id, campaign: row.id, name: row.name, at: told })
        .await?;
    Ok(tx.commit().await?)
}

/// The job that begins it. Of a plan that was changed since, it does nothing.
pub(super) async fn begin_at(tx: &Tx, campaign: Uuid, at: Time) -> Result<(), CampaignError> {
    let delay = (at - tx.now()).to_std().unwrap_or_default();
    let payload = json!({ "campaign": campaign, "at": at });
    job::enqueue(tx, NewJob::new(BEGIN, payload).after(delay)).await?;
    Ok(())
}

/// A plan is a draft again; so is one that stopped before anybody was written to.
pub async fn unplan(store: &Store, actor: &Actor, shown: &Model) -> Result<(), CampaignError> {
    let tx = store.begin().await?;
    let row = hold(&tx, shown.id).await?;
    match row.state {
        State::Planned => {}
        State::Stopped if row.started_at.is_none() => {}
        State::Draft => return Ok(tx.rollback().await?),
        State::Running | State::Stopped | State::Done => return Err(CampaignError::Sent),
    }
    let now = Model { state: State::Draft, halted: None, planned_at: None, ..row.clone().going_by(None) };
    write(&tx, &now).await?;
    record(&tx, actor, Event::Unplanned { congress: row.congress_id, campaign: row.id, name: row.name }).await?;
    Ok(tx.commit().await?)
}

/// Begins it now: all recipients are written by one statement, each mailbox once, and to whom nothing is sent with the reason.
/// Pressed twice, it begins once. `version`: the one that was checked.
pub async fn start(store: &Store, actor: &Actor, shown: &Model, version: i32) -> Result<(), CampaignError> {
    let tx = store.begin().await?;
    let row = hold(&tx, shown.id).await?;
    match row.state {
        State::Draft | State::Planned => {}
        State::Running => return Ok(tx.rollback().await?),
        State::Stopped | State::Done => return Err(CampaignError::Sent),
    }
    if row.version != version {
        return Err(CampaignError::Changed);
    }
    start_within(&tx, actor, row).await?;
    Ok(tx.commit().await?)
}

pub(super) async fn start_within(tx: &Tx, actor: &Actor, row: Model) -> Result<(), CampaignError> {
    let insert = Query::insert()
        .into_table(recipient::Entity)
        .columns([
            recipient::Column::CampaignId,
            recipient::Column::MailboxId,
            recipient::Column::State,
            recipient::Column::Reason,
        ])
        .select_from(meant_rows(&row))
        .map_err(|error| sea_orm::DbErr::Query(sea_orm::RuntimeErr::Internal(error.to_string())))?
        .to_owned();
    let written = tx.execute(&insert).await?.rows_affected();
    if written == 0 {
        return Err(CampaignError::Nobody);
    }
    let now = Model {
        state: State::Running,
        halted: None,
        started_at: Some(tx.now()),
        progressed_at: Some(tx.now()),
        run: None,
        ..row.clone()
    };
    write(tx, &now).await?;
    send(tx, row.id).await?;
    let event = Event::Started { congress: row.congress_id, campaign: row.id, name: row.name, recipients: written };
    Ok(record(tx, actor, event).await?)
}

async fn send(tx: &Tx, campaign: Uuid) -> Result<(), CampaignError> {
    job::enqueue(tx, NewJob::new(SEND, json!({ "campaign": campaign })).later(true)).await?;
    Ok(())
}

/// Stops it: what is being sent this moment still goes, nothing more begins.
pub async fn stop(store: &Store, actor: &Actor, shown: &Model) -> Result<(), CampaignError> {
    let tx = store.begin().await?;
    let row = hold(&tx, shown.id).await?;
    if row.state != State::Running {
        return Ok(tx.rollback().await?);
    }
    stop_within(&tx, actor, row, None).await?;
    Ok(tx.commit().await?)
}

/// `why`: it stops by itself; see [`crate::entity::campaign::halt`].
pub(super) async fn stop_within(tx: &Tx, actor: &Actor, row: Model, why: Option<&str>) -> Result<(), CampaignError> {
    let now = Model { state: State::Stopped, halted: why.map(str::to_owned), run: None, ..row.clone() };
    write(tx, &now).await?;
    let why = why.map(str::to_owned);
    Ok(record(tx, actor, Event::Stopped { congress: row.congress_id, campaign: row.id, name: row.name, why }).await?)
}

/// Stops what was being sent, or was to begin by now, when a copy of the database was put back: who got it since the copy was
/// made is not known. Gives how many.
pub async fn stop_restored(store: &Store) -> Result<usize, CampaignError> {
    let tx = store.begin().await?;
    let begun = Column::State.eq(State::Planned).and(Column::PlannedAt.lte(tx.now()));
    let rows = Entity::find().filter(Column::State.eq(State::Running).or(begun)).all(&*tx).await?;
    let stopped = rows.len();
    for row in rows {
        stop_within(&tx, &Actor::system(), row, Some(halt::RESTORED)).await?;
    }
    tx.commit().await?;
    Ok(stopped)
}

/// Goes on where it stopped: with those who are still queued, and nobody else. One that stopped before it had recipients, since
/// its time was over, begins.
pub async fn go_on(store: &Store, actor: &Actor, shown: &Model) -> Result<(), CampaignError> {
    let tx = store.begin().await?;
    let row = hold(&tx, shown.id).await?;
    match row.state {
        State::Stopped => {}
        State::Running => return Ok(tx.rollback().await?),
        State::Draft | State::Planned | State::Done => return Err(CampaignError::Sent),
    }
    if row.started_at.is_none() {
        start_within(&tx, actor, row).await?;
        return Ok(tx.commit().await?);
    }
    let now = Model { state: State::Running, halted: None, progressed_at: Some(tx.now()), run: None, ..row.clone() };
    write(&tx, &now).await?;
    send(&tx, row.id).await?;
    record(&tx, actor, Event::Continued { congress: row.congress_id, campaign: row.id, name: row.name }).await?;
    Ok(tx.commit().await?)
}

/// What is in doubt goes once more, under the same Message-ID: somebody has looked, and decided. Gives how many.
pub async fn send_doubtful(store: &Store, actor: &Actor, shown: &Model) -> Result<usize, CampaignError> {
    let ids = crate::query::recipient::in_doubt(store.read(), shown.id).await?;
    for some in ids.chunks(AT_ONCE) {
        let tx = store.begin().await?;
        for id in some {
            match post::again(&tx, actor, shown.congress_id, *id).await {
                // Somebody else decided meanwhile.
                Ok(_) | Err(post::PostError::Sent | post::PostError::UnderWay | post::PostError::Outdated) => {}
                Err(e) => return Err(e.into()),
            }
        }
        tx.commit().await?;
    }
    Ok(ids.len())
}

/// So many in one transaction: others want to write as well.
const AT_ONCE: usize = 100;

/// Takes away a draft. What went out stays.
pub async fn remove(store: &Store, actor: &Actor, shown: &Model) -> Result<(), CampaignError> {
    let tx = store.begin().await?;
    let row = hold(&tx, shown.id).await?;
    let begun = recipient::Entity::find().filter(recipient::Column::CampaignId.eq(row.id)).count(&*tx).await? > 0;
    let named = opt_out::Entity::find().filter(opt_out::Column::CampaignId.eq(row.id)).count(&*tx).await? > 0;
    if begun || named || row.started_at.is_some() {
        return Err(CampaignError::Sent);
    }
    Entity::delete_by_id(row.id).exec(&*tx).await?;
    record(&tx, actor, Event::Removed { congress: row.congress_id, campaign: row.id, name: row.name }).await?;
    Ok(tx.commit().await?)
}

/// The same letter to the same people as a new draft: for the next time.
pub async fn copy(store: &Store, actor: &Actor, row: &Model, id: Uuid, name: String) -> Result<Uuid, CampaignError> {
    let draft = Draft {
        name,
        kind: row.kind,
        segment: row.segment.clone(),
        subject: row.subject.0.clone(),
        blocks: row.blocks.clone(),
        at_night: row.at_night,
    };
    add(store, actor, row.congress_id, id, draft).await
}

/// Sends it in both languages to one address alone, as `like` would get it, but without their links. `request`: of the form,
/// so that the same form sent twice sends it once.
pub async fn test(
    store: &Store,
    row: &Model,
    to: &str,
    like: Option<Uuid>,
    request: Uuid,
) -> Result<(), CampaignError> {
    let tx = store.begin().await?;
    for language in Language::ALL {
        let new = post::NewMessage {
            congress_id: Some(row.congress_id),
            kind: TEST_MAIL,
            cause: format!("{TEST_MAIL}:{request}:{language}"),
            mailbox_id: None,
            about_id: None,
            to_address: to.to_owned(),
            to_name: String::new(),
            language,
            payload: json!(Payload { campaign: row.id, mailbox: like }),
            bulk: false,
        };
        post::enqueue(&tx, new).await?;
    }
    Ok(tx.commit().await?)
}

/// Under its lock.
pub(super) async fn hold(tx: &Tx, id: Uuid) -> Result<Model, CampaignError> {
    let row = Entity::find_by_id(id).lock(LockType::NoKeyUpdate).one(&**tx).await?;
    row.ok_or(CampaignError::Unknown)
}

pub(super) async fn write(tx: &Tx, row: &Model) -> Result<(), CampaignError> {
    let set = ActiveModel { id: NotSet, congress_id: NotSet, ..row.clone().into_active_model().reset_all() };
    Entity::update_many().set(set).filter(Column::Id.eq(row.id)).exec(&**tx).await?;
    Ok(())
}
