//! What can go wrong with calendars.

use base::error::Told;
use congress::CongressError;
use identity::IdentityError;
use post::PostError;
use registration::RegistrationError;
use store::DbErr;

#[derive(Debug, thiserror::Error)]
pub enum CalendarError {
    #[error("there is no such calendar")]
    Unknown,
    #[error("the invitation was called off")]
    CalledOff,
    #[error("the session is over")]
    Over,
    #[error(transparent)]
    Congress(#[from] CongressError),
    #[error(transparent)]
    Post(#[from] PostError),
    #[error(transparent)]
    Identity(#[from] IdentityError),
    #[error(transparent)]
    Registration(#[from] RegistrationError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl Told for CalendarError {
    fn status(&self) -> u16 {
        match self {
            Self::Unknown => 404,
            Self::CalledOff | Self::Over => 409,
            Self::Congress(e) => e.status(),
            Self::Post(e) => e.status(),
            Self::Identity(e) => e.status(),
            Self::Registration(e) => e.status(),
            Self::Database(e) if store::is_passing(e) => 503,
            Self::Database(_) => 500,
        }
    }

    fn problem(&self) -> &'static str {
        match self {
            Self::Unknown => "not-found",
            Self::CalledOff | Self::Over => "conflict",
            Self::Congress(e) => e.problem(),
            Self::Post(e) => e.problem(),
            Self::Identity(e) => e.problem(),
            Self::Registration(e) => e.problem(),
            Self::Database(_) => "internal",
        }
    }

    fn message(&self) -> &'static str {
        match self {
            Self::Unknown => "fault-text-404",
            Self::CalledOff => "invitation-fault-called-off",
            Self::Over => "invitation-fault-over",
            Self::Congress(e) => e.message(),
            Self::Post(e) => e.message(),
            Self::Identity(e) => e.message(),
            Self::Registration(e) => e.message(),
            Self::Database(_) => "fault-text-500",
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Registration(e) => e.values(),
            Self::Congress(e) => e.values(),
            Self::Post(e) => e.values(),
            Self::Identity(e) => e.values(),
            Self::Unknown | Self::CalledOff | Self::Over | Self::Database(_) => vec![],
        }
    }
}
