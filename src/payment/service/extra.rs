//! What goes with a ticket, given and taken away by staff, with the money that came in for the order.

use crate::query;
use base::Uuid;
use registration::RegistrationError;
use registration::load::Attendee;
use registration::service::extra::{add_in, remove_in};
use registration::service::settlement;
use store::Store;

/// Gives an attendee something beside the ticket, by its short name, see [`add_in`]. The invoice follows.
pub async fn add(store: &Store, loaded: &Attendee, slug: &str) -> Result<(), RegistrationError> {
    let tx = store.begin().await?;
    let order = settlement::held(&tx, loaded.order().id).await?;
    let kept = query::account(&tx, &order).await?.balance.kept();
    Box::pin(add_in(&tx, loaded, slug, kept)).await?;
    Ok(tx.commit().await?)
}

/// Takes it away again, by its id, see [`remove_in`]. If what came in is enough for the rest, tickets that awaited payment are
/// good and go out.
pub async fn remove(store: &Store, loaded: &Attendee, id: Uuid) -> Result<(), RegistrationError> {
    let tx = store.begin().await?;
    settlement::held(&tx, loaded.order().id).await?;
    Box::pin(remove_in(&tx, loaded, id)).await?;
    let order = settlement::held(&tx, loaded.order().id).await?;
    let kept = query::account(&tx, &order).await?.balance.kept();
    if kept > 0 {
        settlement::settle(&tx, loaded.actor(), &order, kept).await?;
    }
    Ok(tx.commit().await?)
}
