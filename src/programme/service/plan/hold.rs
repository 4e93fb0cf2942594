//! The draft while it is changed.

use super::{Done, Moved, Standing};
use crate::entity::slot;
use crate::event::SlotChange;
use crate::query::plan::{self, Draft};
use crate::rules::clash::{Clash, Severity, clashes_of};
use crate::rules::plan::{Content, Slot, Span};
use crate::service::draft;
use crate::{Event, ProgrammeError};
use base::{Actor, Language, Text, Uuid};
use chrono::TimeDelta;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use std::collections::HashSet;
use store::{DbErr, Store, Tx, event, record};

/// Nothing lasts longer: whoever types more has mistyped.
const LONGEST: TimeDelta = TimeDelta::days(3);
/// Nothing is further from the congress: whoever types another year has mistyped.
const FURTHEST: TimeDelta = TimeDelta::days(366);

/// A draft that nobody else changes until the transaction ends.
pub(in crate::service) struct Held {
    pub(in crate::service) tx: Tx,
    pub(in crate::service) congress: Uuid,
    pub(in crate::service) draft: Draft,
}

/// What is changed: a row, or a session that has none yet and stands parked.
pub(in crate::service) enum Subject {
    Row(Box<slot::Model>),
    Session(Uuid),
    /// It is added, with this id.
    New(Uuid),
}

impl Held {
    pub(super) async fn new(store: &Store, congress: Uuid) -> Result<Self, ProgrammeError> {
        Self::within(store.begin().await?, congress).await
    }

    /// The same in a transaction that has begun.
    pub(in crate::service) async fn within(tx: Tx, congress: Uuid) -> Result<Self, ProgrammeError> {
        let row = congress::service::congress::hold(&tx, congress).await?;
        let draft = plan::draft(&tx, &row).await?;
        Ok(Self { tx, congress, draft })
    }

    /// Reads it anew, after more than a slot was changed.
    pub(in crate::service) async fn again(&mut self) -> Result<(), ProgrammeError> {
        let row = congress::service::congress::hold(&self.tx, self.congress).await?;
        self.draft = plan::draft(&self.tx, &row).await?;
        Ok(())
    }

    /// A slot, also one that was removed.
    pub(in crate::service) async fn row(&self, id: Uuid) -> Result<Option<slot::Model>, DbErr> {
        let find = slot::Entity::find().filter(slot::Column::Id.eq(id));
        find.filter(slot::Column::CongressId.eq(self.congress)).one(&*self.tx).await
    }

    /// Who changed a slot last, and how it stands now.
    pub(super) async fn moved(&self, row: &slot::Model) -> Result<ProgrammeError, DbErr> {
        let newest = event::newest(&self.tx, row.id, &SlotChange::VERBS).await?;
        let by = newest.map(|line| line.actor_name).unwrap_or_default();
        Ok(ProgrammeError::Moved(Box::new(Moved { slot: row.id, by, now: Standing::from(row) })))
    }

    /// What is typed can stand: its room is one of the congress, it ends after it begins, and it has a name.
    pub(in crate::service) fn check(&self, new: &Standing) -> Result<(), ProgrammeError> {
        if new.room.is_some_and(|room| self.draft.rooms.iter().all(|row| row.id != room)) {
            return Err(ProgrammeError::UnknownRoom);
        }
        let placed = new.span();
        if placed.is_some() && new.room.is_none() && new.kind == slot::Kind::Session {
            return Err(ProgrammeError::RoomMissing);
        }
        match placed.map(|span| span.length()) {
            Some(length) if length <= TimeDelta::zero() => Err(ProgrammeError::EndsBeforeStart),
            Some(length) if length > LONGEST => Err(ProgrammeError::SlotTooLong),
            Some(_) if placed.is_some_and(|span| self.is_far_off(&span)) => Err(ProgrammeError::FarOff),
            _ if new.kind == slot::Kind::Session => Ok(()),
            _ => Ok(congress::rules::check_name(&new.title)?),
        }
    }

    fn is_far_off(&self, span: &Span) -> bool {
        let own = &self.draft.plan.days;
        let (first, last) = (own.iter().map(|day| day.from).min(), own.iter().map(|day| day.until).max());
        first.is_some_and(|first| first - span.from > FURTHEST) || last.is_some_and(|last| span.until - last > FURTHEST)
    }

    /// Puts something as it is wanted, and says so; `undoes`: an event that is taken back with it.
    pub(super) async fn put(
        self,
        actor: &Actor,
        subject: Subject,
        new: Standing,
        undoes: Option<Uuid>,
    ) -> Result<Done, ProgrammeError> {
        self.check(&new)?;
        let (id, old) = match &subject {
            Subject::Row(row) => (row.id, Some(Standing::from(&**row))),
            Subject::Session(session) => (*session, Some(Standing::parked(*session))),
            Subject::New(id) => (*id, None),
        };
        if old.as_ref() == Some(&new) {
            self.tx.rollback().await?;
            return Ok(Done { slot: id, unchanged: true, warnings: vec![], kept: 0 });
        }
        let warnings = self.judge(id, old.as_ref(), &new)?;
        let slot = self.lay(actor, &subject, old.as_ref(), &new, undoes).await?;
        self.tx.commit().await?;
        let own = |clash: Clash| Clash {
            slot: if clash.slot == id { slot } else { clash.slot },
            other: clash.other.map(|other| if other == id { slot } else { other }),
            ..clash
        };
        Ok(Done { slot, unchanged: false, warnings: warnings.into_iter().map(own).collect(), kept: 0 })
    }

    /// Writes what was looked at, and says so.
    pub(in crate::service) async fn lay(
        &self,
        actor: &Actor,
        subject: &Subject,
        old: Option<&Standing>,
        new: &Standing,
        undoes: Option<Uuid>,
    ) -> Result<Uuid, ProgrammeError> {
        let slot = self.write(subject, new).await?;
        let what = SlotChange::between(old, new, undoes.is_some());
        let detail = self.detail(old, new, undoes);
        record(&self.tx, actor, Event::Slot { congress: self.congress, slot, what, detail }).await?;
        Ok(slot)
    }

    /// Refuses what blocks and was not wrong in just that way before. What is wrong and does not block.
    fn judge(&self, id: Uuid, old: Option<&Standing>, new: &Standing) -> Result<Vec<Clash>, ProgrammeError> {
        if old.is_some_and(|old| (old.room, old.span(), old.removed) == (new.room, new.span(), new.removed)) {
            return Ok(vec![]);
        }
        let clashes = |standing: &Standing| {
            let there = Some(standing).filter(|standing| !standing.removed);
            there.map(|one| clashes_of(&self.draft.plan, &self.draft.settings, &one.plan(id))).unwrap_or_default()
        };
        let (before, after) = (old.map(clashes).unwrap_or_default(), clashes(new));
        let (block, warn): (Vec<_>, Vec<_>) = after.into_iter().partition(|clash| clash.severity == Severity::Block);
        let fresh: Vec<Clash> = block.iter().filter(|c| !before.iter().any(|b| alike(b, c))).copied().collect();
        if fresh.is_empty() { Ok(block.into_iter().chain(warn).collect()) } else { Err(ProgrammeError::Blocked(fresh)) }
    }

    async fn write(&self, subject: &Subject, new: &Standing) -> Result<Uuid, DbErr> {
        let number = || draft::number(&self.tx, self.congress);
        let slot = match subject {
            Subject::Row(row) => self.update(row, new).await?,
            Subject::Session(_) => self.insert(self.tx.id(), new, number().await?).await?,
            Subject::New(id) => self.insert(*id, new, number().await?).await?,
        };
        draft::raise(&self.tx, self.congress).await?;
        Ok(slot)
    }

    pub(super) async fn update(&self, row: &slot::Model, new: &Standing) -> Result<Uuid, DbErr> {
        let now = self.tx.now();
        let update = slot::ActiveModel {
            title: Set(new.title.clone().into()),
            room_id: Set(new.room),
            starts_at: Set(new.starts_at),
            ends_at: Set(new.ends_at),
            pinned: Set(new.pinned),
            removed_at: Set(new.removed.then(|| row.removed_at.unwrap_or(now))),
            version: Set(row.version.saturating_add(1)),
            changed_at: Set(now),
            ..Default::default()
        };
        slot::Entity::update_many().set(update).filter(slot::Column::Id.eq(row.id)).exec(&*self.tx).await?;
        Ok(row.id)
    }

    /// A row with a guid and a number that no other has, for ever.
    pub(super) async fn insert(&self, id: Uuid, new: &Standing, number: i32) -> Result<Uuid, DbErr> {
        let now = self.tx.now();
        let row = slot::Model {
            id,
            congress_id: self.congress,
            kind: new.kind,
            session_id: new.session,
            title: new.title.clone().into(),
            room_id: new.room,
            starts_at: new.starts_at,
            ends_at: new.ends_at,
            guid: self.tx.chance().opaque_id(),
            number,
            source_guid: String::new(),
            source_id: String::new(),
            origin: None,
            removed_at: None,
            pinned: new.pinned,
            version: 1,
            created_at: now,
            changed_at: now,
        };
        slot::Entity::insert(slot::ActiveModel::from(row)).exec_without_returning(&*self.tx).await?;
        Ok(id)
    }

    /// Before and after, for undoing; and the same in words that people know.
    pub(super) fn detail(&self, old: Option<&Standing>, new: &Standing, undoes: Option<Uuid>) -> Value {
        let session = new.session.and_then(|id| self.draft.sessions.get(&id));
        let title = session.map_or(&new.title, |session| &session.title).in_language(Language::De);
        let known = |standing: Option<&Standing>| {
            standing.map_or_else(
                || json!({}),
                |standing| {
                    let room = standing.room.and_then(|id| self.draft.rooms.iter().find(|row| row.id == id));
                    let room: Option<&Text> = room.map(|row| &row.name.0);
                    json!({
                        "room": room, "starts_at": standing.starts_at, "ends_at": standing.ends_at,
                        "title": standing.title, "pinned": standing.pinned,
                    })
                },
            )
        };
        let changed = event::changes(&known(old), &known(Some(new)));
        json!({ "slug": title, "was": old, "is": new, "undoes": undoes, "changed": changed })
    }
}

/// Whether two are wrong in the same way.
pub(in crate::service) fn alike(a: &Clash, b: &Clash) -> bool {
    let pair = |clash: &Clash| HashSet::from([clash.slot, clash.other.unwrap_or_default()]);
    a.what.kind() == b.what.kind() && pair(a) == pair(b)
}

impl Standing {
    /// A session that has no slot.
    pub(in crate::service) fn parked(session: Uuid) -> Self {
        Self {
            kind: slot::Kind::Session,
            session: Some(session),
            title: Text::default(),
            room: None,
            starts_at: None,
            ends_at: None,
            pinned: false,
            removed: false,
        }
    }

    fn plan(&self, id: Uuid) -> Slot {
        let content = match (self.kind, self.session) {
            (slot::Kind::Session, Some(session)) => Content::Session(session),
            (slot::Kind::Break, _) => Content::Break,
            (slot::Kind::Session | slot::Kind::Blocker, _) => Content::Blocker,
        };
        Slot { id, content, room: self.room, span: self.span(), pinned: self.pinned }
    }
}
