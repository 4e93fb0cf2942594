//! What can go wrong in the directory.

use base::error::Told;
use congress::CongressError;
use identity::IdentityError;
use post::PostError;
use store::DbErr;
use web::form::Stale;

#[derive(Debug, thiserror::Error)]
pub enum NetworkingError {
    /// Also what one may not see, and a directory that is not open.
    #[error("there is no such person, topic, offer or need")]
    Unknown,
    /// The link of the way in is of another day.
    #[error("the link has ended")]
    LinkEnded,
    #[error("nobody takes part under that address")]
    NoTicket,
    #[error(transparent)]
    Stale(#[from] Stale),
    #[error("there are {0} of them already")]
    TooMany(usize),
    #[error("interest was shown too often today")]
    TooOften,
    /// Writing to somebody who takes interest alone.
    #[error("they do not take messages")]
    NoMessages,
    #[error("both know each other already")]
    KnowEachOther,
    #[error("it was answered already")]
    Answered,
    /// A cooperation cannot come from one state to the other.
    #[error("a cooperation does not become that")]
    NoStep { from: &'static str, to: &'static str },
    /// Somebody else said how far it is meanwhile.
    #[error("its state was changed meanwhile")]
    StaleStep,
    #[error("a topic cannot become part of itself or of one below it")]
    Circle,
    #[error("a topic has that short name already")]
    SlugTaken,
    #[error(transparent)]
    Congress(#[from] CongressError),
    #[error(transparent)]
    Identity(#[from] IdentityError),
    #[error(transparent)]
    Post(#[from] PostError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl Told for NetworkingError {
    fn status(&self) -> u16 {
        match self {
            Self::Unknown | Self::LinkEnded => 404,
            Self::Stale(e) => e.status(),
            Self::TooOften => 429,
            Self::NoTicket | Self::TooMany(_) | Self::Circle | Self::SlugTaken => 422,
            Self::NoMessages | Self::KnowEachOther | Self::Answered | Self::NoStep { .. } | Self::StaleStep => 409,
            Self::Congress(e) => e.status(),
            Self::Identity(e) => e.status(),
            Self::Post(e) => e.status(),
            Self::Database(e) if store::is_passing(e) => 503,
            Self::Database(_) => 500,
        }
    }

    fn problem(&self) -> &'static str {
        match self {
            Self::Unknown | Self::LinkEnded => "not-found",
            Self::Stale(e) => e.problem(),
            Self::TooOften => "too-many-requests",
            Self::NoTicket | Self::TooMany(_) | Self::Circle | Self::SlugTaken => "invalid",
            Self::NoMessages | Self::KnowEachOther | Self::Answered | Self::NoStep { .. } | Self::StaleStep => {
                "conflict"
            }
            Self::Congress(e) => e.problem(),
            Self::Identity(e) => e.problem(),
            Self::Post(e) => e.problem(),
            Self::Database(_) => "internal",
        }
    }

    fn message(&self) -> &'static str {
        match self {
            Self::Unknown => "fault-text-404",
            Self::LinkEnded => "network-error-link",
            Self::NoTicket => "network-error-ticket",
            Self::Stale(e) => e.message(),
            Self::TooMany(_) => "network-error-many",
            Self::TooOften => "network-error-often",
            Self::NoMessages => "network-error-no-messages",
            Self::KnowEachOther => "network-error-known",
            Self::Answered => "network-error-answered",
            Self::NoStep { .. } => "network-error-step",
            Self::StaleStep => "network-error-stale-step",
            Self::Circle => "network-error-circle",
            Self::SlugTaken => "network-error-slug",
            Self::Congress(e) => e.message(),
            Self::Identity(e) => e.message(),
            Self::Post(e) => e.message(),
            Self::Database(_) => "fault-text-500",
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooMany(most) => vec![("most", most.to_string())],
            Self::NoStep { from, to } => vec![("from", (*from).to_owned()), ("to", (*to).to_owned())],
            Self::Congress(e) => e.values(),
            Self::Identity(e) => e.values(),
            _ => vec![],
        }
    }
}
