//! The phase of a congress that people may have ordered in.

use crate::query::order::any;
use base::{Actor, Uuid};
use congress::CongressError;
use congress::entity::congress::Phase;
use sea_orm::sea_query::LockType;
use store::Store;

/// Moves a congress from the phase that was seen to another. One that has orders, even cancelled ones, never becomes a
/// draft again: the links in everybody's mails would lead nowhere. It can be ended.
pub async fn move_phase(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    from: Phase,
    to: Phase,
) -> Result<(), CongressError> {
    let tx = store.begin().await?;
    congress::service::congress::move_phase(&tx, actor, congress, from, to).await?;
    if to == Phase::Draft && from != to {
        // Until this is over, nobody orders.
        ticketing::query::hold_categories(&tx, congress, LockType::NoKeyUpdate).await?;
        if any(&tx, congress).await? {
            tx.rollback().await?;
            return Err(CongressError::HasOrders);
        }
    }
    Ok(tx.commit().await?)
}
