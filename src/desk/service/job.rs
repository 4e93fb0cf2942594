//! Jobs that failed.

use base::Actor;
use store::{DbErr, Store};

/// Starts a job again that failed, from its first attempt. `false`: it waits or runs already, or is gone.
pub async fn start(store: &Store, actor: &Actor, id: i64) -> Result<bool, DbErr> {
    let tx = store.begin().await?;
    let started = store::job::again(&tx, actor, id).await?;
    tx.commit().await?;
    Ok(started)
}
