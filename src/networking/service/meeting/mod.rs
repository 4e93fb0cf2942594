//! Meetings of two who know each other: proposed, taken, declined, cancelled. A table in a slot, and a person in a slot, are
//! taken by rows that a unique index lets exist once, in the transaction that agrees the meeting.

mod end;

pub(super) use end::{end_absent, expire, leave, part};

use super::interest::hold_both;
use super::{Mail, tell};
use crate::NetworkingError;
use crate::entity::{
    meeting, meeting_absence, meeting_offer, meeting_place, meeting_seat, meeting_slot, meeting_table, profile,
};
use crate::load::{Member, are_here, avoids, standing};
use crate::mail::meeting::{MEETING, PROPOSED, Proposal as ProposalMail, Told, What};
use crate::query::meeting::free;
use crate::rules::slot::MOST_OFFERS;
use crate::rules::term;
use crate::rules::visibility::Viewer;
use base::Uuid;
use chrono::TimeDelta;
use sea_orm::sea_query::{Expr, LockType, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};
use std::collections::BTreeSet;
use store::{Store, Tx};

/// What somebody proposes.
#[derive(Clone, Debug, Default)]
pub struct Proposal {
    pub slots: BTreeSet<Uuid>,
    pub note: String,
}

/// What came of proposing.
#[derive(Clone, Debug, PartialEq)]
pub enum Proposed {
    Waits,
    /// One of the two waits for the other's answer already, or they have agreed a meeting.
    Already,
    /// None or too many slots, or one that is over, taken or, for who proposes, not free. These are free for both.
    Not(Vec<meeting_slot::Model>),
}

/// What came of taking a slot.
#[derive(Clone, Debug, PartialEq)]
pub enum Taken {
    /// At the table with that number.
    Agreed(i32),
    /// Somebody was faster, or one of the two has something else then. These are free for both and were proposed.
    Not(Vec<meeting_slot::Model>),
}

/// Proposes one to three slots to somebody whom one knows. There is one meeting of the two at a time: who has proposed one
/// waits, and who was proposed one answers. Sent twice (`id`), it is one. The answer is awaited until the last of the slots
/// begins.
pub async fn propose(
    store: &Store,
    member: &Member,
    other: &profile::Model,
    (id, new): (Uuid, &Proposal),
) -> Result<Proposed, NetworkingError> {
    if member.id() == other.id || new.note.chars().count() > term::TEXT {
        return Err(NetworkingError::Unknown);
    }
    let tx = store.begin().await?;
    let (own, other) = hold_both(&tx, member.id(), other.id).await?;
    let know = standing(&tx, Some(own.id), other.id).await? == Some(Viewer::Contact);
    if !know || !are_here(&tx, member.congress, &[own.id, other.id]).await? {
        return Err(NetworkingError::Unknown);
    }
    let since = tx.now() - TimeDelta::days(1);
    let today = meeting::Entity::find()
        .filter(meeting::Column::FromId.eq(own.id))
        .filter(meeting::Column::MadeAt.gt(since))
        .count(&*tx)
        .await?;
    if today >= term::INTERESTS_A_DAY {
        return Err(NetworkingError::TooOften);
    }
    if between(&tx, member.congress, (own.id, other.id)).await?.is_some() {
        tx.rollback().await?;
        return Ok(Proposed::Already);
    }
    let wanted = meeting_slot::Entity::find()
        .filter(meeting_slot::Column::CongressId.eq(member.congress))
        .filter(meeting_slot::Column::Id.is_in(new.slots.iter().copied()))
        .filter(meeting_slot::Column::StartsAt.gt(tx.now()))
        .order_by_asc(meeting_slot::Column::StartsAt)
        .lock(LockType::Share)
        .all(&*tx)
        .await?;
    let free = free(&tx, (member.congress, tx.now()), [&own, &other]).await?;
    let suits = wanted.len() == new.slots.len()
        && (1..=MOST_OFFERS).contains(&wanted.len())
        && wanted.iter().all(|slot| free.iter().any(|row| row.id == slot.id));
    let Some(last) = wanted.last().filter(|_| suits) else {
        tx.rollback().await?;
        return Ok(Proposed::Not(free));
    };
    let row = meeting::ActiveModel {
        id: Set(id),
        congress_id: Set(member.congress),
        from_id: Set(own.id),
        to_id: Set(other.id),
        note: Set(new.note.clone()),
        state: Set(meeting::State::Proposed),
        made_at: Set(tx.now()),
        expires_at: Set(last.starts_at),
        changed_at: Set(tx.now()),
    };
    let once = OnConflict::column(meeting::Column::Id).do_nothing().to_owned();
    if meeting::Entity::insert(row).on_conflict(once).exec_without_returning(&*tx).await? == 0 {
        tx.rollback().await?;
        return Ok(Proposed::Already);
    }
    let offers = wanted.iter().map(|slot| meeting_offer::ActiveModel {
        id: Set(tx.id()),
        meeting_id: Set(id),
        slot_id: Set(slot.id),
    });
    meeting_offer::Entity::insert_many(offers).exec_without_returning(&*tx).await?;
    if !avoids(&tx, other.id, own.id).await? {
        let payload = ProposalMail { congress: member.congress, meeting: id, to: other.id, from: own.id };
        let cause = format!("{PROPOSED}:{id}");
        tell(&tx, &other, Mail { congress: member.congress, kind: PROPOSED, cause, payload, bulk: false }).await?;
    }
    tx.commit().await?;
    Ok(Proposed::Waits)
}

/// What there is between two: a proposal that may still be answered, or a meeting that is not over.
async fn between(
    tx: &Tx,
    congress: Uuid,
    (one, other): (Uuid, Uuid),
) -> Result<Option<meeting::Model>, NetworkingError> {
    let to_come = meeting_slot::Entity::find()
        .select_only()
        .column(meeting_slot::Column::Id)
        .filter(meeting_slot::Column::CongressId.eq(congress))
        .filter(meeting_slot::Column::EndsAt.gt(tx.now()))
        .into_query();
    let placed = meeting_place::Entity::find()
        .select_only()
        .column(meeting_place::Column::MeetingId)
        .filter(meeting_place::Column::SlotId.in_subquery(to_come))
        .into_query();
    let open = Condition::all()
        .add(meeting::Column::State.eq(meeting::State::Proposed))
        .add(meeting::Column::ExpiresAt.gt(tx.now()));
    let found = meeting::Entity::find()
        .filter(meeting::Column::CongressId.eq(congress))
        .filter(of_both(one, other))
        .filter(Condition::any().add(open).add(meeting::Column::Id.in_subquery(placed)));
    Ok(found.one(&**tx).await?)
}

fn of_both(one: Uuid, other: Uuid) -> Condition {
    let way =
        |from: Uuid, to: Uuid| Condition::all().add(meeting::Column::FromId.eq(from)).add(meeting::Column::ToId.eq(to));
    Condition::any().add(way(one, other)).add(way(other, one))
}

/// A meeting of somebody, and the other one of the two; both profiles are held, always in the same order.
async fn hold(
    tx: &Tx,
    member: &Member,
    id: Uuid,
) -> Result<(meeting::Model, profile::Model, profile::Model), NetworkingError> {
    let find = || meeting::Entity::find().filter(meeting::Column::Id.eq(id));
    let found = find()
        .filter(meeting::Column::CongressId.eq(member.congress))
        .filter(
            Condition::any().add(meeting::Column::FromId.eq(member.id())).add(meeting::Column::ToId.eq(member.id())),
        )
        .one(&**tx)
        .await?
        .ok_or(NetworkingError::Unknown)?;
    let other = if found.from_id == member.id() { found.to_id } else { found.from_id };
    let (own, other) = hold_both(tx, member.id(), other).await?;
    // As it is now that nobody changes it.
    let found = find().one(&**tx).await?.ok_or(NetworkingError::Unknown)?;
    Ok((found, own, other))
}

/// Takes one of the proposed slots: both get their seats, and the free table with the lowest number. Whoever comes too late is
/// told what of the proposal is left. Taken again, it is as it was.
pub async fn take(store: &Store, member: &Member, (id, slot): (Uuid, Uuid)) -> Result<Taken, NetworkingError> {
    let tx = store.begin().await?;
    let (meeting, own, other) = hold(&tx, member, id).await?;
    if meeting.to_id != member.id() {
        return Err(NetworkingError::Unknown);
    }
    if meeting.state == meeting::State::Agreed {
        let number = agreed(&tx, id).await?.filter(|(at, _)| at.id == slot).map(|(_, number)| number);
        tx.rollback().await?;
        return number.map(Taken::Agreed).ok_or(NetworkingError::Answered);
    }
    let open = meeting.state == meeting::State::Proposed && meeting.expires_at > tx.now();
    if !open || !are_here(&tx, member.congress, &[own.id, other.id]).await? {
        return Err(NetworkingError::Answered);
    }
    let offered: Vec<Uuid> = meeting_offer::Entity::find()
        .filter(meeting_offer::Column::MeetingId.eq(id))
        .all(&*tx)
        .await?
        .into_iter()
        .map(|row| row.slot_id)
        .collect();
    let slot = meeting_slot::Entity::find()
        .filter(meeting_slot::Column::Id.eq(slot))
        .filter(meeting_slot::Column::Id.is_in(offered.iter().copied()))
        .lock(LockType::Share)
        .one(&*tx)
        .await?
        .ok_or(NetworkingError::Unknown)?;
    let mut number = None;
    let free_now = free(&tx, (member.congress, tx.now()), [&own, &other]).await?;
    let is_free = free_now.iter().any(|row| row.id == slot.id);
    if is_free && seat(&tx, (id, slot.id), [own.id, other.id]).await? {
        number = lay(&tx, meeting.congress_id, (id, slot.id)).await?;
    }
    let Some(number) = number else {
        tx.rollback().await?;
        let conn = store.read();
        let mut left = free(conn, (member.congress, store.now()), [&own, &other]).await?;
        left.retain(|row| offered.contains(&row.id));
        return Ok(Taken::Not(left));
    };
    settle(&tx, Condition::all().add(meeting::Column::Id.eq(id)), meeting::State::Agreed).await?;
    let at = Some((slot, number));
    for (to, from) in [(&own, &other), (&other, &own)] {
        inform(&tx, &meeting, (to, Some(from.id)), (What::Agreed, at.as_ref())).await?;
    }
    tx.commit().await?;
    Ok(Taken::Agreed(number))
}

/// Tells one of the two what became of it. What was agreed and is not any more is called off in their calendar.
async fn inform(
    tx: &Tx,
    meeting: &meeting::Model,
    (to, from): (&profile::Model, Option<Uuid>),
    (what, at): (What, Option<&(meeting_slot::Model, i32)>),
) -> Result<(), NetworkingError> {
    let payload = Told {
        congress: meeting.congress_id,
        meeting: meeting.id,
        to: to.id,
        from,
        what,
        starts: at.map(|(slot, _)| slot.starts_at),
        ends: at.map(|(slot, _)| slot.ends_at),
        table: at.map(|(_, number)| *number),
        changed: tx.now(),
    };
    let cause = payload.cause();
    tell(tx, to, Mail { congress: meeting.congress_id, kind: MEETING, cause, payload, bulk: false }).await?;
    Ok(())
}

/// When and where it is agreed.
async fn agreed(tx: &Tx, meeting: Uuid) -> Result<Option<(meeting_slot::Model, i32)>, NetworkingError> {
    let place = meeting_place::Entity::find().filter(meeting_place::Column::MeetingId.eq(meeting)).one(&**tx).await?;
    let Some(place) = place else { return Ok(None) };
    let slot = meeting_slot::Entity::find().filter(meeting_slot::Column::Id.eq(place.slot_id)).one(&**tx).await?;
    let table = meeting_table::Entity::find().filter(meeting_table::Column::Id.eq(place.table_id)).one(&**tx).await?;
    Ok(slot.zip(table.map(|row| row.number)))
}

/// Seats for both; whether nobody of them sits elsewhere then.
async fn seat(tx: &Tx, (meeting, slot): (Uuid, Uuid), mut both: [Uuid; 2]) -> Result<bool, NetworkingError> {
    both.sort();
    for profile in both {
        let row = meeting_seat::ActiveModel {
            id: Set(tx.id()),
            meeting_id: Set(meeting),
            slot_id: Set(slot),
            profile_id: Set(profile),
        };
        let once = OnConflict::columns([meeting_seat::Column::SlotId, meeting_seat::Column::ProfileId])
            .do_nothing()
            .to_owned();
        if meeting_seat::Entity::insert(row).on_conflict(once).exec_without_returning(&**tx).await? == 0 {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The free table with the lowest number. Whoever takes the same one at once waits for it to be settled, and gets the next.
async fn lay(tx: &Tx, congress: Uuid, (meeting, slot): (Uuid, Uuid)) -> Result<Option<i32>, NetworkingError> {
    let taken = meeting_place::Entity::find()
        .select_only()
        .column(meeting_place::Column::TableId)
        .filter(meeting_place::Column::SlotId.eq(slot))
        .into_query();
    let tables = meeting_table::Entity::find()
        .filter(meeting_table::Column::CongressId.eq(congress))
        .filter(meeting_table::Column::Id.not_in_subquery(taken))
        .order_by_asc(meeting_table::Column::Number)
        .lock(LockType::Share)
        .all(&**tx)
        .await?;
    for table in tables {
        let row = meeting_place::ActiveModel {
            id: Set(tx.id()),
            meeting_id: Set(meeting),
            slot_id: Set(slot),
            table_id: Set(table.id),
        };
        let once = OnConflict::columns([meeting_place::Column::SlotId, meeting_place::Column::TableId])
            .do_nothing()
            .to_owned();
        if meeting_place::Entity::insert(row).on_conflict(once).exec_without_returning(&**tx).await? > 0 {
            return Ok(Some(table.number));
        }
    }
    Ok(None)
}

/// Says no to a proposal, which who proposed it is told. Said twice, it is one.
pub async fn decline(store: &Store, member: &Member, id: Uuid) -> Result<(), NetworkingError> {
    let tx = store.begin().await?;
    let (meeting, own, other) = hold(&tx, member, id).await?;
    match meeting.state {
        _ if meeting.to_id != member.id() => Err(NetworkingError::Unknown),
        meeting::State::Declined => Ok(tx.rollback().await?),
        meeting::State::Proposed => {
            settle(&tx, Condition::all().add(meeting::Column::Id.eq(id)), meeting::State::Declined).await?;
            inform(&tx, &meeting, (&other, Some(own.id)), (What::Declined, None)).await?;
            Ok(tx.commit().await?)
        }
        _ => Err(NetworkingError::Answered),
    }
}

/// Either cancels what is agreed and not over, and who proposed takes it back: table and seats are free again at once. Said
/// twice, it is one.
pub async fn cancel(store: &Store, member: &Member, id: Uuid) -> Result<(), NetworkingError> {
    let tx = store.begin().await?;
    let (meeting, own, other) = hold(&tx, member, id).await?;
    match meeting.state {
        meeting::State::Cancelled => return Ok(tx.rollback().await?),
        meeting::State::Agreed => {}
        meeting::State::Proposed if meeting.from_id == member.id() => {}
        _ => return Err(NetworkingError::Answered),
    }
    let at = agreed(&tx, id).await?;
    if at.as_ref().is_some_and(|(slot, _)| slot.ends_at <= tx.now()) {
        return Err(NetworkingError::Answered);
    }
    free_up(&tx, &[id]).await?;
    settle(&tx, Condition::all().add(meeting::Column::Id.eq(id)), meeting::State::Cancelled).await?;
    if at.is_some() {
        for (to, from) in [(&own, &other), (&other, &own)] {
            let what = if to.id == member.id() { What::TakenBack } else { What::Cancelled };
            inform(&tx, &meeting, (to, Some(from.id)), (what, at.as_ref())).await?;
        }
    }
    Ok(tx.commit().await?)
}

/// Says in which slots somebody does not want to meet: these, and no others. What is agreed stays.
pub async fn be_away(store: &Store, member: &Member, slots: &BTreeSet<Uuid>) -> Result<(), NetworkingError> {
    let tx = store.begin().await?;
    profile::Entity::find().filter(profile::Column::Id.eq(member.id())).lock_exclusive().one(&*tx).await?;
    let all =
        meeting_slot::Entity::find().filter(meeting_slot::Column::CongressId.eq(member.congress)).all(&*tx).await?;
    meeting_absence::Entity::delete_many()
        .filter(meeting_absence::Column::ProfileId.eq(member.id()))
        .filter(meeting_absence::Column::SlotId.is_in(all.iter().map(|row| row.id)))
        .exec(&*tx)
        .await?;
    let rows: Vec<_> = all
        .iter()
        .filter(|row| slots.contains(&row.id))
        .map(|row| meeting_absence::ActiveModel {
            id: Set(tx.id()),
            slot_id: Set(row.id),
            profile_id: Set(member.id()),
        })
        .collect();
    if !rows.is_empty() {
        meeting_absence::Entity::insert_many(rows).exec_without_returning(&*tx).await?;
    }
    Ok(tx.commit().await?)
}

async fn settle(tx: &Tx, which: Condition, state: meeting::State) -> Result<u64, NetworkingError> {
    let done = meeting::Entity::update_many()
        .col_expr(meeting::Column::State, Expr::value(state))
        .col_expr(meeting::Column::ChangedAt, Expr::value(tx.now()))
        .filter(which)
        .exec(&**tx)
        .await?;
    Ok(done.rows_affected)
}

/// Gives back what meetings had taken.
async fn free_up(tx: &Tx, meetings: &[Uuid]) -> Result<(), NetworkingError> {
    let these = || meetings.iter().copied();
    meeting_place::Entity::delete_many().filter(meeting_place::Column::MeetingId.is_in(these())).exec(&**tx).await?;
    meeting_seat::Entity::delete_many().filter(meeting_seat::Column::MeetingId.is_in(these())).exec(&**tx).await?;
    Ok(())
}
