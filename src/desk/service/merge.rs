//! Two orders of one buyer become one.

use payment::query::sums::with_money;
use registration::load::{Manage, Order};
use registration::service::settlement::held;
use registration::service::{double, mail};
use registration::{RegistrationError, entity::order};
use store::{Store, Tx};

/// Moves everyone from one order into another of the same buyer. Refused while money or an invoice stands on one of them:
/// whatever is paid belongs to the order that it was paid for. With `send`, everyone gets their tickets anew, whose numbers and
/// links have changed. Gives how many people moved.
pub async fn merge(
    store: &Store,
    into: &Order<Manage>,
    from: &Order<Manage>,
    send: bool,
) -> Result<usize, RegistrationError> {
    let tx = store.begin().await?;
    let (one, other) = (into.row().id, from.row().id);
    held(&tx, one.min(other)).await?;
    held(&tx, one.max(other)).await?;
    let (to, of) = (now(&tx, into).await?, now(&tx, from).await?);
    if !with_money(&tx, &[to.id, of.id]).await?.is_empty() {
        return Err(RegistrationError::HasMoney);
    }
    let moved = double::merge_in(&tx, into.actor(), &to, &of).await?;
    if send {
        mail::request_in(&tx, into.actor(), &to).await?;
    }
    tx.commit().await?;
    Ok(moved)
}

/// The order as it is now; it is held.
async fn now(tx: &Tx, order: &Order<Manage>) -> Result<order::Model, RegistrationError> {
    registration::query::order::by_id(tx, order.row().id).await?.ok_or(RegistrationError::Unknown)
}
