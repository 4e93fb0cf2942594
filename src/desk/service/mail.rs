//! Sending mails again.

use base::{Actor, Uuid};
use post::PostError;
use store::Store;

/// Sends a mail again that failed, is held or in doubt; see [`post::again`] for what becomes of others. Gives the
/// message that now waits.
pub async fn send(store: &Store, actor: &Actor, congress: Uuid, id: Uuid) -> Result<Uuid, PostError> {
    let tx = store.begin().await?;
    let waiting = post::again(&tx, actor, congress, id).await?;
    tx.commit().await?;
    Ok(waiting)
}

/// Sends everything that is held in a congress: once a mail server is set. Gives how many.
pub async fn release(store: &Store, actor: &Actor, congress: Uuid) -> Result<usize, PostError> {
    post::release_all(store, actor, congress).await
}
