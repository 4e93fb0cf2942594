//! The texts of a congress.

use crate::entity::passage::{self, ActiveModel, Model, Place};
use crate::service::congress::{hold, raise_revision};
use crate::{CongressError, Event, rules};
use base::{Actor, Text, Uuid};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use serde_json::json;
use store::event::changes;
use store::{Store, Tx, is_duplicate, record};
use web::form::Seen;

/// What is said in a text, and where.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Passage {
    pub place: Place,
    /// Of a page: the end of its address.
    pub slug: String,
    pub icon: String,
    pub preline: Text,
    pub title: Text,
    pub body: Text,
    pub position: i32,
}

impl From<&Model> for Passage {
    fn from(row: &Model) -> Self {
        Self {
            place: row.place,
            slug: row.slug.clone(),
            icon: row.icon.clone(),
            preline: row.preline.0.clone(),
            title: row.title.0.clone(),
            body: row.body.0.clone(),
            position: row.position,
        }
    }
}

impl Passage {
    /// A page has a title, by which the footer names it; everything has something to say.
    fn check(&self) -> Result<(), CongressError> {
        if !rules::slug_is_sound(&self.slug) {
            return Err(CongressError::SlugMalformed(self.slug.clone()));
        }
        if self.place != Place::Ticket {
            rules::check_name(&self.title)?;
        }
        if self.body.is_empty() {
            return Err(CongressError::TextMissing);
        }
        rules::check_texts(&[&self.preline, &self.title, &self.body])
    }

    fn write(self) -> ActiveModel {
        ActiveModel {
            place: Set(self.place),
            slug: Set(self.slug),
            icon: Set(self.icon),
            preline: Set(self.preline.into()),
            title: Set(self.title.into()),
            body: Set(self.body.into()),
            position: Set(self.position),
            ..Default::default()
        }
    }
}

/// Adds a text. If one with this `id` is there already, nothing changes: the form was sent twice.
pub async fn add(store: &Store, actor: &Actor, congress: Uuid, id: Uuid, new: Passage) -> Result<(), CongressError> {
    new.check()?;
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    if one(&tx, congress, id).await?.is_some() {
        return Ok(tx.rollback().await?);
    }
    let (slug, changed) = (new.slug.clone(), changes(&json!({}), &new));
    let row = ActiveModel { id: Set(id), congress_id: Set(congress), ..new.write() };
    passage::Entity::insert(row).exec_without_returning(&*tx).await.map_err(|e| taken(e, slug))?;
    raise_revision(&tx, congress).await?;
    record(&tx, actor, Event::PassageAdded { congress, passage: id, changed }).await?;
    Ok(tx.commit().await?)
}

/// Writes a text anew.
pub async fn change(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    new: Passage,
    seen: &Seen,
) -> Result<(), CongressError> {
    new.check()?;
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let row = one(&tx, congress, id).await?.ok_or(CongressError::Unknown)?;
    let old = Passage::from(&row);
    if old == new {
        return Ok(tx.commit().await?);
    }
    seen.check(&old)?;
    let (slug, changed) = (new.slug.clone(), changes(&old, &new));
    let update = passage::Entity::update_many().set(new.write()).filter(passage::Column::Id.eq(id));
    update.exec(&*tx).await.map_err(|e| taken(e, slug))?;
    raise_revision(&tx, congress).await?;
    record(&tx, actor, Event::PassageChanged { congress, passage: id, changed }).await?;
    Ok(tx.commit().await?)
}

/// Removes a text. One that is gone already is gone. What it said stays in the event.
pub async fn remove(store: &Store, actor: &Actor, congress: Uuid, id: Uuid) -> Result<(), CongressError> {
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let Some(row) = one(&tx, congress, id).await? else { return Ok(tx.commit().await?) };
    passage::Entity::delete_many().filter(passage::Column::Id.eq(id)).exec(&*tx).await?;
    raise_revision(&tx, congress).await?;
    let changed = changes(&Passage::from(&row), &json!({}));
    record(&tx, actor, Event::PassageRemoved { congress, passage: id, changed }).await?;
    Ok(tx.commit().await?)
}

async fn one(tx: &Tx, congress: Uuid, id: Uuid) -> Result<Option<Model>, CongressError> {
    let find = passage::Entity::find().filter(passage::Column::Id.eq(id));
    Ok(find.filter(passage::Column::CongressId.eq(congress)).one(&**tx).await?)
}

fn taken(error: store::DbErr, slug: String) -> CongressError {
    if is_duplicate(&error) { CongressError::SlugTaken(slug) } else { error.into() }
}
