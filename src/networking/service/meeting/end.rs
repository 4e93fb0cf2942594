//! Meetings that end without either having said so: by a block, a withdrawal, a ticket given back, their time.

use super::{agreed, free_up, inform, of_both, settle};
use crate::NetworkingError;
use crate::entity::{meeting, meeting_absence, meeting_offer, profile};
use crate::load::{are_here, taking_part};
use crate::mail::meeting::What;
use crate::service::interest::hold_both;
use base::{Time, Uuid};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect};
use store::{Store, Tx};

/// One has blocked the other: they do not meet, and what was proposed is over.
pub(in crate::service) async fn part(tx: &Tx, one: Uuid, other: Uuid) -> Result<(), NetworkingError> {
    let alive = meeting::Column::State.is_in([meeting::State::Proposed, meeting::State::Agreed]);
    let which = || Condition::all().add(of_both(one, other)).add(alive.clone());
    let found = meeting::Entity::find().filter(which()).all(&**tx).await?;
    for row in &found {
        for id in [one, other] {
            over(tx, row, id).await?;
        }
    }
    free_up(tx, &found.iter().map(|row| row.id).collect::<Vec<_>>()).await?;
    settle(tx, which(), meeting::State::Cancelled).await?;
    Ok(())
}

/// Tells one of the two that what was agreed does not take place, and not why.
async fn over(tx: &Tx, row: &meeting::Model, to: Uuid) -> Result<(), NetworkingError> {
    let Some(at) = agreed(tx, row.id).await?.filter(|(slot, _)| slot.ends_at > tx.now()) else { return Ok(()) };
    let Some(to) = profile::Entity::find().filter(profile::Column::Id.eq(to)).one(&**tx).await? else { return Ok(()) };
    inform(tx, row, (&to, None), (What::Over, Some(&at))).await
}

/// Somebody leaves the directory: with them go their meetings, tables and the others' seats are free again, and the others are
/// told.
pub(in crate::service) async fn leave(tx: &Tx, profile: Uuid) -> Result<(), NetworkingError> {
    let theirs = Condition::any().add(meeting::Column::FromId.eq(profile)).add(meeting::Column::ToId.eq(profile));
    let found = meeting::Entity::find().filter(theirs).all(&**tx).await?;
    for row in &found {
        over(tx, row, if row.from_id == profile { row.to_id } else { row.from_id }).await?;
    }
    let ids: Vec<Uuid> = found.into_iter().map(|row| row.id).collect();
    free_up(tx, &ids).await?;
    let of_these = meeting_offer::Column::MeetingId.is_in(ids.iter().copied());
    meeting_offer::Entity::delete_many().filter(of_these).exec(&**tx).await?;
    meeting::Entity::delete_many().filter(meeting::Column::Id.is_in(ids)).exec(&**tx).await?;
    meeting_absence::Entity::delete_many().filter(meeting_absence::Column::ProfileId.eq(profile)).exec(&**tx).await?;
    Ok(())
}

/// Meetings of those who do not take part any more are off: the other one is told, and the table is free.
pub(in crate::service) async fn end_absent(store: &Store) -> Result<u64, NetworkingError> {
    let alive = meeting::Column::State.is_in([meeting::State::Proposed, meeting::State::Agreed]);
    let congresses = meeting::Entity::find().select_only().column(meeting::Column::CongressId).distinct();
    let congresses: Vec<Uuid> = congresses.filter(alive.clone()).into_tuple().all(store.read()).await?;
    let mut ended = 0;
    for congress in congresses {
        let away = Condition::any()
            .add(meeting::Column::FromId.not_in_subquery(taking_part(congress)))
            .add(meeting::Column::ToId.not_in_subquery(taking_part(congress)));
        let of = meeting::Entity::find().filter(meeting::Column::CongressId.eq(congress)).filter(alive.clone());
        for found in of.filter(away).all(store.read()).await? {
            ended += u64::from(end_one(store, &found).await?);
        }
    }
    Ok(ended)
}

async fn end_one(store: &Store, found: &meeting::Model) -> Result<bool, NetworkingError> {
    let tx = store.begin().await?;
    hold_both(&tx, found.from_id, found.to_id).await?;
    let row = meeting::Entity::find().filter(meeting::Column::Id.eq(found.id)).one(&*tx).await?;
    let alive = |row: &meeting::Model| matches!(row.state, meeting::State::Proposed | meeting::State::Agreed);
    let Some(row) = row.filter(alive) else { return Ok(false) };
    for id in [row.from_id, row.to_id] {
        if are_here(&tx, row.congress_id, &[id]).await? {
            over(&tx, &row, id).await?;
        }
    }
    free_up(&tx, &[row.id]).await?;
    settle(&tx, Condition::all().add(meeting::Column::Id.eq(row.id)), meeting::State::Cancelled).await?;
    tx.commit().await?;
    Ok(true)
}

/// Proposals that nobody answered in time are over.
pub(in crate::service) async fn expire(tx: &Tx, now: Time) -> Result<u64, NetworkingError> {
    let over = Condition::all()
        .add(meeting::Column::State.eq(meeting::State::Proposed))
        .add(meeting::Column::ExpiresAt.lte(now));
    settle(tx, over, meeting::State::Expired).await
}
