//! What is judged.

use super::{LONGEST, fits, named};
use crate::entity::review_criterion::{ActiveModel, Column, Entity, Model};
use crate::{ReviewError, ReviewEvent};
use base::{Actor, Text, Uuid};
use congress::service::congress::hold;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, SqlErr};
use serde::Serialize;
use serde_json::json;
use store::event::changes;
use store::{DbErr, Store, Tx, record};
use web::form::Seen;

/// What is said of a criterion.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Criterion {
    pub name: Text,
    pub hint: Text,
    /// Nought: it is told and does not count.
    pub weight: i32,
    /// The best value; the worst is nought.
    pub most: i32,
    pub position: i32,
}

impl From<&Model> for Criterion {
    fn from(row: &Model) -> Self {
        Self {
            name: row.name.0.clone(),
            hint: row.hint.0.clone(),
            weight: row.weight,
            most: row.most,
            position: row.position,
        }
    }
}

impl Criterion {
    fn check(&self) -> Result<(), ReviewError> {
        named(&self.name)?;
        fits(&self.hint.de, LONGEST)?;
        fits(&self.hint.en, LONGEST)?;
        let sound = (0..=100).contains(&self.weight) && (1..=100).contains(&self.most);
        if sound { Ok(()) } else { Err(ReviewError::Scale) }
    }

    fn values(self) -> ActiveModel {
        ActiveModel {
            name: Set(self.name.into()),
            hint: Set(self.hint.into()),
            weight: Set(self.weight),
            most: Set(self.most),
            position: Set(self.position),
            ..Default::default()
        }
    }
}

/// Adds a criterion. If one with this `id` is there already, nothing changes: the form was sent twice.
pub async fn add(store: &Store, actor: &Actor, congress: Uuid, id: Uuid, new: Criterion) -> Result<(), ReviewError> {
    new.check()?;
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    if one(&tx, congress, id).await?.is_some() {
        return Ok(tx.rollback().await?);
    }
    let changed = changes(&json!({}), &new);
    let row = ActiveModel { id: Set(id), congress_id: Set(congress), ..new.values() };
    Entity::insert(row).exec_without_returning(&*tx).await?;
    record(&tx, actor, ReviewEvent::CriterionAdded { congress, criterion: id, changed }).await?;
    Ok(tx.commit().await?)
}

/// Changes a criterion as somebody saw it. Its scale stays once it was used: values that were given would mean something
/// else.
pub async fn change(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    new: Criterion,
    seen: &Seen,
) -> Result<(), ReviewError> {
    new.check()?;
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let row = one(&tx, congress, id).await?.ok_or(ReviewError::Unknown)?;
    let old = Criterion::from(&row);
    if old == new {
        return Ok(tx.commit().await?);
    }
    seen.check(&old)?;
    if old.most != new.most && is_used(&tx, id).await? {
        return Err(ReviewError::Used);
    }
    let changed = changes(&old, &new);
    Entity::update_many().set(new.values()).filter(Column::Id.eq(id)).exec(&*tx).await?;
    record(&tx, actor, ReviewEvent::CriterionChanged { congress, criterion: id, changed }).await?;
    Ok(tx.commit().await?)
}

/// Removes a criterion by which nothing was judged. One that is gone is gone: that is no error.
pub async fn remove(store: &Store, actor: &Actor, congress: Uuid, id: Uuid) -> Result<(), ReviewError> {
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let Some(row) = one(&tx, congress, id).await? else { return Ok(tx.commit().await?) };
    if let Err(error) = Entity::delete_many().filter(Column::Id.eq(id)).exec(&*tx).await {
        let used = matches!(error.sql_err(), Some(SqlErr::ForeignKeyConstraintViolation(_)));
        return Err(if used { ReviewError::Used } else { error.into() });
    }
    let changed = changes(&Criterion::from(&row), &json!({}));
    record(&tx, actor, ReviewEvent::CriterionRemoved { congress, criterion: id, changed }).await?;
    Ok(tx.commit().await?)
}

async fn is_used(tx: &Tx, id: Uuid) -> Result<bool, DbErr> {
    use crate::entity::review_value::{Column, Entity};
    Ok(Entity::find().filter(Column::CriterionId.eq(id)).one(&**tx).await?.is_some())
}

async fn one(tx: &Tx, congress: Uuid, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find().filter(Column::Id.eq(id)).filter(Column::CongressId.eq(congress)).one(&**tx).await
}
