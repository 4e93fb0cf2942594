//! The use cases.

pub mod booking;
pub mod call;
pub mod copy;
pub mod draft;
pub mod import;
pub mod place;
pub mod plan;
pub mod question;
pub mod release;
pub mod review;
pub mod session;
pub mod session_type;
mod slug;
pub mod speaker;
pub mod star;
pub mod submission;
pub mod table;
pub mod track;

use crate::ProgrammeError;
use sea_orm::{DeleteResult, SqlErr};
use store::DbErr;

/// The longest session: a night of coding, a fair that is open for days.
const MAX_MINUTES: i32 = 7 * 24 * 60;
/// The most that a congress may have room for.
const MAX_TARGET: i32 = 100_000;

/// A length is none, or at least a minute.
pub(crate) fn check_minutes(minutes: Option<i32>) -> Result<(), ProgrammeError> {
    if minutes.is_none_or(|minutes| (1..=MAX_MINUTES).contains(&minutes)) {
        Ok(())
    } else {
        Err(ProgrammeError::Minutes)
    }
}

/// Room for none is none; nobody plans a congress of a hundred thousand.
fn check_target(target: Option<i32>) -> Result<(), ProgrammeError> {
    if target.is_none_or(|target| (0..=MAX_TARGET).contains(&target)) { Ok(()) } else { Err(ProgrammeError::Target) }
}

/// What something else still refers to stays.
fn unless_used(removed: Result<DeleteResult, DbErr>) -> Result<(), ProgrammeError> {
    match removed {
        Ok(_) => Ok(()),
        Err(error) if matches!(error.sql_err(), Some(SqlErr::ForeignKeyConstraintViolation(_))) => {
            Err(ProgrammeError::Used)
        }
        Err(error) => Err(error.into()),
    }
}
