//! What is to be written: rows that are new or others, and how many of each kind.

use super::Report;
use super::people::People;
use super::there::There;
use crate::entity::programme::{CHANGEOVER_MINUTES, DAY_CHANGE_MINUTES, GRID_MINUTES, WALK_MINUTES};
use crate::entity::{programme, session, session_link, session_speaker, session_type, slot, speaker};
use crate::exchange::origin::Layout;
use base::Uuid;
use congress::entity::{room, track};
use sea_orm::sea_query::OnConflict;
use sea_orm::{EntityTrait, Iden, IntoActiveModel, Iterable};
use serde_json::Value;
use std::collections::HashSet;
use store::{DbErr, Tx};

/// So many rows a statement.
pub(super) const CHUNK: usize = 1_000;

/// How many there are of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub added: usize,
    pub changed: usize,
    pub unchanged: usize,
    /// The file does not speak of them any more.
    pub removed: usize,
}

impl Count {
    pub fn is_unchanged(&self) -> bool {
        self.added + self.changed + self.removed == 0
    }
}

/// Rows of one kind.
pub(super) struct Rows<M> {
    pub(super) write: Vec<M>,
    pub(super) count: Count,
}

impl<M> Default for Rows<M> {
    fn default() -> Self {
        Self { write: vec![], count: Count::default() }
    }
}

impl<M: PartialEq> Rows<M> {
    /// Keeps what is as it was, and writes what is new or another, the latter `touched`.
    pub(super) fn put(&mut self, old: Option<&M>, mut new: M, touched: impl FnOnce(&mut M)) {
        match old {
            Some(old) if *old == new => self.count.unchanged += 1,
            Some(_) => {
                touched(&mut new);
                self.count.changed += 1;
                self.write.push(new);
            }
            None => {
                self.count.added += 1;
                self.write.push(new);
            }
        }
    }
}

/// What one import does.
pub(super) struct Work<'t> {
    pub(super) tx: &'t Tx,
    pub(super) congress: Uuid,
    pub(super) there: &'t There,
    pub(super) rooms: Rows<room::Model>,
    pub(super) tracks: Rows<track::Model>,
    pub(super) kinds: Rows<session_type::Model>,
    pub(super) speakers: Rows<speaker::Model>,
    pub(super) sessions: Rows<session::Model>,
    pub(super) slots: Rows<slot::Model>,
    pub(super) links: Vec<session_link::Model>,
    pub(super) parts: Vec<session_speaker::Model>,
    /// Sessions whose links are written anew.
    pub(super) relinked: Vec<Uuid>,
    /// Sessions whose speakers are written anew.
    pub(super) restaffed: Vec<Uuid>,
    pub(super) next_number: i32,
    pub(super) programme: Option<programme::Model>,
}

impl<'t> Work<'t> {
    pub(super) fn new(tx: &'t Tx, congress: Uuid, there: &'t There) -> Self {
        Self {
            tx,
            congress,
            there,
            rooms: Rows::default(),
            tracks: Rows::default(),
            kinds: Rows::default(),
            speakers: Rows::default(),
            sessions: Rows::default(),
            slots: Rows::default(),
            links: vec![],
            parts: vec![],
            relinked: vec![],
            restaffed: vec![],
            next_number: there.programme.as_ref().map_or(1, |programme| programme.next_number),
            programme: None,
        }
    }

    /// Says what the file said of the programme as a whole. Whether anything at all differs.
    pub(super) fn programme(&mut self, origin: Option<Value>, night: Option<i32>) -> bool {
        let rows = [
            self.rooms.write.len(),
            self.tracks.write.len(),
            self.kinds.write.len(),
            self.speakers.write.len(),
            self.sessions.write.len(),
            self.slots.write.len(),
            self.relinked.len(),
            self.restaffed.len(),
        ];
        let old = self.there.programme.as_ref();
        if rows.iter().all(|n| *n == 0) && old.is_some_and(|old| old.origin == origin) {
            return false;
        }
        self.programme = Some(programme::Model {
            id: old.map_or_else(|| self.tx.id(), |old| old.id),
            congress_id: self.congress,
            draft: old.map_or(1, |old| old.draft + 1),
            next_number: self.next_number,
            day_change_minutes: night.or(old.map(|old| old.day_change_minutes)).unwrap_or(DAY_CHANGE_MINUTES),
            grid_minutes: old.map_or(GRID_MINUTES, |old| old.grid_minutes),
            origin,
            changeover_minutes: old.map_or(CHANGEOVER_MINUTES, |old| old.changeover_minutes),
            walk_minutes: old.map_or(WALK_MINUTES, |old| old.walk_minutes),
        });
        true
    }

    /// Counts, and what the draft does not hold any more.
    pub(super) fn report(&self, people: &People, (rooms, tracks): (&[Uuid], &[Uuid]), before: &Layout) -> Report {
        let mut report = Report {
            sessions: self.sessions.count,
            slots: self.slots.count,
            speakers: self.speakers.count,
            rooms: self.rooms.count,
            tracks: self.tracks.count,
            ..Report::default()
        };
        let gone = |before: &[Uuid], now: &[Uuid]| {
            let now: HashSet<&Uuid> = now.iter().collect();
            before.iter().collect::<HashSet<_>>().into_iter().filter(|id| !now.contains(id)).count()
        };
        let spoke = self.there.live().filter_map(|slot| self.there.parts.get(&slot.session_id?));
        let spoke: Vec<Uuid> = spoke.flatten().map(|part| part.speaker_id).collect();
        report.speakers.removed = gone(&spoke, &people.ids);
        report.rooms.removed = gone(&before.rooms, rooms);
        report.tracks.removed = gone(&before.tracks, tracks);
        report
    }
}

impl There {
    /// Slots of the draft that came with a file.
    pub(super) fn live(&self) -> impl Iterator<Item = &slot::Model> {
        self.slots.iter().filter(|slot| slot.origin.is_some() && slot.removed_at.is_none())
    }
}

/// Writes rows that are new, and over those that are there.
pub(super) async fn upsert<E>(tx: &Tx, rows: Vec<E::Model>) -> Result<(), DbErr>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
{
    let mut rows = rows.into_iter().map(IntoActiveModel::into_active_model).peekable();
    let columns: Vec<E::Column> = E::Column::iter().filter(|column| column.unquoted() != "id").collect();
    while rows.peek().is_some() {
        let part: Vec<E::ActiveModel> = rows.by_ref().take(CHUNK).collect();
        let there = OnConflict::columns(E::Column::iter().filter(|column| column.unquoted() == "id"))
            .update_columns(columns.iter().copied())
            .to_owned();
        E::insert_many(part).on_conflict(there).exec_without_returning(&**tx).await?;
    }
    Ok(())
}
