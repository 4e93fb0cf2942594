//! Taking in a table of sessions that was handed in.

use base::{Actor, Uuid};
use paper::sheet::read::Table;
use programme::service::table::{Report, TableError, take_in_with};
use store::{Conn, DbErr, Store};
use web::form::Seen;
use web::upload::{self, Owner};

/// What files are handed in for.
pub const PURPOSE: &str = "sessions";

/// What came of it.
#[derive(Debug)]
pub enum Taken {
    /// So many sessions are new or others.
    Done(usize),
    /// It would do something else by now than it was shown with.
    Changed,
    /// The file is used already, or an hour old.
    Gone,
}

/// Takes the table in as it was looked at, and deletes the file, both or neither. Of a double click the second finds no
/// file, and [`taken_before`] tells what the first did.
pub async fn take_in(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    (owner, file): (Owner, Uuid),
    table: &Table,
    seen: &Seen,
) -> Result<Taken, TableError> {
    let tx = store.begin().await?;
    if !upload::remove(&tx, owner, file).await? {
        tx.rollback().await?;
        return Ok(Taken::Gone);
    }
    let (tx, report) = Box::pin(take_in_with(tx, actor, (congress, file), table)).await?;
    if *seen != Seen::of(&report) {
        tx.rollback().await?;
        return Ok(Taken::Changed);
    }
    tx.commit().await?;
    Ok(Taken::Done(report.rows.len()))
}

/// What taking it in would do. Nothing is changed.
pub async fn foreseen(store: &Store, actor: &Actor, congress: Uuid, table: &Table) -> Result<Report, TableError> {
    Box::pin(programme::service::table::take_in(store, actor, congress, table, true)).await
}

/// How many sessions a file changed that was handed in to this congress and taken in, if it was.
pub async fn taken_before(conn: &Conn, congress: Uuid, file: Uuid) -> Result<Option<u64>, DbErr> {
    let taken = store::event::newest(conn, file, &["session.table-taken-in"]).await?;
    Ok(taken.filter(|line| line.congress_id == Some(congress)).and_then(|line| line.detail["rows"].as_u64()))
}
