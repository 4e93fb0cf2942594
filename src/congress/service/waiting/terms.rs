//! On which terms one waits.

use crate::entity::waiting_terms::{ActiveModel, Column, Entity, Model};
use crate::event::waiting::{Waiting, What};
use crate::rules::waiting::MOST;
use crate::service::congress::raise_revision;
use crate::{CongressError, query};
use base::{Actor, Uuid};
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use serde::Serialize;
use serde_json::json;
use store::event::changes;
use store::{Store, Tx, is_duplicate, record};
use web::form::{Seen, Stale};

/// The terms as organisers set them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Terms {
    /// One can join, and what comes free is offered. Off, offers that stand go on standing, nobody loses their place, and
    /// what comes free is sold.
    pub open: bool,
    /// How long an offer stands.
    pub hours: i32,
    /// So many days before the congress nothing is offered any more.
    pub stop_days: i32,
    /// How many places one can wait for together.
    pub most: i32,
}

impl Default for Terms {
    fn default() -> Self {
        Self { open: false, hours: 48, stop_days: 2, most: 10 }
    }
}

impl From<&Model> for Terms {
    fn from(row: &Model) -> Self {
        Self { open: row.open, hours: row.hours, stop_days: row.stop_days, most: row.most }
    }
}

impl Terms {
    fn check(&self) -> Result<(), CongressError> {
        let within =
            (1..=336).contains(&self.hours) && (0..=90).contains(&self.stop_days) && (1..=MOST).contains(&self.most);
        if within { Ok(()) } else { Err(CongressError::WaitingTerms) }
    }
}

/// Holds the list until the transaction ends: whoever changes it comes one after the other. None: there never was one.
pub async fn hold(tx: &Tx, congress: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find().filter(Column::CongressId.eq(congress)).lock_exclusive().one(&**tx).await
}

/// Sets the terms. Offers that stand keep their time.
pub async fn set(store: &Store, actor: &Actor, congress: Uuid, new: Terms, seen: &Seen) -> Result<(), CongressError> {
    let tx = store.begin().await?;
    set_in(&tx, actor, congress, new, Some(seen)).await?;
    Ok(tx.commit().await?)
}

/// The same within the caller's transaction; without `seen`, whatever stands there.
pub async fn set_in(
    tx: &Tx,
    actor: &Actor,
    congress: Uuid,
    new: Terms,
    seen: Option<&Seen>,
) -> Result<(), CongressError> {
    new.check()?;
    raise_revision(tx, congress).await?;
    let row = hold(tx, congress).await?;
    let old = row.as_ref().map(Terms::from);
    if old == Some(new) {
        return Ok(());
    }
    if let Some(seen) = seen {
        seen.check(&old.unwrap_or_default())?;
    }
    let write = ActiveModel {
        open: Set(new.open),
        hours: Set(new.hours),
        stop_days: Set(new.stop_days),
        most: Set(new.most),
        changed_at: Set(tx.now()),
        ..Default::default()
    };
    match row {
        Some(row) => {
            Entity::update_many().set(write).filter(Column::Id.eq(row.id)).exec(&**tx).await?;
        }
        None => {
            let row = ActiveModel { id: Set(tx.id()), congress_id: Set(congress), ..write };
            match Entity::insert(row).exec_without_returning(&**tx).await {
                Err(e) if is_duplicate(&e) => return Err(Stale.into()),
                done => done?,
            };
        }
    }
    let changed = match &old {
        Some(old) => changes(old, &new),
        None => changes(&json!({}), &new),
    };
    Ok(record(tx, actor, Waiting { congress, entry: congress, what: What::TermsSet { changed } }).await?)
}

/// The terms as they are.
pub async fn terms(conn: &store::Conn, congress: Uuid) -> Result<Terms, DbErr> {
    Ok(query::waiting::terms(conn, congress).await?.as_ref().map(Terms::from).unwrap_or_default())
}
