//! What people do in the directory: one public function and one transaction each.

pub mod entrance;
pub mod entry;
pub mod interest;
pub mod profile;
pub mod report;
pub mod setting;
pub mod sweep;
pub mod topic;

use crate::{Event, NetworkingError, event::What};
use base::{Actor, Uuid};
use congress::service::congress::raise_revision;
use store::{Tx, record};

/// Writes down what happened, has the public pages made anew, and commits.
async fn done(
    tx: Tx,
    actor: &Actor,
    (congress, object): (Uuid, Uuid),
    name: String,
    what: What,
) -> Result<(), NetworkingError> {
    record(&tx, actor, Event { congress, object, name, what }).await?;
    raise_revision(&tx, congress).await?;
    Ok(tx.commit().await?)
}
