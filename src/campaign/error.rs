//! What can go wrong with campaigns.

use base::error::Told;
use congress::CongressError;
use identity::IdentityError;
use post::PostError;
use store::DbErr;

#[derive(Debug, thiserror::Error)]
pub enum CampaignError {
    #[error("there is no such campaign")]
    Unknown,
    #[error("somebody changed it meanwhile")]
    Changed,
    #[error("it has been sent, or is being sent")]
    Sent,
    #[error("the letter has faults")]
    Faulty,
    #[error("it goes to nobody")]
    Nobody,
    #[error("the time is over")]
    Past,
    #[error("another segment is called so")]
    SegmentTaken,
    #[error(transparent)]
    Congress(#[from] CongressError),
    #[error(transparent)]
    Post(#[from] PostError),
    #[error(transparent)]
    Identity(#[from] IdentityError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl Told for CampaignError {
    fn status(&self) -> u16 {
        match self {
            Self::Unknown => 404,
            Self::Changed | Self::Sent | Self::SegmentTaken => 409,
            Self::Faulty | Self::Nobody | Self::Past => 422,
            Self::Congress(e) => e.status(),
            Self::Post(e) => e.status(),
            Self::Identity(e) => e.status(),
            Self::Database(e) if store::is_passing(e) => 503,
            Self::Database(_) => 500,
        }
    }

    fn problem(&self) -> &'static str {
        match self {
            Self::Unknown => "not-found",
            Self::Changed | Self::Sent | Self::SegmentTaken => "conflict",
            Self::Faulty | Self::Nobody | Self::Past => "invalid",
            Self::Congress(e) => e.problem(),
            Self::Post(e) => e.problem(),
            Self::Identity(e) => e.problem(),
            Self::Database(_) => "internal",
        }
    }

    fn message(&self) -> &'static str {
        match self {
            Self::Unknown => "fault-text-404",
            Self::Changed => "campaign-fault-changed",
            Self::Sent => "campaign-fault-sent",
            Self::Faulty => "campaign-fault-faulty",
            Self::Nobody => "campaign-fault-nobody",
            Self::Past => "campaign-fault-past",
            Self::SegmentTaken => "campaign-fault-segment-taken",
            Self::Congress(e) => e.message(),
            Self::Post(e) => e.message(),
            Self::Identity(e) => e.message(),
            Self::Database(_) => "fault-text-500",
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Congress(e) => e.values(),
            Self::Post(e) => e.values(),
            Self::Identity(e) => e.values(),
            _ => vec![],
        }
    }
}
