//! What can go wrong with reviews.

use base::error::Told;
use congress::CongressError;
use store::DbErr;
use web::form::Stale;

#[derive(Debug, thiserror::Error)]
pub enum ReviewError {
    #[error("there is nothing of that kind")]
    Unknown,
    #[error("a name is missing")]
    NameMissing,
    #[error("a text is too long")]
    TooLong,
    #[error("a phase ends after it begins")]
    PhaseBackwards,
    #[error("a weight is 0 to 100, the best value 1 to 100")]
    Scale,
    /// Who is named there may not review in this congress.
    #[error("somebody of the team may not review")]
    NotAReviewer,
    #[error("reviews were given by it")]
    Used,
    #[error("no reviews can be given now")]
    NotNow,
    #[error("it is for another to judge")]
    NotYours,
    #[error("who judges is too near to it")]
    TooNear,
    #[error("it is decided")]
    Decided,
    #[error("a review gives a value or a comment, or abstains")]
    Empty,
    #[error("a value is outside its scale")]
    Value,
    #[error(transparent)]
    Stale(#[from] Stale),
    #[error(transparent)]
    Congress(#[from] CongressError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl Told for ReviewError {
    fn status(&self) -> u16 {
        match self {
            // What is another's to judge is not there.
            Self::Unknown | Self::NotYours => 404,
            Self::NameMissing
            | Self::TooLong
            | Self::PhaseBackwards
            | Self::Scale
            | Self::NotAReviewer
            | Self::Empty
            | Self::Value => 422,
            Self::Used | Self::NotNow | Self::TooNear | Self::Decided => 409,
            Self::Stale(e) => e.status(),
            Self::Congress(e) => e.status(),
            Self::Database(e) if store::is_passing(e) => 503,
            Self::Database(_) => 500,
        }
    }

    fn problem(&self) -> &'static str {
        match self {
            Self::Unknown | Self::NotYours => "not-found",
            Self::Used | Self::NotNow | Self::TooNear | Self::Decided => "conflict",
            Self::Stale(e) => e.problem(),
            Self::Congress(e) => e.problem(),
            Self::Database(_) => "internal",
            _ => "invalid",
        }
    }

    fn message(&self) -> &'static str {
        match self {
            Self::Unknown | Self::NotYours => "fault-text-404",
            Self::NameMissing => "congress-error-name-missing",
            Self::TooLong => "review-error-too-long",
            Self::PhaseBackwards => "review-error-phase-backwards",
            Self::Scale => "review-error-scale",
            Self::NotAReviewer => "review-error-not-a-reviewer",
            Self::Used => "review-error-used",
            Self::NotNow => "review-error-not-now",
            Self::TooNear => "review-error-too-near",
            Self::Decided => "review-error-decided",
            Self::Empty => "review-error-empty",
            Self::Value => "review-error-value",
            Self::Stale(e) => e.message(),
            Self::Congress(e) => e.message(),
            Self::Database(_) => "fault-text-500",
        }
    }
}
