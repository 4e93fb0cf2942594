//! When reviewers may what.

use super::named;
use crate::entity::review_phase::{ActiveModel, Column, Entity, Model, Others};
use crate::{ReviewError, ReviewEvent};
use base::{Actor, Text, Time, Uuid};
use congress::service::congress::hold;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use serde_json::json;
use store::event::changes;
use store::{DbErr, Store, Tx, record};
use web::form::Seen;

/// What is said of a phase.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Phase {
    pub name: Text,
    pub starts_at: Time,
    pub ends_at: Time,
    /// Reviews can be written and changed.
    pub review: bool,
    /// Only of what was given to each.
    pub assigned_only: bool,
    /// Who handed in is seen.
    pub names: bool,
    pub others: Others,
    /// Who wrote the others' reviews is seen.
    pub reviewers: bool,
}

impl From<&Model> for Phase {
    fn from(row: &Model) -> Self {
        Self {
            name: row.name.0.clone(),
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            review: row.review,
            assigned_only: row.assigned_only,
            names: row.names,
            others: row.others,
            reviewers: row.reviewers,
        }
    }
}

impl Phase {
    fn check(&self) -> Result<(), ReviewError> {
        named(&self.name)?;
        if self.starts_at < self.ends_at { Ok(()) } else { Err(ReviewError::PhaseBackwards) }
    }

    fn values(self) -> ActiveModel {
        ActiveModel {
            name: Set(self.name.into()),
            starts_at: Set(self.starts_at),
            ends_at: Set(self.ends_at),
            review: Set(self.review),
            assigned_only: Set(self.assigned_only),
            names: Set(self.names),
            others: Set(self.others),
            reviewers: Set(self.reviewers),
            ..Default::default()
        }
    }
}

/// Adds a phase. If one with this `id` is there already, nothing changes: the form was sent twice.
pub async fn add(store: &Store, actor: &Actor, congress: Uuid, id: Uuid, new: Phase) -> Result<(), ReviewError> {
    new.check()?;
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    if one(&tx, congress, id).await?.is_some() {
        return Ok(tx.rollback().await?);
    }
    let changed = changes(&json!({}), &new);
    let row = ActiveModel { id: Set(id), congress_id: Set(congress), ..new.values() };
    Entity::insert(row).exec_without_returning(&*tx).await?;
    record(&tx, actor, ReviewEvent::PhaseAdded { congress, phase: id, changed }).await?;
    Ok(tx.commit().await?)
}

/// Changes a phase as somebody saw it.
pub async fn change(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    new: Phase,
    seen: &Seen,
) -> Result<(), ReviewError> {
    new.check()?;
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let row = one(&tx, congress, id).await?.ok_or(ReviewError::Unknown)?;
    let old = Phase::from(&row);
    if old == new {
        return Ok(tx.commit().await?);
    }
    seen.check(&old)?;
    let changed = changes(&old, &new);
    Entity::update_many().set(new.values()).filter(Column::Id.eq(id)).exec(&*tx).await?;
    record(&tx, actor, ReviewEvent::PhaseChanged { congress, phase: id, changed }).await?;
    Ok(tx.commit().await?)
}

/// Removes a phase. One that is gone is gone: that is no error. Reviews stay.
pub async fn remove(store: &Store, actor: &Actor, congress: Uuid, id: Uuid) -> Result<(), ReviewError> {
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let Some(row) = one(&tx, congress, id).await? else { return Ok(tx.commit().await?) };
    Entity::delete_many().filter(Column::Id.eq(id)).exec(&*tx).await?;
    let changed = changes(&Phase::from(&row), &json!({}));
    record(&tx, actor, ReviewEvent::PhaseRemoved { congress, phase: id, changed }).await?;
    Ok(tx.commit().await?)
}

async fn one(tx: &Tx, congress: Uuid, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find().filter(Column::Id.eq(id)).filter(Column::CongressId.eq(congress)).one(&**tx).await
}
