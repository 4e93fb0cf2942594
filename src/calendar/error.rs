//! What can go wrong with calendars.

use base::error::Told;
use registration::RegistrationError;
use store::DbErr;

#[derive(Debug, thiserror::Error)]
pub enum CalendarError {
    #[error("there is no such calendar")]
    Unknown,
    #[error(transparent)]
    Registration(#[from] RegistrationError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl Told for CalendarError {
    fn status(&self) -> u16 {
        match self {
            Self::Unknown => 404,
            Self::Registration(e) => e.status(),
            Self::Database(e) if store::is_passing(e) => 503,
            Self::Database(_) => 500,
        }
    }

    fn problem(&self) -> &'static str {
        match self {
            Self::Unknown => "not-found",
            Self::Registration(e) => e.problem(),
            Self::Database(_) => "internal",
        }
    }

    fn message(&self) -> &'static str {
        match self {
            Self::Unknown => "fault-text-404",
            Self::Registration(e) => e.message(),
            Self::Database(_) => "fault-text-500",
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Registration(e) => e.values(),
            Self::Unknown | Self::Database(_) => vec![],
        }
    }
}
