//! Numbers without a gap.

use crate::entity::series;
use base::Uuid;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter};
use store::Tx;

/// The next number of a series. **Always**: no gap, no double: the row is updated in the transaction that uses the number,
/// so who comes second waits for the first to commit, and a transaction that fails gives its number back. To be taken
/// last, since everybody else waits meanwhile.
pub(super) async fn next(tx: &Tx, host: Uuid, key: &str) -> Result<i32, DbErr> {
    let there = OnConflict::columns([series::Column::HostId, series::Column::Key]).do_nothing().to_owned();
    let row = series::ActiveModel { id: Set(tx.id()), host_id: Set(host), key: Set(key.to_owned()), next: Set(1) };
    match series::Entity::insert(row).on_conflict(there).exec_without_returning(&**tx).await {
        Ok(_) | Err(DbErr::RecordNotInserted) => {}
        Err(e) => return Err(e),
    }
    let taken = series::Entity::update_many()
        .col_expr(series::Column::Next, Expr::col(series::Column::Next).add(1))
        .filter(series::Column::HostId.eq(host))
        .filter(series::Column::Key.eq(key))
        .exec_with_returning(&**tx)
        .await?;
    let taken = taken.into_iter().next().ok_or_else(|| DbErr::RecordNotFound(format!("the series {key}")))?;
    Ok(taken.next - 1)
}
