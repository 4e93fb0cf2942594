//! Which needs an offer meets, which needs can be met together, which kinds of organisation complete each other: in per
//! cent of what meets in full.

use super::profile::{Entry, Form, Kind, Maturity};
use super::topic::Nearness;

/// Whether something runs, so that one can learn from it or look at it.
fn runs(entry: &Entry) -> bool {
    matches!(entry.maturity, Some(Maturity::Running | Maturity::Transferable))
}

/// Whether something is at its beginning.
fn begins(entry: &Entry) -> bool {
    matches!(entry.maturity, Some(Maturity::Idea | Maturity::Planning))
}

/// How well an offer meets a need, by their forms and by how far the offered thing is:
///
/// | need | is met by |
/// |---|---|
/// | experience | experience (70 while it is only an idea or planned); a site visit 80; a solution or reuse that runs 80 |
/// | solution | a solution (70 while …); reuse; experience with what runs 40 |
/// | staff | staff |
/// | funding partner | a funding partner |
/// | place for a pilot | a place for a pilot |
/// | joint procurement | joint procurement; reuse 50: what is there already need not be bought |
/// | reuse | reuse (70 while …); a solution that is transferable, or runs 60; experience with what runs 40 |
/// | site visit | a site visit; experience, a solution or reuse that runs 60 |
///
/// Nothing else meets: staff does not help who seeks a partner for an application.
pub fn fits(need: &Entry, offer: &Entry) -> i64 {
    let mature = if begins(offer) { 70 } else { 100 };
    let when_it_runs = |percent: i64| if runs(offer) { percent } else { 0 };
    match (need.form, offer.form) {
        (Form::Experience, Form::Experience)
        | (Form::Solution, Form::Solution | Form::Reuse)
        | (Form::Reuse, Form::Reuse) => mature,
        (Form::Staff, Form::Staff)
        | (Form::FundingPartner, Form::FundingPartner)
        | (Form::PilotPlace, Form::PilotPlace)
        | (Form::JointProcurement, Form::JointProcurement)
        | (Form::SiteVisit, Form::SiteVisit) => 100,
        (Form::Experience, Form::SiteVisit) => 80,
        (Form::Experience, Form::Solution | Form::Reuse) => when_it_runs(80),
        (Form::Solution | Form::Reuse, Form::Experience) => when_it_runs(40),
        (Form::Reuse, Form::Solution) if offer.maturity == Some(Maturity::Transferable) => 100,
        (Form::Reuse, Form::Solution) => when_it_runs(60),
        (Form::SiteVisit, Form::Experience | Form::Solution | Form::Reuse) => when_it_runs(60),
        (Form::JointProcurement, Form::Reuse) => 50,
        _ => 0,
    }
}

/// How well two needs can be met together. The same from either side.
///
/// - Both want to procure jointly: in full. One of them, and the other seeks a solution on the same topic: 50.
/// - Both seek a funding partner: in full, one application needs several.
/// - Both are at an idea or planning on the same topic, and seek experience, a solution, reuse or a visit: 70. They go the
///   same way at the same time, and ask the same people.
pub fn jointly(one: &Entry, other: &Entry, near: Nearness) -> i64 {
    let learns = |form: Form| matches!(form, Form::Experience | Form::Solution | Form::Reuse | Form::SiteVisit);
    match (one.form, other.form) {
        (Form::JointProcurement, Form::JointProcurement) | (Form::FundingPartner, Form::FundingPartner) => 100,
        (Form::JointProcurement, Form::Solution) | (Form::Solution, Form::JointProcurement)
            if near == Nearness::Same =>
        {
            50
        }
        (a, b) if near == Nearness::Same && learns(a) && learns(b) && begins(one) && begins(other) => 70,
        _ => 0,
    }
}

/// How well two kinds of organisation complete each other. The same from either side. A business is of interest to a public
/// body where one of them has what the other needs, else it is a sales call.
pub fn complete(one: Kind, other: Kind, meets: bool) -> i64 {
    let public = |kind: Kind| matches!(kind, Kind::Municipality | Kind::District | Kind::Authority);
    let pair = |a: Kind, b: Kind| (one, other) == (a, b) || (other, one) == (a, b);
    let with_public = |kind: Kind| (public(one) && other == kind) || (public(other) && one == kind);
    if with_public(Kind::University) || (with_public(Kind::Business) && meets) {
        100
    } else if with_public(Kind::Initiative) || with_public(Kind::School) || pair(Kind::Business, Kind::University) {
        60
    } else if pair(Kind::University, Kind::School) {
        40
    } else {
        0
    }
}
