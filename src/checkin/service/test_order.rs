//! Deleting what tried something out, with its way through the door.

use crate::CheckinError;
use crate::entity::scan;
use registration::entity::attendee;
use registration::load::{Manage, Order};
use registration::service::test_order::delete_in;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use store::Store;

/// Deletes an order that tried something out, see [`delete_in`]. The door's log keeps what was scanned, and belongs to
/// nobody any more.
pub async fn delete(store: &Store, loaded: &Order<Manage>) -> Result<(), CheckinError> {
    let tx = store.begin().await?;
    let mine = attendee::Entity::find().filter(attendee::Column::OrderId.eq(loaded.row().id)).all(&*tx).await?;
    let people: Vec<base::Uuid> = mine.into_iter().filter(|row| row.test).map(|row| row.id).collect();
    scan::Entity::update_many()
        .col_expr(scan::Column::AttendeeId, Expr::value(None::<base::Uuid>))
        .filter(scan::Column::AttendeeId.is_in(people.iter().copied()))
        .exec(&*tx)
        .await?;
    delete_in(&tx, loaded, &people).await?;
    Ok(tx.commit().await?)
}
