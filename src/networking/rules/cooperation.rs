//! How far a cooperation is and may come, and who sees it.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// How far it is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum State {
    Idea,
    Interested,
    Agreed,
    /// Funding was applied for.
    Applied,
    Running,
    /// Others have taken over what came of it.
    Transferred,
    Ended,
}

impl State {
    pub const ALL: [Self; 7] =
        [Self::Idea, Self::Interested, Self::Agreed, Self::Applied, Self::Running, Self::Transferred, Self::Ended];

    /// As in forms and in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Idea => "idea",
            Self::Interested => "interested",
            Self::Agreed => "agreed",
            Self::Applied => "applied",
            Self::Running => "running",
            Self::Transferred => "transferred",
            Self::Ended => "ended",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }

    /// Whether it may be said next. An agreement may come at once, and runs with or without funding that is applied for;
    /// what is refused falls back to the agreement. Only what runs is transferred. Everything may end, and what has ended
    /// is taken up again as an idea.
    pub fn may_become(self, next: Self) -> bool {
        match self {
            Self::Idea => matches!(next, Self::Interested | Self::Agreed | Self::Ended),
            Self::Interested => matches!(next, Self::Idea | Self::Agreed | Self::Ended),
            Self::Agreed => matches!(next, Self::Applied | Self::Running | Self::Ended),
            Self::Applied => matches!(next, Self::Agreed | Self::Running | Self::Ended),
            Self::Running => matches!(next, Self::Transferred | Self::Ended),
            Self::Transferred => matches!(next, Self::Running | Self::Ended),
            Self::Ended => next == Self::Idea,
        }
    }
}

/// Who sees it. Each takes in those before it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Circle {
    /// Who is in it, or invited.
    Members,
    /// Who takes part in the congress, logged in.
    Participants,
    Public,
}

impl Circle {
    pub const ALL: [Self; 3] = [Self::Participants, Self::Public, Self::Members];

    /// As in forms and in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Members => "members",
            Self::Participants => "participants",
            Self::Public => "public",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|circle| circle.name() == name)
    }

    pub fn shows_to(self, tie: Tie) -> bool {
        match self {
            Self::Public => true,
            Self::Participants => tie >= Tie::Participant,
            Self::Members => tie >= Tie::Invited,
        }
    }
}

/// How somebody stands to a cooperation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tie {
    Anybody,
    Participant,
    /// Asked and was told no: sees what they saw before, and does not ask again.
    Refused,
    /// Asked to be let in: sees no more than before.
    Asking,
    Invited,
    Joined,
}
