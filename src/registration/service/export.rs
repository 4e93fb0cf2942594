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
    let tx = store.begin().await?;
    record(&tx, actor, Event::Exported { congress, list, format, rows, whole }).await?;
    Ok(tx.commit().await?)
}
