//! Files that staff handed in, kept in the database while they look at a preview: any process finds them.

use crate::entity::upload as table;
use base::actor::ActorKind;
use base::{Actor, Time, Uuid};
use chrono::TimeDelta;
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter};
use store::{Conn, Store, Tx};

pub use table::Model as Upload;

/// How long a file can be used.
const USABLE: TimeDelta = TimeDelta::hours(1);

/// Whose file it is, in which congress and what for: nothing else finds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owner {
    account: Uuid,
    congress: Uuid,
    purpose: &'static str,
}

impl Owner {
    /// None: not a member of staff.
    pub fn new(actor: &Actor, congress: Uuid, purpose: &'static str) -> Option<Self> {
        match actor.kind {
            ActorKind::Staff(account) => Some(Self { account, congress, purpose }),
            _ => None,
        }
    }

    fn is(&self, id: Uuid) -> Condition {
        Condition::all()
            .add(table::Column::Id.eq(id))
            .add(table::Column::AccountId.eq(self.account))
            .add(table::Column::CongressId.eq(self.congress))
            .add(table::Column::Purpose.eq(self.purpose))
    }
}

/// Keeps a file for an hour.
pub async fn keep(store: &Store, owner: Owner, name: &str, content: Vec<u8>) -> Result<Uuid, DbErr> {
    let tx = store.begin().await?;
    let id = tx.id();
    let row = table::ActiveModel {
        id: Set(id),
        congress_id: Set(owner.congress),
        account_id: Set(owner.account),
        purpose: Set(owner.purpose.into()),
        name: Set(name.into()),
        content: Set(content),
        created_at: Set(tx.now()),
    };
    table::Entity::insert(row).exec_without_returning(&*tx).await?;
    tx.commit().await?;
    Ok(id)
}

/// A file of this owner, within its hour.
pub async fn load(conn: &Conn, owner: Owner, id: Uuid, now: Time) -> Result<Option<Upload>, DbErr> {
    table::Entity::find().filter(owner.is(id)).filter(table::Column::CreatedAt.gt(now - USABLE)).one(conn).await
}

/// Deletes a file that is used, in the transaction that uses it. Of two at once it is true for one.
pub async fn remove(tx: &Tx, owner: Owner, id: Uuid) -> Result<bool, DbErr> {
    let removed = table::Entity::delete_many().filter(owner.is(id)).exec(&**tx).await?;
    Ok(removed.rows_affected == 1)
}

/// Deletes what was handed in before, and says how much. For a job.
pub async fn purge(store: &Store, before: Time) -> Result<u64, DbErr> {
    let tx = store.begin().await?;
    let old = table::Entity::delete_many().filter(table::Column::CreatedAt.lt(before)).exec(&*tx).await?;
    tx.commit().await?;
    Ok(old.rows_affected)
}
