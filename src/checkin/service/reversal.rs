//! Taking back that somebody was let in.

use crate::entity::{admission, scan};
use crate::query;
use crate::{CheckinError, Event};
use base::{Actor, Permission, Uuid};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use store::{Store, record};

/// Takes back that this scan let somebody in: the wrong person, a double look. The ticket is good again. Only by staff
/// at the door, only for the scan that opened the admission, and once.
pub async fn reverse(store: &Store, actor: &Actor, congress: Uuid, id: Uuid) -> Result<scan::Model, CheckinError> {
    if !actor.is_staff() || !actor.may(Permission::CheckInsWrite, congress) {
        return Err(CheckinError::Unknown);
    }
    let tx = store.begin().await?;
    let scan = query::scan::by_id(&tx, congress, id).await?.ok_or(CheckinError::Unknown)?;
    let attendee = scan.attendee_id.ok_or(CheckinError::NotReversible)?;
    // An admission bears the id of the scan that opened it.
    let closed = admission::Entity::update_many()
        .col_expr(admission::Column::LeftAt, Expr::value(tx.now()))
        .filter(admission::Column::Id.eq(scan.id))
        .filter(admission::Column::CongressId.eq(congress))
        .filter(admission::Column::LeftAt.is_null())
        .exec(&*tx)
        .await?;
    if closed.rows_affected == 0 {
        return Err(CheckinError::NotReversible);
    }
    record(&tx, actor, Event::Reversed { congress, scan: scan.id, attendee }).await?;
    tx.commit().await?;
    Ok(scan)
}
