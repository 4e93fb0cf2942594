//! Another category for an attendee, with the money that came in for the order.

use crate::query;
use registration::RegistrationError;
use registration::load::Attendee;
use registration::service::rebooking::rebook_in;
use registration::service::settlement;
use store::Store;
use web::form::Seen;

/// Rebooks an attendee, see [`rebook_in`]. The invoice follows: the one that stands is taken back, and another says what
/// the tickets cost now. What is open then has a new day to be paid; what was paid too much waits to be paid back.
pub async fn rebook(
    store: &Store,
    loaded: &Attendee,
    shown: &Seen,
    category: &str,
    send: bool,
) -> Result<(), RegistrationError> {
    at_price(store, loaded, shown, category, None, send).await
}

/// The same at the price that was shown: if it costs something else by now, nothing is changed.
pub async fn rebook_at(
    store: &Store,
    loaded: &Attendee,
    shown: &Seen,
    (category, cents): (&str, i64),
    send: bool,
) -> Result<(), RegistrationError> {
    at_price(store, loaded, shown, category, Some(cents), send).await
}

async fn at_price(
    store: &Store,
    loaded: &Attendee,
    shown: &Seen,
    category: &str,
    agreed: Option<i64>,
    send: bool,
) -> Result<(), RegistrationError> {
    let tx = store.begin().await?;
    let order = settlement::held(&tx, loaded.order().id).await?;
    let kept = query::account(&tx, &order).await?.balance.kept();
    Box::pin(rebook_in(&tx, loaded, shown, category, agreed, send, kept)).await?;
    Ok(tx.commit().await?)
}
