//! Whether a session takes place.

use super::one;
use crate::entity::session::{self, ActiveModel};
use crate::service::draft;
use crate::{Event, ProgrammeError};
use base::{Actor, Uuid};
use congress::service::congress::{hold, raise_revision};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use store::{Store, Tx, record};

/// The longest reason.
pub const MAX_REASON: usize = 500;

/// Says that a session takes place, or that this is open again. Releases hold what is confirmed, from the next one on. What
/// is so already changes nothing.
pub async fn confirm(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    confirmed: bool,
) -> Result<(), ProgrammeError> {
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    confirm_in(&tx, actor, congress, id, confirmed).await?;
    Ok(tx.commit().await?)
}

/// The same in a transaction that holds the congress.
pub(in crate::service) async fn confirm_in(
    tx: &Tx,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    confirmed: bool,
) -> Result<(), ProgrammeError> {
    let row = one(tx, congress, id).await?.ok_or(ProgrammeError::Unknown)?;
    if row.confirmed_at.is_some() == confirmed {
        return Ok(());
    }
    let update = ActiveModel { confirmed_at: Set(confirmed.then(|| tx.now())), ..Default::default() };
    settle(tx, actor, (congress, id), update, Event::Confirmed { congress, session: id, confirmed }).await
}

/// Cancels a session: it leaves the next release, its place in the draft stays, and its page says so. One that is cancelled
/// already stays so.
pub async fn cancel(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    reason: &str,
) -> Result<(), ProgrammeError> {
    set(store, actor, (congress, id), reason, true).await
}

/// Takes the cancellation back: it is in the next release again. One that takes place already stays so.
pub async fn restore(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    reason: &str,
) -> Result<(), ProgrammeError> {
    set(store, actor, (congress, id), reason, false).await
}

async fn set(
    store: &Store,
    actor: &Actor,
    (congress, id): (Uuid, Uuid),
    reason: &str,
    cancelled: bool,
) -> Result<(), ProgrammeError> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(ProgrammeError::ReasonMissing);
    }
    if reason.chars().count() > MAX_REASON {
        return Err(ProgrammeError::ReasonLong);
    }
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let row = one(&tx, congress, id).await?.ok_or(ProgrammeError::Unknown)?;
    if row.cancelled_at.is_some() == cancelled {
        return Ok(tx.commit().await?);
    }
    let update =
        ActiveModel { cancelled_at: Set(cancelled.then(|| tx.now())), turns: Set(row.turns + 1), ..Default::default() };
    let reason = reason.to_owned();
    let event = if cancelled {
        Event::Cancelled { congress, session: id, reason }
    } else {
        Event::Restored { congress, session: id, reason }
    };
    settle(&tx, actor, (congress, id), update, event).await?;
    Ok(tx.commit().await?)
}

async fn settle(
    tx: &Tx,
    actor: &Actor,
    (congress, id): (Uuid, Uuid),
    update: ActiveModel,
    event: Event,
) -> Result<(), ProgrammeError> {
    let update = ActiveModel { changed_at: Set(tx.now()), ..update };
    session::Entity::update_many().set(update).filter(session::Column::Id.eq(id)).exec(&**tx).await?;
    draft::raise(tx, congress).await?;
    raise_revision(tx, congress).await?;
    Ok(record(tx, actor, event).await?)
}
