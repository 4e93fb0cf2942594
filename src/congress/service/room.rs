//! The rooms of the venue.

use crate::entity::room::{self, ActiveModel, Model};
use crate::entity::{room_time, room_walk, track_room};
use crate::service::congress::{hold, raise_revision};
use crate::{CongressError, Event, rules};
use base::{Actor, Text, Uuid};
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, SqlErr};
use serde::Serialize;
use serde_json::json;
use store::event::changes;
use store::{Store, Tx, record};
use web::form::Seen;

/// What is said of a room.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Room {
    pub name: Text,
    /// None: nobody counted.
    pub seats: Option<i32>,
    pub position: i32,
}

impl From<&Model> for Room {
    fn from(row: &Model) -> Self {
        Self { name: row.name.0.clone(), seats: row.seats, position: row.position }
    }
}

impl Room {
    fn check(&self) -> Result<(), CongressError> {
        rules::check_name(&self.name)?;
        if self.seats.is_some_and(|seats| seats < 0) { Err(CongressError::NegativeSeats) } else { Ok(()) }
    }
}

/// Adds a room. Its short name comes from its name. If one with this `id` is there already, nothing changes: the form
/// was sent twice.
pub async fn add(store: &Store, actor: &Actor, congress: Uuid, id: Uuid, new: Room) -> Result<(), CongressError> {
    new.check()?;
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    if one(&tx, congress, id).await?.is_some() {
        return Ok(tx.rollback().await?);
    }
    add_in(&tx, actor, congress, id, new).await?;
    Ok(tx.commit().await?)
}

/// The same in a transaction that holds the congress.
pub async fn add_in(tx: &Tx, actor: &Actor, congress: Uuid, id: Uuid, new: Room) -> Result<(), CongressError> {
    new.check()?;
    let rows = room::Entity::find().filter(room::Column::CongressId.eq(congress)).all(&**tx).await?;
    let slug = rules::free_slug(new.name.in_language(base::Language::De), |slug| rows.iter().any(|r| r.slug == slug));
    let changed = changes(&json!({}), &new);
    super::congress::add_room(tx, (congress, id), &slug, new.name, new.seats, new.position).await?;
    Ok(record(tx, actor, Event::RoomAdded { congress, room: id, changed }).await?)
}

/// Renames a room, counts its seats anew, moves it in the order.
pub async fn change(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    new: Room,
    seen: &Seen,
) -> Result<(), CongressError> {
    new.check()?;
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let row = one(&tx, congress, id).await?.ok_or(CongressError::Unknown)?;
    let old = Room::from(&row);
    if old == new {
        return Ok(tx.commit().await?);
    }
    seen.check(&old)?;
    let changed = changes(&old, &new);
    let update = ActiveModel {
        name: Set(new.name.into()),
        seats: Set(new.seats),
        position: Set(new.position),
        ..Default::default()
    };
    room::Entity::update_many().set(update).filter(room::Column::Id.eq(id)).exec(&*tx).await?;
    raise_revision(&tx, congress).await?;
    record(&tx, actor, Event::RoomChanged { congress, room: id, changed }).await?;
    Ok(tx.commit().await?)
}

/// Removes a room. One that is gone already is gone: that is no error. One in which something of the programme happens or
/// happened stays: releases are never changed.
pub async fn remove(store: &Store, actor: &Actor, congress: Uuid, id: Uuid) -> Result<(), CongressError> {
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let Some(row) = one(&tx, congress, id).await? else { return Ok(tx.commit().await?) };
    forget(&tx, id).await?;
    let removed = room::Entity::delete_many().filter(room::Column::Id.eq(id)).exec(&*tx).await;
    if let Err(error) = removed {
        let used = matches!(error.sql_err(), Some(SqlErr::ForeignKeyConstraintViolation(_)));
        return Err(if used { CongressError::RoomUsed } else { error.into() });
    }
    raise_revision(&tx, congress).await?;
    let changed = changes(&Room::from(&row), &json!({}));
    record(&tx, actor, Event::RoomRemoved { congress, room: id, changed }).await?;
    Ok(tx.commit().await?)
}

/// What is said of a room for the plan goes with it.
async fn forget(tx: &Tx, room: Uuid) -> Result<(), CongressError> {
    room_time::Entity::delete_many().filter(room_time::Column::RoomId.eq(room)).exec(&**tx).await?;
    track_room::Entity::delete_many().filter(track_room::Column::RoomId.eq(room)).exec(&**tx).await?;
    let of = room_walk::Column::RoomId.eq(room).or(room_walk::Column::OtherId.eq(room));
    room_walk::Entity::delete_many().filter(of).exec(&**tx).await?;
    Ok(())
}

async fn one(tx: &Tx, congress: Uuid, id: Uuid) -> Result<Option<Model>, CongressError> {
    let find = room::Entity::find().filter(room::Column::Id.eq(id)).filter(room::Column::CongressId.eq(congress));
    Ok(find.one(&**tx).await?)
}
