//! What is done to the exhibition. Each use case holds the congress, so that one comes after the other, and raises its
//! revision: everybody sees what is changed.

pub mod hall;
pub mod place;
pub mod project;
pub mod stand;
pub mod submission;

use crate::event::What;
use crate::{Event, ExhibitionError};
use base::{Actor, Text, Uuid};
use congress::service::congress::{hold, raise_revision};
use store::{Store, Tx, record};

/// Begins, with the congress held.
async fn begin(store: &Store, congress: Uuid) -> Result<Tx, ExhibitionError> {
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    Ok(tx)
}

/// Notes what happened, and makes it true.
async fn done(
    tx: Tx,
    actor: &Actor,
    (congress, object): (Uuid, Uuid),
    name: String,
    what: What,
) -> Result<(), ExhibitionError> {
    record(&tx, actor, Event { congress, object, name, what }).await?;
    raise_revision(&tx, congress).await?;
    Ok(tx.commit().await?)
}

/// As the log calls it.
fn called(name: &Text) -> String {
    name.in_language(base::Language::De).to_owned()
}
