//! What can go wrong with the programme.

mod booking;

pub use booking::BookingError;

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
    #[error(transparent)]
    Congress(#[from] CongressError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl Told for ProgrammeError {
    fn status(&self) -> u16 {
        match self {
            Self::Read(_) | Self::NoDays => 422,
            Self::NotReleased => 404,
            Self::Congress(e) => e.status(),
            Self::Database(e) if store::is_passing(e) => 503,
            Self::Database(_) => 500,
        }
    }

    fn problem(&self) -> &'static str {
        match self {
            Self::Read(_) | Self::NoDays => "invalid",
            Self::NotReleased => "not-found",
            Self::Congress(e) => e.problem(),
            Self::Database(_) => "internal",
        }
    }

    fn message(&self) -> &'static str {
        match self {
            Self::Read(_) => "programme-error-read",
            Self::NoDays => "programme-error-no-days",
            Self::NotReleased => "programme-error-not-released",
            Self::Congress(e) => e.message(),
            Self::Database(_) => "fault-text-500",
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Read(e) => vec![("line", e.line.to_string()), ("column", e.column.to_string())],
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
