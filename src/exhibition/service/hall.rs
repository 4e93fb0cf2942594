//! Halls.

use super::{begin, called, done};
use crate::ExhibitionError;
use crate::entity::{hall, stand};
use crate::event::What;
use crate::rules::{fits, outline};
use base::{Actor, Text, Uuid};
use congress::rules::check_name;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde::Serialize;
use serde_json::json;
use store::event::changes;
use store::{Store, Tx};
use web::form::Seen;

/// What is said of a hall. `outline`: a drawing, as it came or as it is kept.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Hall {
    pub name: Text,
    pub width: i32,
    pub depth: i32,
    #[serde(skip)]
    pub outline: String,
    pub position: i32,
}

impl From<&hall::Model> for Hall {
    fn from(row: &hall::Model) -> Self {
        Self {
            name: row.name.0.clone(),
            width: row.width,
            depth: row.depth,
            outline: row.outline.clone(),
            position: row.position,
        }
    }
}

impl Hall {
    /// The row; its drawing made harmless.
    fn row(self, congress: Uuid, id: Uuid) -> Result<hall::Model, ExhibitionError> {
        check_name(&self.name)?;
        if self.width <= 0 || self.depth <= 0 {
            return Err(ExhibitionError::TooSmall);
        }
        let outline = outline::clean(&self.outline)?;
        let (width, depth, position) = (self.width, self.depth, self.position);
        Ok(hall::Model { id, congress_id: congress, name: self.name.into(), width, depth, outline, position })
    }
}

/// Adds a hall. If one with this `id` is there already, nothing changes: the form was sent twice.
pub async fn add(store: &Store, actor: &Actor, congress: Uuid, id: Uuid, new: Hall) -> Result<(), ExhibitionError> {
    let (changed, name) = (changes(&json!({}), &new), called(&new.name));
    let row = new.row(congress, id)?;
    let tx = begin(store, congress).await?;
    if one(&tx, congress, id).await?.is_some() {
        return Ok(tx.rollback().await?);
    }
    hall::Entity::insert(row.into_active_model()).exec_without_returning(&*tx).await?;
    done(tx, actor, (congress, id), name, What::HallAdded { changed }).await
}

/// Renames a hall, measures it anew, gives it another drawing. All its stands must stay inside.
pub async fn change(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    new: Hall,
    seen: &Seen,
) -> Result<(), ExhibitionError> {
    let row = new.clone().row(congress, id)?;
    let tx = begin(store, congress).await?;
    let old = one(&tx, congress, id).await?.ok_or(ExhibitionError::Unknown)?;
    if old == row {
        return Ok(tx.rollback().await?);
    }
    seen.check(&shown(&old))?;
    let stands = stand::Entity::find().filter(stand::Column::HallId.eq(id)).all(&*tx).await?;
    if stands.iter().any(|one| !fits((row.width, row.depth), (one.x, one.y), (one.width, one.depth))) {
        return Err(ExhibitionError::TooSmall);
    }
    let (changed, name) = (changes(&Hall::from(&old), &new), called(&new.name));
    let row = row.into_active_model().reset_all();
    hall::Entity::update(row).exec(&*tx).await?;
    done(tx, actor, (congress, id), name, What::HallChanged { changed }).await
}

/// What a form of it shows.
pub fn shown(row: &hall::Model) -> impl Serialize + use<> {
    (row.name.0.clone(), row.width, row.depth, row.outline.clone(), row.position)
}

/// Removes a hall that has no stands. One that is gone already is gone.
pub async fn remove(store: &Store, actor: &Actor, congress: Uuid, id: Uuid) -> Result<(), ExhibitionError> {
    let tx = begin(store, congress).await?;
    let Some(row) = one(&tx, congress, id).await? else { return Ok(tx.rollback().await?) };
    if stand::Entity::find().filter(stand::Column::HallId.eq(id)).one(&*tx).await?.is_some() {
        return Err(ExhibitionError::HasStands);
    }
    hall::Entity::delete_many().filter(hall::Column::Id.eq(id)).exec(&*tx).await?;
    done(tx, actor, (congress, id), called(&row.name), What::HallRemoved).await
}

pub(super) async fn one(tx: &Tx, congress: Uuid, id: Uuid) -> Result<Option<hall::Model>, ExhibitionError> {
    let find = hall::Entity::find().filter(hall::Column::Id.eq(id)).filter(hall::Column::CongressId.eq(congress));
    Ok(find.one(&**tx).await?)
}
