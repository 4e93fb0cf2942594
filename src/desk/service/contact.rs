//! Taking in a list of contacts that was handed in.

use base::{Actor, Uuid};
use campaign::CampaignError;
use campaign::service::contact::{self, Row, Taken};
use store::Store;
use web::upload::{self, Owner};

/// What files are handed in for.
pub const PURPOSE: &str = "contacts";

/// Takes in the rows of a list and deletes the file, both or neither. Of a double click the second finds no file: `None`.
pub async fn take_in(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    (owner, file): (Owner, Uuid),
    rows: &[Row],
) -> Result<Option<Taken>, CampaignError> {
    let tx = store.begin().await?;
    if !upload::remove(&tx, owner, file).await? {
        tx.rollback().await?;
        return Ok(None);
    }
    let taken = contact::take_in(&tx, actor, (congress, file), rows).await?;
    tx.commit().await?;
    Ok(Some(taken))
}
