//! The one truth: the database, the jobs and events in it, the keys. Both dialects live here and nowhere else.
//!
//! A [`Store`] gives [`Conn`]s for reading and [`Tx`]s for writing. What leaves the system is a [`job`] written in
//! the transaction that causes it; what happens is an [`event`], which makes the audit log, the timelines and the
//! jobs that the program maps it to.

pub mod backup;
pub mod condition;
mod conn;
mod connect;
pub mod event;
pub mod job;
pub mod key;
mod look;
mod packed;
mod reason;
mod text;
mod translated;

pub use conn::{Conn, Snapshot, Store, Tx};
pub use connect::{OpenError, key_file, open};
pub use event::{Event, record, record_all};
pub use look::Place;
pub use packed::{Cell, Row, packed, unpacked};
pub use reason::reason;
pub use sea_orm::DbErr;
pub use text::{Term, Wanted, contains, has_words, sorted};
pub use translated::Translated;

use sea_orm::{RuntimeErr, SqlxError};

/// Whether an error says that a row breaks a unique index: someone was faster, or a repeated request.
pub fn is_duplicate(error: &DbErr) -> bool {
    matches!(error.sql_err(), Some(sea_orm::SqlErr::UniqueConstraintViolation(_)))
}

/// Whether an error says that the database is away or busy, so that trying again may help.
pub fn is_passing(error: &DbErr) -> bool {
    match error {
        DbErr::Conn(_) | DbErr::ConnectionAcquire(_) => true,
        DbErr::Exec(RuntimeErr::SqlxError(error)) | DbErr::Query(RuntimeErr::SqlxError(error)) => match &**error {
            SqlxError::Io(_) | SqlxError::PoolTimedOut | SqlxError::PoolClosed => true,
            SqlxError::Database(said) => said.code().is_some_and(|code| is_passing_code(&code)),
            _ => false,
        },
        _ => false,
    }
}

/// PostgreSQL (five signs): connections, resources, interventions, and what lost against another transaction. SQLite:
/// BUSY and LOCKED, in the lowest byte of the number.
fn is_passing_code(code: &str) -> bool {
    if code.len() == 5 {
        ["08", "53", "57", "40001", "40P01", "55P03"].iter().any(|class| code.starts_with(class))
    } else {
        code.parse::<u32>().is_ok_and(|code| matches!(code & 0xff, 5 | 6))
    }
}
