//! Orders that nobody pays for.

use super::invoice::Terms;
use crate::rules::expires;
use crate::{PaymentError, query};
use base::Uuid;
use registration::entity::order;
use registration::service::settlement;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use store::Store;

/// Orders that are looked at in one run.
const PART: u64 = 500;

/// Ends the orders that have waited long enough for their money (see [`expires`]), each in a transaction of its own: its
/// places are free at once. Gives how many. One for which some money came in is left to people. One that fails keeps
/// none of the others; the first failure is told in the end.
pub async fn sweep(store: &Store) -> Result<usize, PaymentError> {
    let (mut ended, mut failed, mut after) = (0, None, None::<Uuid>);
    loop {
        let mut due = order::Entity::find()
            .select_only()
            .column(order::Column::Id)
            .filter(order::Column::State.eq(order::State::AwaitingPayment))
            .filter(order::Column::PaymentDueAt.lt(store.now()));
        if let Some(after) = after {
            due = due.filter(order::Column::Id.gt(after));
        }
        let part: Vec<Uuid> = due.order_by_asc(order::Column::Id).limit(PART).into_tuple().all(store.read()).await?;
        after = part.last().copied();
        for order in &part {
            match end(store, *order).await {
                Ok(has_ended) => ended += usize::from(has_ended),
                Err(e) => failed = failed.or(Some(e)),
            }
        }
        if part.len() < usize::try_from(PART).unwrap_or(usize::MAX) {
            return failed.map_or(Ok(ended), Err);
        }
    }
}

async fn end(store: &Store, order: Uuid) -> Result<bool, PaymentError> {
    let tx = store.begin().await?;
    let row = settlement::held(&tx, order).await?;
    let Some(Terms { seller, zone, .. }) = Terms::of(&tx, &row).await? else { return Ok(false) };
    let balance = query::account(&tx, &row).await?.balance;
    let ends = expires(row.payment_due_at, seller.grace_days, &balance, zone, tx.now())
        && settlement::expire(&tx, &row).await?;
    tx.commit().await?;
    Ok(ends)
}
