//! The review of what was handed in, at the desk. Where an `id` may be `new`, the page begins empty and its POST adds.

use crate::route::addresses;

addresses! {
    /// What is mine to judge.
    Reviews { congress } = "/{congress}/desk/reviews";
    /// Leads to what should be judged next.
    Next { congress } = "/{congress}/desk/reviews/next";
    Review { congress, code } = "/{congress}/desk/reviews/{code}";
    /// Says that one cannot judge it.
    Conflict { congress, code } = "/{congress}/desk/reviews/{code}/conflict";
    /// Takes that back.
    ConflictWithdrawal { congress, code } = "/{congress}/desk/reviews/{code}/conflict/withdrawal";
    /// What organisers decide by.
    Board { congress } = "/{congress}/desk/review-board";
    /// What reviewers gave one of it.
    Reviewed { congress, code } = "/{congress}/desk/review-board/{code}";
    /// Its text without names.
    Cover { congress, code } = "/{congress}/desk/review-board/{code}/cover";
    /// Gives it to a reviewer.
    Assignment { congress, code } = "/{congress}/desk/review-board/{code}/assignment";
    /// Takes it from one.
    AssignmentRemoval { congress, code } = "/{congress}/desk/review-board/{code}/assignment/removal";
    /// Gives everything to so many each.
    Spread { congress } = "/{congress}/desk/review-board/spread";
    /// Phases, criteria, teams.
    Frame { congress } = "/{congress}/desk/review-frame";
    Phase { congress, id } = "/{congress}/desk/review-frame/phases/{id}";
    PhaseRemoval { congress, id } = "/{congress}/desk/review-frame/phases/{id}/removal";
    Criterion { congress, id } = "/{congress}/desk/review-frame/criteria/{id}";
    CriterionRemoval { congress, id } = "/{congress}/desk/review-frame/criteria/{id}/removal";
    Team { congress, id } = "/{congress}/desk/review-frame/teams/{id}";
    TeamRemoval { congress, id } = "/{congress}/desk/review-frame/teams/{id}/removal";
}
