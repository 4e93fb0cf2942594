//! Many slots placed at once, as they were proposed, and taken back as one.

use super::hold::Held;
use super::{Done, Standing};
use crate::entity::slot;
use crate::event::SlotChange;
use crate::rules::clash::{Clash, Severity, clashes};
use crate::rules::plan::Span;
use crate::service::draft;
use crate::{Event, ProgrammeError};
use base::{Actor, Time, Uuid};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use store::{DbErr, Store, event};
use web::form::Stale;

/// A place for what is parked: a slot, or a session that has none, by its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    pub slot: Uuid,
    pub room: Uuid,
    pub starts_at: Time,
    pub ends_at: Time,
}

impl Spot {
    pub fn span(&self) -> Span {
        Span::new(self.starts_at, self.ends_at)
    }

    fn is(&self, standing: &Standing) -> bool {
        (standing.room, standing.span(), standing.removed) == (Some(self.room), Some(self.span()), false)
    }
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    pub n: usize,
    /// They stood so already: the form was sent twice.
    pub unchanged: bool,
    /// What warns about them.
    pub warnings: usize,
}

/// Places what is parked, all of it or nothing. `seen`: the draft that the places were proposed for; if it is another by
/// now, or something has a place meanwhile, nothing is done ([`Stale`]), unless everything stands already as it should: the
/// form was sent twice. What blocks by now is refused too.
pub async fn apply(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    seen: i64,
    seed: u64,
    spots: &[Spot],
) -> Result<Placed, ProgrammeError> {
    let held = Held::new(store, congress).await?;
    if held.draft.frame.draft != seen {
        let there = spots.iter().all(|spot| held.stands(spot));
        held.tx.rollback().await?;
        return if there {
            Ok(Placed { n: spots.len(), unchanged: true, warnings: 0 })
        } else {
            Err(ProgrammeError::Stale(Stale))
        };
    }
    let warnings = held.judge_all(spots)?;
    let placed = held.place_all(actor, spots).await?;
    let n = placed.len();
    let all = Event::Placed { congress, seed, spots: placed };
    event::record(&held.tx, actor, all).await?;
    held.tx.commit().await?;
    Ok(Placed { n, unchanged: false, warnings })
}

/// Parks again what an event placed, as far as it stands where that put it; whoever moved or pinned something since is not
/// overwritten.
pub(super) async fn take_back(held: Held, actor: &Actor, undoes: Uuid, spots: &[Spot]) -> Result<Done, ProgrammeError> {
    let rows = held.rows(&spots.iter().map(|spot| spot.slot).collect::<Vec<_>>()).await?;
    let own = |spot: &Spot| rows.get(&spot.slot).filter(|row| spot.is(&Standing::from(*row)) && !row.pinned);
    let back: Vec<&slot::Model> = spots.iter().filter_map(own).collect();
    let slot = spots.first().map_or(undoes, |spot| spot.slot);
    let Some(first) = back.first() else {
        let moved = spots.iter().filter_map(|spot| rows.get(&spot.slot)).find(|row| row.starts_at.is_some());
        return match moved {
            Some(row) => Err(held.moved(row).await?),
            // Sent twice.
            None => {
                held.tx.rollback().await?;
                Ok(Done { slot, unchanged: true, warnings: vec![], kept: 0 })
            }
        };
    };
    let (slot, kept) = (first.id, spots.len() - back.len());
    let mut events = vec![];
    for row in &back {
        let was = Standing::from(*row);
        let is = was.clone().at(None, None);
        held.update(row, &is).await?;
        events.push(held.part(row.id, SlotChange::Unplaced, &was, &is));
    }
    draft::raise(&held.tx, held.congress).await?;
    events.push(Event::Unplaced { congress: held.congress, undoes, n: back.len() });
    event::record_all(&held.tx, actor, events).await?;
    held.tx.commit().await?;
    Ok(Done { slot, unchanged: false, warnings: vec![], kept })
}

impl Held {
    /// Whether something has this place already.
    fn stands(&self, spot: &Spot) -> bool {
        let own = |id: Uuid, session: Option<Uuid>| id == spot.slot || session == Some(spot.slot);
        let mut slots = self.draft.slots.iter().filter(|slot| own(slot.id, slot.session));
        slots.any(|slot| slot.room == Some(spot.room) && slot.span == Some(spot.span()))
    }

    /// Each is parked, not pinned, takes place, and can stand there; nothing that blocks comes of it. How many warnings do.
    fn judge_all(&self, spots: &[Spot]) -> Result<usize, ProgrammeError> {
        let places: HashMap<Uuid, &Spot> = spots.iter().map(|spot| (spot.slot, spot)).collect();
        if places.len() < spots.len() {
            return Err(ProgrammeError::Stale(Stale));
        }
        let mut plan = self.draft.plan.clone();
        let mut found = 0;
        for slot in &mut plan.slots {
            let Some(spot) = places.get(&slot.id) else { continue };
            let session = self.draft.slot(slot.id).and_then(|view| view.session);
            let Some(session) = session.filter(|_| slot.span.is_none() && !slot.pinned) else {
                return Err(ProgrammeError::Stale(Stale));
            };
            self.check(&Standing::parked(session).at(Some(spot.room), Some(spot.span())))?;
            (slot.room, slot.span) = (Some(spot.room), Some(spot.span()));
            found += 1;
        }
        if found < spots.len() {
            return Err(ProgrammeError::Stale(Stale));
        }
        let theirs = |clash: &Clash| {
            places.contains_key(&clash.slot) || clash.other.is_some_and(|other| places.contains_key(&other))
        };
        let all = clashes(&plan, &self.draft.settings).into_iter().filter(theirs);
        let (block, warn): (Vec<_>, Vec<_>) = all.partition(|clash| clash.severity == Severity::Block);
        if block.is_empty() { Ok(warn.len()) } else { Err(ProgrammeError::Blocked(block)) }
    }

    /// Writes them all, and an event for each. They come back with the slots that they are now.
    async fn place_all(&self, actor: &Actor, spots: &[Spot]) -> Result<Vec<Spot>, ProgrammeError> {
        let rows = self.rows(&spots.iter().map(|spot| spot.slot).collect::<Vec<_>>()).await?;
        let new = spots.iter().filter(|spot| !rows.contains_key(&spot.slot)).count();
        let numbers = if new > 0 { draft::numbers(&self.tx, self.congress, new).await? } else { vec![] };
        let mut numbers = numbers.into_iter();
        let (mut placed, mut events) = (vec![], vec![]);
        for spot in spots {
            let to = |was: &Standing| was.clone().at(Some(spot.room), Some(spot.span()));
            let (slot, was, is) = match rows.get(&spot.slot) {
                Some(row) => {
                    let was = Standing::from(row);
                    let is = to(&was);
                    self.update(row, &is).await?;
                    (row.id, was, is)
                }
                None => {
                    let number = numbers.next().ok_or(ProgrammeError::UnknownSlot)?;
                    let was = Standing::parked(spot.slot);
                    let is = to(&was);
                    (self.insert(self.tx.id(), &is, number).await?, was, is)
                }
            };
            events.push(self.part(slot, SlotChange::Placed, &was, &is));
            placed.push(Spot { slot, ..*spot });
        }
        draft::raise(&self.tx, self.congress).await?;
        event::record_all(&self.tx, actor, events).await?;
        Ok(placed)
    }

    async fn rows(&self, ids: &[Uuid]) -> Result<HashMap<Uuid, slot::Model>, DbErr> {
        let ids: HashSet<Uuid> = ids.iter().copied().collect();
        let find = slot::Entity::find().filter(slot::Column::CongressId.eq(self.congress));
        let rows = find.filter(slot::Column::Id.is_in(ids)).all(&*self.tx).await?;
        Ok(rows.into_iter().map(|row| (row.id, row)).collect())
    }

    /// One of many, which are told as one.
    fn part(&self, slot: Uuid, what: SlotChange, was: &Standing, is: &Standing) -> Event {
        let mut detail = self.detail(Some(was), is, None);
        detail["part"] = true.into();
        Event::Slot { congress: self.congress, slot, what, detail }
    }
}
