//! Taking in a list of vouchers that was handed in.

use base::{Actor, Uuid};
use store::{Conn, DbErr, Store};
use ticketing::TicketingError;
use ticketing::service::voucher::{Voucher, add_all};
use web::upload::{self, Owner};

/// What files are handed in for.
pub const PURPOSE: &str = "vouchers";

/// Adds the vouchers of a list and deletes the file, both or neither. Of a double click the second finds no file: `None`,
/// and [`taken_before`] tells what the first did.
pub async fn take_in(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    (owner, file): (Owner, Uuid),
    new: Vec<Voucher>,
) -> Result<Option<usize>, TicketingError> {
    let tx = store.begin().await?;
    if !upload::remove(&tx, owner, file).await? {
        tx.rollback().await?;
        return Ok(None);
    }
    let taken = add_all(&tx, actor, (congress, file), new).await?;
    tx.commit().await?;
    Ok(Some(taken))
}

/// How many vouchers a file brought that was handed in to this congress and taken in, if it was.
pub async fn taken_before(conn: &Conn, congress: Uuid, file: Uuid) -> Result<Option<u64>, DbErr> {
    let taken = store::event::newest(conn, file, &["vouchers.added"]).await?;
    Ok(taken.filter(|line| line.congress_id == Some(congress)).and_then(|line| line.detail["rows"].as_u64()))
}
