//! What can go wrong at the door. That somebody is not let in is an answer and no error.

use base::error::Told;
use registration::RegistrationError;
use store::DbErr;
use store::key::KeyError;

#[derive(Debug, thiserror::Error)]
pub enum CheckinError {
    /// No such congress or scan, or not for this actor.
    #[error("there is no such check-in")]
    Unknown,
    #[error("there is no gate {0}")]
    UnknownGate(String),
    /// A nonce names one scan of one ticket. Answering for another ticket would let somebody in unseen.
    #[error("the nonce was used for another ticket")]
    NonceReused,
    /// The scan let nobody in, or was taken back already.
    #[error("there is nothing to take back")]
    NotReversible,
    /// Somebody has entered with the ticket: it is not handed on any more.
    #[error("somebody has entered with this ticket")]
    Entered,
    #[error(transparent)]
    Registration(#[from] RegistrationError),
    #[error(transparent)]
    Key(#[from] KeyError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl Told for CheckinError {
    fn status(&self) -> u16 {
        match self {
            Self::Unknown => 404,
            Self::UnknownGate(_) | Self::NonceReused => 422,
            Self::NotReversible | Self::Entered => 409,
            Self::Registration(e) => e.status(),
            Self::Key(KeyError::Database(e)) | Self::Database(e) if store::is_passing(e) => 503,
            Self::Key(_) | Self::Database(_) => 500,
        }
    }

    fn problem(&self) -> &'static str {
        match self {
            Self::Unknown => "not-found",
            Self::UnknownGate(_) => "unknown-gate",
            Self::NonceReused => "nonce-reused",
            Self::NotReversible => "not-reversible",
            Self::Entered => "entered",
            Self::Registration(e) => e.problem(),
            Self::Key(_) | Self::Database(_) => "internal",
        }
    }

    fn message(&self) -> &'static str {
        match self {
            Self::Unknown => "fault-text-404",
            Self::UnknownGate(_) => "checkin-error-unknown-gate",
            Self::NonceReused => "checkin-error-nonce-reused",
            Self::NotReversible => "checkin-error-not-reversible",
            Self::Entered => "checkin-error-entered",
            Self::Registration(e) => e.message(),
            Self::Key(_) | Self::Database(_) => "fault-text-500",
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::UnknownGate(gate) => vec![("gate", gate.clone())],
            Self::Registration(e) => e.values(),
            _ => vec![],
        }
    }
}

web::told!(CheckinError);
