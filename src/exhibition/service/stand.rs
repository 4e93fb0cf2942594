//! Stands.

use super::{begin, done, hall};
use crate::ExhibitionError;
use crate::entity::{project, stand};
use crate::event::What;
use crate::rules::fits;
use base::{Actor, Uuid, name};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde::Serialize;
use serde_json::json;
use store::event::changes;
use store::{Store, Tx};
use web::form::Seen;

/// What is said of a stand: sizes and places in centimetres.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stand {
    #[serde(skip)]
    pub hall: Uuid,
    pub number: String,
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub depth: i32,
    pub power: bool,
    pub screen: bool,
    pub note: String,
}

impl From<&stand::Model> for Stand {
    fn from(row: &stand::Model) -> Self {
        Self {
            hall: row.hall_id,
            number: row.number.clone(),
            x: row.x,
            y: row.y,
            width: row.width,
            depth: row.depth,
            power: row.power,
            screen: row.screen,
            note: row.note.clone(),
        }
    }
}

impl Stand {
    /// The row, if its number is free and it fits.
    async fn row(&self, tx: &Tx, congress: Uuid, id: Uuid) -> Result<stand::Model, ExhibitionError> {
        let number = name::clean(&self.number);
        let same = stand::Entity::find()
            .filter(stand::Column::CongressId.eq(congress))
            .filter(stand::Column::Number.eq(&number))
            .filter(stand::Column::Id.ne(id));
        if same.one(&**tx).await?.is_some() {
            return Err(ExhibitionError::NumberTaken(number));
        }
        let hall = hall::one(tx, congress, self.hall).await?.ok_or(ExhibitionError::Unknown)?;
        if !fits((hall.width, hall.depth), (self.x, self.y), (self.width, self.depth)) {
            return Err(ExhibitionError::Outside);
        }
        Ok(stand::Model {
            id,
            congress_id: congress,
            hall_id: hall.id,
            number,
            x: self.x,
            y: self.y,
            width: self.width,
            depth: self.depth,
            power: self.power,
            screen: self.screen,
            note: name::clean(&self.note),
        })
    }
}

/// Adds a stand. If one with this `id` is there already, nothing changes: the form was sent twice.
pub async fn add(store: &Store, actor: &Actor, congress: Uuid, id: Uuid, new: Stand) -> Result<(), ExhibitionError> {
    let tx = begin(store, congress).await?;
    if one(&tx, congress, id).await?.is_some() {
        return Ok(tx.rollback().await?);
    }
    let row = new.row(&tx, congress, id).await?;
    let (changed, number) = (changes(&json!({}), &new), row.number.clone());
    stand::Entity::insert(row.into_active_model()).exec_without_returning(&*tx).await?;
    done(tx, actor, (congress, id), number, What::StandAdded { changed }).await
}

/// Changes a stand. Its project stays at it.
pub async fn change(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    new: Stand,
    seen: &Seen,
) -> Result<(), ExhibitionError> {
    let tx = begin(store, congress).await?;
    let old = one(&tx, congress, id).await?.ok_or(ExhibitionError::Unknown)?;
    let row = new.row(&tx, congress, id).await?;
    if old == row {
        return Ok(tx.rollback().await?);
    }
    seen.check(&shown(&old))?;
    write(tx, actor, &old, row).await
}

/// Moves a stand within its hall, as somebody draws it there.
pub async fn shift(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    (x, y): (i32, i32),
) -> Result<(), ExhibitionError> {
    let tx = begin(store, congress).await?;
    let old = one(&tx, congress, id).await?.ok_or(ExhibitionError::Unknown)?;
    let row = Stand { x, y, ..Stand::from(&old) }.row(&tx, congress, id).await?;
    if old == row {
        return Ok(tx.rollback().await?);
    }
    write(tx, actor, &old, row).await
}

async fn write(tx: Tx, actor: &Actor, old: &stand::Model, row: stand::Model) -> Result<(), ExhibitionError> {
    let changed = changes(&Stand::from(old), &Stand::from(&row));
    let (of, number) = ((row.congress_id, row.id), row.number.clone());
    stand::Entity::update(row.into_active_model().reset_all()).exec(&*tx).await?;
    done(tx, actor, of, number, What::StandChanged { changed }).await
}

/// What a form of it shows.
pub fn shown(row: &stand::Model) -> impl Serialize + use<> {
    (row.hall_id, Stand::from(row))
}

/// Removes a stand that has no project. One that is gone already is gone.
pub async fn remove(store: &Store, actor: &Actor, congress: Uuid, id: Uuid) -> Result<(), ExhibitionError> {
    let tx = begin(store, congress).await?;
    let Some(row) = one(&tx, congress, id).await? else { return Ok(tx.rollback().await?) };
    if let Some(project) = project::Entity::find().filter(project::Column::StandId.eq(id)).one(&*tx).await? {
        return Err(ExhibitionError::StandTaken(super::called(&project.title)));
    }
    stand::Entity::delete_many().filter(stand::Column::Id.eq(id)).exec(&*tx).await?;
    done(tx, actor, (congress, id), row.number, What::StandRemoved).await
}

pub(super) async fn one(tx: &Tx, congress: Uuid, id: Uuid) -> Result<Option<stand::Model>, ExhibitionError> {
    let find = stand::Entity::find().filter(stand::Column::Id.eq(id)).filter(stand::Column::CongressId.eq(congress));
    Ok(find.one(&**tx).await?)
}
