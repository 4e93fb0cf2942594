//! Taking in a list of guests that was handed in.

use base::{Actor, Uuid};
use registration::service::intake::{Intake, IntakeError, TakenIn, take_in_with};
use store::Store;
use web::upload::{self, Owner};

/// What files are handed in for.
pub const PURPOSE: &str = "attendees";

/// Takes in the list and deletes the file, both or neither. Of a double click the second finds no file: `None`.
pub async fn take_in(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    (owner, file): (Owner, Uuid),
    intake: Intake<'_>,
) -> Result<Option<TakenIn>, IntakeError> {
    let tx = store.begin().await?;
    if !upload::remove(&tx, owner, file).await? {
        tx.rollback().await?;
        return Ok(None);
    }
    match Box::pin(take_in_with(&tx, actor, congress, intake)).await {
        Ok(taken) => {
            tx.commit().await?;
            Ok(Some(taken))
        }
        Err(e) => {
            tx.rollback().await?;
            Err(e)
        }
    }
}
