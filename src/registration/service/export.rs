//! That data was taken out.

use crate::{Event, RegistrationError};
use base::{Actor, Uuid};
use store::{Store, record};

/// Records that somebody takes a list along as a file: who, which, how many rows, and whether it was all of it. None: it is
/// of no congress in particular.
pub async fn exported(
    store: &Store,
    actor: &Actor,
    congress: Option<Uuid>,
    list: &'static str,
    format: &'static str,
    rows: usize,
    whole: bool,
) -> Result<(), RegistrationError> {
    let event = Event::Exported { congress, list, format, rows, whole, sensitive: false };
    keep(store, actor, event).await
}

/// The same of a list of a congress with answers that are sensitive.
pub async fn exported_sensitive(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    list: &'static str,
    format: &'static str,
    rows: usize,
    whole: bool,
) -> Result<(), RegistrationError> {
    let event = Event::Exported { congress: Some(congress), list, format, rows, whole, sensitive: true };
    keep(store, actor, event).await
}

async fn keep(store: &Store, actor: &Actor, event: Event) -> Result<(), RegistrationError> {
    let tx = store.begin().await?;
    record(&tx, actor, event).await?;
    Ok(tx.commit().await?)
}
