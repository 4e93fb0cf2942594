//! The one truth: the database, the jobs and events in it, the keys. Both dialects live here and nowhere else.
//!
//! A [`Store`] gives [`Conn`]s for reading and [`Tx`]s for writing. What leaves the system is a [`job`] written in
//! the transaction that causes it; what happens is an [`event`], which makes the audit log, the timelines and the
//! jobs that the program maps it to.

mod conn;
mod connect;
pub mod event;
pub mod job;
pub mod key;
mod translated;

pub use conn::{Conn, Store, Tx};
pub use connect::{OpenError, open};
pub use event::{Event, record};
pub use sea_orm::DbErr;
pub use translated::Translated;

/// Whether an error says that a row breaks a unique index: someone was faster, or a repeated request.
pub fn is_duplicate(error: &DbErr) -> bool {
    matches!(error.sql_err(), Some(sea_orm::SqlErr::UniqueConstraintViolation(_)))
}

/// Whether an error says that the database is away or busy, so that trying again may help.
pub fn is_passing(error: &DbErr) -> bool {
    matches!(error, DbErr::Conn(_) | DbErr::ConnectionAcquire(_))
}
