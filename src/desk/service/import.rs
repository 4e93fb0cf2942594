//! Taking in a list of guests that was handed in.

use base::{Actor, Uuid};
use registration::Event;
use registration::service::intake::{Intake, IntakeError, TakenIn, take_in_with};
use store::{Conn, DbErr, Store, record};
use web::upload::{self, Owner};

/// What files are handed in for.
pub const PURPOSE: &str = "attendees";

/// Takes in the list and deletes the file, both or neither. Of a double click the second finds no file: `None`, and
/// [`taken_before`] tells what the first did.
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
            record(&tx, actor, Event::TakenIn { congress, file, guests: taken.guests }).await?;
            tx.commit().await?;
            Ok(Some(taken))
        }
        Err(e) => {
            tx.rollback().await?;
            Err(e)
        }
    }
}

/// How many guests a file brought that was handed in to this congress and taken in, if it was.
pub async fn taken_before(conn: &Conn, congress: Uuid, file: Uuid) -> Result<Option<u64>, DbErr> {
    let taken = store::event::newest(conn, file, &["orders.taken-in"]).await?;
    Ok(taken.filter(|line| line.congress_id == Some(congress)).and_then(|line| line.detail["rows"].as_u64()))
}
