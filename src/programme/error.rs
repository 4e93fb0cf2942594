//! What can go wrong with the programme.

use crate::rules::clash::Clash;
use crate::service::plan::Moved;
use base::error::Told;
use congress::CongressError;
use schedule::ReadError;
use store::DbErr;

#[derive(Debug, thiserror::Error)]
pub enum ProgrammeError {
    #[error(transparent)]
    Read(#[from] ReadError),
    /// A congress cannot be made from it.
    #[error("the file has no day and no event, so that nobody knows when the congress is")]
    NoDays,
    #[error("the congress has no programme that was released")]
    NotReleased,
    /// Somebody else changed it since it was shown.
    #[error("it was moved meanwhile by {}", .0.by)]
    Moved(Box<Moved>),
    /// What would be wrong with it, and blocks.
    #[error("it would clash in {} ways", .0.len())]
    Blocked(Vec<Clash>),
    #[error("there is no such slot")]
    UnknownSlot,
    #[error("there is no such session")]
    UnknownSession,
    #[error("there is no such room")]
    UnknownRoom,
    #[error("a session takes place in a room")]
    RoomMissing,
    #[error("it ends after it begins")]
    EndsBeforeStart,
    #[error("nothing lasts that long")]
    SlotTooLong,
    #[error("a number of minutes is too large or too small")]
    MinutesOdd,
    #[error("two are needed")]
    PairOfOne,
    #[error(transparent)]
    Stale(#[from] web::form::Stale),
    #[error(transparent)]
    Congress(#[from] CongressError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl Told for ProgrammeError {
    fn status(&self) -> u16 {
        match self {
            Self::Read(_)
            | Self::NoDays
            | Self::UnknownRoom
            | Self::RoomMissing
            | Self::EndsBeforeStart
            | Self::SlotTooLong
            | Self::MinutesOdd
            | Self::PairOfOne => 422,
            Self::Moved(_) | Self::Blocked(_) => 409,
            Self::NotReleased | Self::UnknownSlot | Self::UnknownSession => 404,
            Self::Stale(e) => e.status(),
            Self::Congress(e) => e.status(),
            Self::Database(e) if store::is_passing(e) => 503,
            Self::Database(_) => 500,
        }
    }

    fn problem(&self) -> &'static str {
        match self {
            Self::Read(_)
            | Self::NoDays
            | Self::UnknownRoom
            | Self::RoomMissing
            | Self::EndsBeforeStart
            | Self::SlotTooLong
            | Self::MinutesOdd
            | Self::PairOfOne => "invalid",
            Self::Moved(_) => "changed-meanwhile",
            Self::Blocked(_) => "clash",
            Self::NotReleased | Self::UnknownSlot | Self::UnknownSession => "not-found",
            Self::Stale(e) => e.problem(),
            Self::Congress(e) => e.problem(),
            Self::Database(_) => "internal",
        }
    }

    fn message(&self) -> &'static str {
        match self {
            Self::Read(_) => "programme-error-read",
            Self::NoDays => "programme-error-no-days",
            Self::NotReleased => "programme-error-not-released",
            Self::Moved(_) => "programme-error-moved",
            Self::Blocked(_) => "programme-error-blocked",
            Self::UnknownSlot | Self::UnknownSession => "fault-text-404",
            Self::UnknownRoom => "programme-error-unknown-room",
            Self::RoomMissing => "programme-error-room-missing",
            Self::EndsBeforeStart => "programme-error-ends-before-start",
            Self::SlotTooLong => "programme-error-slot-too-long",
            Self::MinutesOdd => "programme-error-minutes-odd",
            Self::PairOfOne => "programme-error-pair-of-one",
            Self::Stale(e) => e.message(),
            Self::Congress(e) => e.message(),
            Self::Database(_) => "fault-text-500",
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Read(e) => vec![("line", e.line.to_string()), ("column", e.column.to_string())],
            Self::Moved(moved) => vec![("by", moved.by.clone())],
            Self::Congress(e) => e.values(),
            _ => vec![],
        }
    }

    fn pointer(&self) -> Option<String> {
        match self {
            Self::Congress(e) => e.pointer(),
            _ => None,
        }
    }
}
