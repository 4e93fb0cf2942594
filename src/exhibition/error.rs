//! What can go wrong with the exhibition.

use crate::rules::outline::OutlineFault;
use base::error::Told;
use congress::CongressError;
use identity::IdentityError;
use store::DbErr;
use web::form::Stale;

#[derive(Debug, thiserror::Error)]
pub enum ExhibitionError {
    #[error("there is no such project, stand or hall")]
    Unknown,
    #[error(transparent)]
    Stale(#[from] Stale),
    #[error("a stand has the number {0} already")]
    NumberTaken(String),
    #[error("the stand does not fit into the hall there")]
    Outside,
    /// A stand, or something that it would be too small for.
    #[error("the hall has stands that would be outside")]
    TooSmall,
    #[error("the hall has stands")]
    HasStands,
    /// It came of a submission, which is withdrawn or cancelled instead.
    #[error("the project came of a submission")]
    Submitted,
    #[error("the stand has a project: {0}")]
    StandTaken(String),
    #[error(transparent)]
    Outline(#[from] OutlineFault),
    #[error(transparent)]
    Congress(#[from] CongressError),
    #[error(transparent)]
    Identity(#[from] IdentityError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl Told for ExhibitionError {
    fn status(&self) -> u16 {
        match self {
            Self::Unknown => 404,
            Self::Stale(e) => e.status(),
            Self::NumberTaken(_) | Self::Outside | Self::TooSmall | Self::Outline(_) => 422,
            Self::HasStands | Self::Submitted | Self::StandTaken(_) => 409,
            Self::Congress(e) => e.status(),
            Self::Identity(e) => e.status(),
            Self::Database(e) if store::is_passing(e) => 503,
            Self::Database(_) => 500,
        }
    }

    fn problem(&self) -> &'static str {
        match self {
            Self::Unknown => "not-found",
            Self::Stale(e) => e.problem(),
            Self::NumberTaken(_) | Self::Outside | Self::TooSmall | Self::Outline(_) => "invalid",
            Self::HasStands | Self::Submitted | Self::StandTaken(_) => "in-use",
            Self::Congress(e) => e.problem(),
            Self::Identity(e) => e.problem(),
            Self::Database(_) => "internal",
        }
    }

    fn message(&self) -> &'static str {
        match self {
            Self::Unknown => "fault-text-404",
            Self::Stale(e) => e.message(),
            Self::NumberTaken(_) => "exhibition-error-number",
            Self::Outside => "exhibition-error-outside",
            Self::TooSmall => "exhibition-error-small",
            Self::HasStands => "exhibition-error-has-stands",
            Self::Submitted => "desk-project-submitted",
            Self::StandTaken(_) => "exhibition-error-taken",
            Self::Outline(OutlineFault::NoSvg) => "exhibition-error-svg",
            Self::Outline(OutlineFault::TooLarge) => "exhibition-error-svg-large",
            Self::Outline(OutlineFault::Empty) => "exhibition-error-svg-empty",
            Self::Congress(e) => e.message(),
            Self::Identity(e) => e.message(),
            Self::Database(_) => "fault-text-500",
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NumberTaken(number) => vec![("number", number.clone())],
            Self::StandTaken(project) => vec![("project", project.clone())],
            Self::Congress(e) => e.values(),
            _ => vec![],
        }
    }
}
