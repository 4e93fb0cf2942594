//! Who suits whom, and why: a score for each pair, and the few reasons that people are told.
//!
//! **Never**: oneself, the own organisation, whom one has refused ("no thanks" is final), whom either has blocked, whom
//! one is in contact with already, and with whom one has no language in common where both say which they speak. Who has no
//! topic in common is no match either: neighbours of the same size and nothing to talk about are none.
//!
//! **What counts**, each as much as its [`Weights`] say: a need that meets an offer, two needs that can be met together
//! ([`fits`], [`jointly`]), on the same topic or, weaker, on a near one ([`Nearness`]); the best pair of entries counts in full, the second
//! by half, the third by a quarter, so that long lists of wishes do not win by length. Then the same topics, similar
//! size, neighbourhood, kinds that complete each other, time at the congress in common, a language that is not everybody's.
//! What the two are worth to each other is the same from either side, and the reasons of one are those of the other
//! mirrored: whoever is found by somebody finds them.
//!
//! **What differs by side**: who was shown interest often is damped, so that those seldom shown come up; a turn that goes by
//! day, some points and never more ([`Part::Turn`]), lets equals take turns and leaves what is clearly different in its order.
//!
//! **Interest is blind until it is mutual.** Whoever has shown interest in the viewer rises, and no reason says so. A place
//! in a list can still tell something, and this is what keeps it from telling much:
//! - interest makes no match of what is none, and at most doubles what the reasons are worth: who stands high has reasons for it;
//! - a score is for sorting and for nobody's eyes: no page, mail or answer of the API shows it, nor the place in the whole list;
//! - a list that moves at once would tell who has just pressed the button. Hence whoever calls counts interest (and with it
//!   `received`) as it stood when the day began, when the turns change everybody's places anyhow;
//!   Somebody who compares the lists of many days, and knows that nothing else has changed, may still guess; only interest
//!   that does not count at all would tell nothing;
//! - what somebody refused is as invisible: who was refused sees the same list as before.
//!
//! What comes in is what people may see of each other: an entry that one of two may not see must not be in the profile that
//! is handed in for the two, or its reason would tell of it.
//!
//! Nothing depends on the order of what comes in; who is equal in score stands by identifier.

mod bond;
mod fit;
mod lens;
mod pair;
mod profile;
mod reason;
mod topic;
mod weight;

pub use bond::Bonds;
pub use fit::{complete, fits, jointly};
pub use lens::Lens;
pub use profile::{Entry, Form, Kind, Maturity, Profile, Region, Side, Span};
pub use reason::{Reason, Relation, SHOWN, Seeker, relation};
pub use topic::{Nearness, Topics};
pub use weight::{Part, Weights};

use base::Uuid;
use std::cmp::Reverse;

/// What scores depend on beside the two people.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    pub topics: &'a Topics,
    /// At least those of the viewer.
    pub bonds: &'a Bonds,
    pub weights: &'a Weights,
    /// The number of the day: turns go by it.
    pub day: u64,
}

/// Somebody who suits the viewer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    pub other: Uuid,
    /// For sorting, and to be shown to nobody: it holds interest that is still blind.
    pub score: i64,
    /// The heaviest first, at most [`SHOWN`].
    pub reasons: Vec<Reason>,
}

/// How well somebody suits the viewer. None: they do not.
pub fn score(viewer: &Profile, other: &Profile, setting: Setting<'_>) -> Option<Match> {
    Lens::new(viewer, setting).matched(other)
}

/// Those who suit the viewer best, at most `limit`. Whoever is handed in twice is listed once.
pub fn rank<'p>(
    viewer: &Profile,
    others: impl IntoIterator<Item = &'p Profile>,
    setting: Setting<'_>,
    limit: usize,
) -> Vec<Match> {
    let mut lens = Lens::new(viewer, setting);
    let scored = others.into_iter().filter_map(|other| lens.score(other).map(|score| (score, other)));
    let mut found: Vec<(i64, &Profile)> = scored.collect();
    let place = |(score, other): &(i64, &Profile)| (Reverse(*score), other.id);
    // Only those that may be among the first are sorted, with room for some that were handed in twice.
    let first = limit.saturating_mul(2);
    if first < found.len() {
        found.select_nth_unstable_by_key(first, place);
        found.truncate(first);
    }
    found.sort_unstable_by_key(place);
    found.dedup_by_key(|(_, other)| other.id);
    found.truncate(limit);
    found.into_iter().filter_map(|(_, other)| lens.matched(other)).collect()
}
