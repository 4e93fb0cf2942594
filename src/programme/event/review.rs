//! What happens to the review. Who gave a review stands in the log of the office, and is never told to who handed in.

use base::Uuid;
use serde_json::{Value, json};

#[derive(Clone, Debug)]
pub enum ReviewEvent {
    PhaseAdded {
        congress: Uuid,
        phase: Uuid,
        changed: Value,
    },
    PhaseChanged {
        congress: Uuid,
        phase: Uuid,
        changed: Value,
    },
    PhaseRemoved {
        congress: Uuid,
        phase: Uuid,
        changed: Value,
    },
    CriterionAdded {
        congress: Uuid,
        criterion: Uuid,
        changed: Value,
    },
    CriterionChanged {
        congress: Uuid,
        criterion: Uuid,
        changed: Value,
    },
    CriterionRemoved {
        congress: Uuid,
        criterion: Uuid,
        changed: Value,
    },
    TeamAdded {
        congress: Uuid,
        team: Uuid,
        changed: Value,
    },
    TeamChanged {
        congress: Uuid,
        team: Uuid,
        changed: Value,
    },
    TeamRemoved {
        congress: Uuid,
        team: Uuid,
        changed: Value,
    },
    /// Somebody judged; what, nobody reads here.
    Given {
        congress: Uuid,
        submission: Uuid,
        code: String,
        again: bool,
    },
    ConflictDeclared {
        congress: Uuid,
        submission: Uuid,
        code: String,
    },
    ConflictWithdrawn {
        congress: Uuid,
        submission: Uuid,
        code: String,
    },
    /// So many were given to reviewers at once.
    Spread {
        congress: Uuid,
        given: usize,
    },
    Assigned {
        congress: Uuid,
        submission: Uuid,
        code: String,
        reviewer: String,
    },
    Unassigned {
        congress: Uuid,
        submission: Uuid,
        code: String,
        reviewer: String,
    },
    /// Its text without names was written.
    Covered {
        congress: Uuid,
        submission: Uuid,
        code: String,
    },
}

impl store::Event for ReviewEvent {
    fn verb(&self) -> &'static str {
        match self {
            Self::PhaseAdded { .. } => "review.phase-added",
            Self::PhaseChanged { .. } => "review.phase-changed",
            Self::PhaseRemoved { .. } => "review.phase-removed",
            Self::CriterionAdded { .. } => "review.criterion-added",
            Self::CriterionChanged { .. } => "review.criterion-changed",
            Self::CriterionRemoved { .. } => "review.criterion-removed",
            Self::TeamAdded { .. } => "review.team-added",
            Self::TeamChanged { .. } => "review.team-changed",
            Self::TeamRemoved { .. } => "review.team-removed",
            Self::Given { again: false, .. } => "review.given",
            Self::Given { again: true, .. } => "review.changed",
            Self::ConflictDeclared { .. } => "review.conflict-declared",
            Self::ConflictWithdrawn { .. } => "review.conflict-withdrawn",
            Self::Spread { .. } => "review.spread",
            Self::Assigned { .. } => "review.assigned",
            Self::Unassigned { .. } => "review.unassigned",
            Self::Covered { .. } => "review.covered",
        }
    }

    fn object(&self) -> (&'static str, Uuid) {
        match self {
            Self::PhaseAdded { phase, .. } | Self::PhaseChanged { phase, .. } | Self::PhaseRemoved { phase, .. } => {
                ("review-phase", *phase)
            }
            Self::CriterionAdded { criterion, .. }
            | Self::CriterionChanged { criterion, .. }
            | Self::CriterionRemoved { criterion, .. } => ("review-criterion", *criterion),
            Self::TeamAdded { team, .. } | Self::TeamChanged { team, .. } | Self::TeamRemoved { team, .. } => {
                ("review-team", *team)
            }
            Self::Given { submission, .. }
            | Self::ConflictDeclared { submission, .. }
            | Self::ConflictWithdrawn { submission, .. }
            | Self::Assigned { submission, .. }
            | Self::Unassigned { submission, .. }
            | Self::Covered { submission, .. } => ("review", *submission),
            Self::Spread { congress, .. } => ("congress", *congress),
        }
    }

    fn congress(&self) -> Option<Uuid> {
        match self {
            Self::PhaseAdded { congress, .. }
            | Self::PhaseChanged { congress, .. }
            | Self::PhaseRemoved { congress, .. }
            | Self::CriterionAdded { congress, .. }
            | Self::CriterionChanged { congress, .. }
            | Self::CriterionRemoved { congress, .. }
            | Self::TeamAdded { congress, .. }
            | Self::TeamChanged { congress, .. }
            | Self::TeamRemoved { congress, .. }
            | Self::Given { congress, .. }
            | Self::ConflictDeclared { congress, .. }
            | Self::ConflictWithdrawn { congress, .. }
            | Self::Spread { congress, .. }
            | Self::Assigned { congress, .. }
            | Self::Unassigned { congress, .. }
            | Self::Covered { congress, .. } => Some(*congress),
        }
    }

    fn detail(&self) -> Value {
        match self {
            Self::PhaseAdded { changed, .. }
            | Self::PhaseChanged { changed, .. }
            | Self::PhaseRemoved { changed, .. }
            | Self::CriterionAdded { changed, .. }
            | Self::CriterionChanged { changed, .. }
            | Self::CriterionRemoved { changed, .. }
            | Self::TeamAdded { changed, .. }
            | Self::TeamChanged { changed, .. }
            | Self::TeamRemoved { changed, .. } => json!({ "changed": changed }),
            Self::Given { code, .. }
            | Self::ConflictDeclared { code, .. }
            | Self::ConflictWithdrawn { code, .. }
            | Self::Covered { code, .. } => json!({ "code": code }),
            Self::Assigned { code, reviewer, .. } | Self::Unassigned { code, reviewer, .. } => {
                json!({ "code": code, "name": reviewer })
            }
            Self::Spread { given, .. } => json!({ "n": given }),
        }
    }
}
