//! What can go wrong with the programme.

use crate::rules::submission::Wrong;
use crate::rules::transition::Why;
use base::error::Told;
use congress::CongressError;
use identity::IdentityError;
use post::PostError;
use schedule::ReadError;
use store::DbErr;
use web::form::Stale;

#[derive(Debug, thiserror::Error)]
pub enum ProgrammeError {
    #[error(transparent)]
    Read(#[from] ReadError),
    /// A congress cannot be made from it.
    #[error("the file has no day and no event, so that nobody knows when the congress is")]
    NoDays,
    #[error("the congress has no programme that was released")]
    NotReleased,
    #[error("there is no such thing here")]
    Unknown,
    /// A step that nobody can take, or not now.
    #[error("this step cannot be taken: {0:?}")]
    Step(Why),
    /// What was typed is not enough, or too much.
    #[error("something is missing or too long")]
    Faulty(Vec<Wrong>),
    /// Nobody may change it any more.
    #[error("it cannot be changed any more")]
    Fixed,
    /// Somebody takes part already.
    #[error("they take part already")]
    SpeakerTwice,
    #[error("no more people can take part")]
    TooManySpeakers,
    /// The file is no picture that is taken: why, as a key of the locale files.
    #[error("the picture is not taken: {0}")]
    Picture(&'static str),
    #[error(transparent)]
    Stale(#[from] Stale),
    #[error(transparent)]
    Identity(#[from] IdentityError),
    #[error(transparent)]
    Post(#[from] PostError),
    #[error(transparent)]
    Congress(#[from] CongressError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl Told for ProgrammeError {
    fn status(&self) -> u16 {
        match self {
            Self::Read(_) | Self::NoDays | Self::Faulty(_) | Self::Picture(_) => 422,
            Self::NotReleased | Self::Unknown => 404,
            Self::Step(_) | Self::Fixed | Self::SpeakerTwice | Self::TooManySpeakers => 409,
            Self::Stale(e) => e.status(),
            Self::Identity(e) => e.status(),
            Self::Post(e) => e.status(),
            Self::Congress(e) => e.status(),
            Self::Database(e) if store::is_passing(e) => 503,
            Self::Database(_) => 500,
        }
    }

    fn problem(&self) -> &'static str {
        match self {
            Self::Read(_) | Self::NoDays | Self::Faulty(_) | Self::Picture(_) => "invalid",
            Self::NotReleased | Self::Unknown => "not-found",
            Self::Step(_) | Self::Fixed | Self::SpeakerTwice | Self::TooManySpeakers => "closed",
            Self::Stale(e) => e.problem(),
            Self::Identity(e) => e.problem(),
            Self::Post(e) => e.problem(),
            Self::Congress(e) => e.problem(),
            Self::Database(_) => "internal",
        }
    }

    fn message(&self) -> &'static str {
        match self {
            Self::Read(_) => "programme-error-read",
            Self::NoDays => "programme-error-no-days",
            Self::NotReleased => "programme-error-not-released",
            Self::Unknown => "fault-text-404",
            Self::Step(why) => match why {
                Why::Same => "call-step-same",
                Why::NoSuchStep => "call-step-none",
                Why::NotYours => "call-step-not-yours",
                Why::CallClosed => "call-step-closed",
                Why::Over => "call-step-over",
                Why::NotDecided => "call-step-not-decided",
                Why::Edited => "call-step-edited",
            },
            Self::Faulty(_) => "call-faulty",
            Self::Fixed => "call-fixed",
            Self::SpeakerTwice => "call-speaker-twice",
            Self::TooManySpeakers => "call-speakers-many",
            Self::Picture(why) => why,
            Self::Stale(e) => e.message(),
            Self::Identity(e) => e.message(),
            Self::Post(e) => e.message(),
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
