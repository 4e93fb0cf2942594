//! Hosts: the bodies that own congresses.

use crate::entity::host;
use base::Text;
use sea_orm::{ActiveValue::Set, EntityTrait, QueryOrder};
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
