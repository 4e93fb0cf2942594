//! Addresses to which mails do not arrive.

use crate::entity::mailbox;
use base::Uuid;
use post::query::bounce::Bounce;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use store::{Conn, DbErr};

/// An address from which mails come back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dead {
    pub mailbox: Uuid,
    pub address: String,
    /// How many since the last one that arrived.
    pub bounces: i32,
    /// The newest.
    pub last: Bounce,
}

/// Those of these mailboxes from which mails come back. One statement, one more if there are any.
pub async fn dead(conn: &Conn, mailboxes: &[Uuid]) -> Result<Vec<Dead>, DbErr> {
    let rows = mailbox::Entity::find()
        .filter(mailbox::Column::Id.is_in(mailboxes.iter().copied()))
        .filter(mailbox::Column::Bounces.gt(0))
        .all(conn)
        .await?;
    if rows.is_empty() {
        return Ok(vec![]);
    }
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut last = post::query::bounce::last(conn, &ids).await?;
    let dead = rows.into_iter().filter_map(|row| {
        let at = last.iter().position(|bounce| bounce.mailbox == row.id)?;
        Some(Dead { mailbox: row.id, address: row.address, bounces: row.bounces, last: last.swap_remove(at) })
    });
    Ok(dead.collect())
}
