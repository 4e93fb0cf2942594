//! Marking sessions behind a personal link. No event tells of it: what somebody is interested in is nobody else's, and the
//! log is read by staff.

use crate::ProgrammeError;
use crate::entity::star::{ActiveModel, Column, Entity};
use crate::query::star::{Holder, of_holder};
use base::Uuid;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use std::collections::HashSet;
use store::{Store, Tx};

/// So many sessions can be marked: more than anybody sees in a congress.
pub const MOST: usize = 400;

/// Adds to what is marked, as far as there is room. What is marked already stays, also if two do it at once.
pub async fn add(store: &Store, holder: &Holder, sessions: &[Uuid]) -> Result<(), ProgrammeError> {
    let tx = store.begin().await?;
    add_in(&tx, holder, sessions).await?;
    tx.commit().await?;
    Ok(())
}

async fn add_in(tx: &Tx, holder: &Holder, sessions: &[Uuid]) -> Result<(), ProgrammeError> {
    let mut there: HashSet<Uuid> = of_holder(tx, holder).await?.into_iter().collect();
    let room = MOST.saturating_sub(there.len());
    let new: Vec<Uuid> = sessions.iter().copied().filter(|session| there.insert(*session)).take(room).collect();
    if new.is_empty() {
        return Ok(());
    }
    let rows = new.into_iter().map(|session| ActiveModel {
        id: Set(tx.id()),
        congress_id: Set(holder.congress),
        holder_kind: Set(holder.kind),
        holder_id: Set(holder.id),
        generation: Set(holder.generation),
        session_id: Set(session),
        created_at: Set(tx.now()),
    });
    let same = [Column::HolderKind, Column::HolderId, Column::Generation, Column::SessionId];
    let same = OnConflict::columns(same).do_nothing().to_owned();
    Entity::insert_many(rows).on_conflict(same).exec_without_returning(&**tx).await?;
    Ok(())
}

/// Forgets one. What is not marked stays so.
pub async fn remove(store: &Store, holder: &Holder, session: Uuid) -> Result<(), ProgrammeError> {
    let tx = store.begin().await?;
    Entity::delete_many().filter(holder.condition()).filter(Column::SessionId.eq(session)).exec(&*tx).await?;
    tx.commit().await?;
    Ok(())
}
