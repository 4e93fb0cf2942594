//! Kinds of sessions: talk, workshop, impulse.

use super::slug;
use crate::entity::session_type::{self, ActiveModel, Model};
use crate::event::{Deed, Thing};
use crate::{Event, ProgrammeError};
use base::{Actor, Text, Uuid};
use congress::rules::{check_name, free_slug};
use congress::service::congress::{hold, raise_revision};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use serde_json::json;
use store::event::changes;
use store::{Store, Tx, record};
use web::form::Seen;

/// What is said of a kind of session.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SessionType {
    pub name: Text,
    /// In the addresses of filters; empty when it is added: made from the name.
    pub slug: String,
    /// How long they are, unless one says otherwise.
    pub minutes: Option<i32>,
    /// Two of the kind may follow each other without changing over.
    pub seamless: bool,
    /// How many submissions there is room for; nothing: nobody has said.
    pub target: Option<i32>,
    pub position: i32,
}

impl From<&Model> for SessionType {
    fn from(row: &Model) -> Self {
        Self {
            name: row.name.0.clone(),
            slug: row.slug.clone(),
            minutes: row.minutes,
            seamless: row.seamless,
            target: row.target,
            position: row.position,
        }
    }
}

impl SessionType {
    fn check(&self) -> Result<(), ProgrammeError> {
        check_name(&self.name)?;
        super::check_minutes(self.minutes)?;
        super::check_target(self.target)
    }
}

/// Adds a kind of session. If one with this `id` is there already, nothing changes: the form was sent twice.
pub async fn add(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    new: SessionType,
) -> Result<(), ProgrammeError> {
    new.check()?;
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let rows = all(&tx, congress).await?;
    if rows.iter().any(|row| row.id == id) {
        return Ok(tx.rollback().await?);
    }
    add_in(&tx, actor, congress, id, new, &rows).await?;
    tx.commit().await?;
    Ok(())
}

/// The same in a transaction that holds the congress and knows its kinds of sessions.
pub(super) async fn add_in(
    tx: &Tx,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    mut new: SessionType,
    rows: &[Model],
) -> Result<(), ProgrammeError> {
    let taken = |slug: &str| rows.iter().any(|row| row.slug == slug);
    if new.slug.is_empty() {
        new.slug = free_slug(new.name.in_language(base::Language::De), taken);
    }
    slug::check(&new.slug, taken)?;
    let changed = changes(&json!({}), &new);
    let row = ActiveModel {
        id: Set(id),
        congress_id: Set(congress),
        slug: Set(new.slug),
        name: Set(new.name.into()),
        minutes: Set(new.minutes),
        seamless: Set(new.seamless),
        target: Set(new.target),
        position: Set(new.position),
    };
    session_type::Entity::insert(row).exec_without_returning(&**tx).await?;
    raise_revision(tx, congress).await?;
    let event = Event::Edited { congress, thing: Thing::SessionType, id, deed: Deed::Added, changed };
    Ok(record(tx, actor, event).await?)
}

/// Changes what is said of a kind of session. Nobody overwrites what they have not seen; what is so already changes nothing.
pub async fn change(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    new: SessionType,
    seen: &Seen,
) -> Result<(), ProgrammeError> {
    new.check()?;
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let rows = all(&tx, congress).await?;
    let old = rows.iter().find(|row| row.id == id).map(SessionType::from).ok_or(ProgrammeError::Unknown)?;
    if old == new {
        return Ok(tx.commit().await?);
    }
    seen.check(&old)?;
    slug::check(&new.slug, |slug| rows.iter().any(|row| row.id != id && row.slug == slug))?;
    let changed = changes(&old, &new);
    let update = ActiveModel {
        slug: Set(new.slug),
        name: Set(new.name.into()),
        minutes: Set(new.minutes),
        seamless: Set(new.seamless),
        target: Set(new.target),
        position: Set(new.position),
        ..Default::default()
    };
    session_type::Entity::update_many().set(update).filter(session_type::Column::Id.eq(id)).exec(&*tx).await?;
    super::draft::raise(&tx, congress).await?;
    raise_revision(&tx, congress).await?;
    record(&tx, actor, Event::Edited { congress, thing: Thing::SessionType, id, deed: Deed::Changed, changed }).await?;
    Ok(tx.commit().await?)
}

/// Removes a kind of session that no session is of. One that is gone already is gone: that is no error.
pub async fn remove(store: &Store, actor: &Actor, congress: Uuid, id: Uuid) -> Result<(), ProgrammeError> {
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let rows = all(&tx, congress).await?;
    let Some(row) = rows.iter().find(|row| row.id == id) else { return Ok(tx.commit().await?) };
    let removed = session_type::Entity::delete_many().filter(session_type::Column::Id.eq(id)).exec(&*tx).await;
    super::unless_used(removed)?;
    raise_revision(&tx, congress).await?;
    let changed = changes(&SessionType::from(row), &json!({}));
    record(&tx, actor, Event::Edited { congress, thing: Thing::SessionType, id, deed: Deed::Removed, changed }).await?;
    Ok(tx.commit().await?)
}

pub(super) async fn all(tx: &Tx, congress: Uuid) -> Result<Vec<Model>, ProgrammeError> {
    Ok(session_type::Entity::find().filter(session_type::Column::CongressId.eq(congress)).all(&**tx).await?)
}
