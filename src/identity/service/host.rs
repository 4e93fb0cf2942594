//! Hosts: the bodies that own congresses.

use crate::entity::host;
use base::{Text, Uuid};
use sea_orm::sea_query::LockType;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use store::{DbErr, Tx};

/// The host of this installation: the oldest one; made with this name when there is none. A part of adding a congress.
///
/// Two first congresses added at the same moment could make two hosts on PostgreSQL; each is whole, and later
/// congresses go to the older.
pub async fn first_host(tx: &Tx, name: &Text) -> Result<host::Model, DbErr> {
    let oldest = host::Entity::find().order_by_asc(host::Column::CreatedAt).order_by_asc(host::Column::Id);
    if let Some(host) = oldest.one(&**tx).await? {
        return Ok(host);
    }
    let row = host::ActiveModel { id: Set(tx.id()), name: Set(name.clone().into()), created_at: Set(tx.now()) };
    host::Entity::insert(row).exec_with_returning(&**tx).await
}

/// Holds a host until the transaction ends: what several of its congresses share is changed by one after the other. (On
/// SQLite the writer is alone anyway.)
pub async fn hold(tx: &Tx, host: Uuid) -> Result<(), DbErr> {
    let find = host::Entity::find().filter(host::Column::Id.eq(host)).lock(LockType::NoKeyUpdate);
    find.all(&**tx).await.map(|_| ())
}
