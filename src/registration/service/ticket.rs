//! Codes that end because a newer one takes their place.

use crate::entity::{attendee, former_ticket};
use sea_orm::{ActiveValue::Set, DbErr, EntityTrait};
use store::Tx;

/// Keeps the code of a ticket as a former one, so that the door says that it was replaced, and draws a new one.
pub(super) async fn replace(tx: &Tx, row: &attendee::Model) -> Result<i64, DbErr> {
    let former = former_ticket::ActiveModel {
        id: Set(tx.id()),
        congress_id: Set(row.congress_id),
        attendee_id: Set(row.id),
        serial: Set(row.ticket_serial),
        replaced_at: Set(tx.now()),
    };
    former_ticket::Entity::insert(former).exec_without_returning(&**tx).await?;
    Ok(Ord::max(tx.chance().serial(), 1))
}
