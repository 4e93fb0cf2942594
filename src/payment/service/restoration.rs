//! Undoing a cancellation, with the money that came in for the order.

use crate::query;
use base::{Actor, Uuid};
use registration::RegistrationError;
use registration::load::{Attendee, Manage, Order};
use registration::service::restoration::restore_in;
use registration::service::settlement;
use store::Store;

/// Restores cancelled tickets of an order by who may, see [`restore_in`]. Gives how many came back. The invoice follows.
pub async fn restore(
    store: &Store,
    order: &Order<Manage>,
    attendees: &[Uuid],
    send: bool,
) -> Result<usize, RegistrationError> {
    in_order(store, order.actor(), order.row().id, attendees, None, send).await
}

/// The same for one ticket, by whose link opens it.
pub async fn restore_one(store: &Store, loaded: &Attendee) -> Result<usize, RegistrationError> {
    let row = loaded.row().id;
    in_order(store, loaded.actor(), loaded.order().id, &[row], Some(loaded), true).await
}

async fn in_order(
    store: &Store,
    actor: &Actor,
    order: Uuid,
    attendees: &[Uuid],
    by: Option<&Attendee>,
    send: bool,
) -> Result<usize, RegistrationError> {
    let tx = store.begin().await?;
    let order = settlement::held(&tx, order).await?;
    let kept = query::account(&tx, &order).await?.balance.kept();
    let restored = Box::pin(restore_in(&tx, actor, &order, attendees, by, kept, send)).await?;
    tx.commit().await?;
    Ok(restored)
}
