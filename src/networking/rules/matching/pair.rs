//! What two entries are worth together.

use super::fit::{fits, jointly};
use super::profile::{Entry, Profile, Region, Side};
use super::reason::{Reason, Seeker, relation};
use super::topic::Nearness;
use super::weight::{Part, Weights};
use base::Uuid;
use std::cmp::Reverse;

/// What is left of a pair of entries by each wish of theirs that the other does not meet: nearly, or not at all.
const NEARLY: i64 = 75;
const NOT: i64 = 50;

/// One of the viewer's entries and one of the other's that go together.
#[derive(Clone, Copy)]
pub(super) struct Pair {
    pub points: i64,
    pub mine: Uuid,
    pub theirs: Uuid,
    pub reason: Reason,
}

impl Pair {
    /// The heaviest first; the same order from either side.
    pub(super) fn place(&self) -> (Reverse<i64>, Uuid, Uuid) {
        (Reverse(self.points), self.mine.min(self.theirs), self.mine.max(self.theirs))
    }

    pub(super) fn is_about(&self, one: Uuid) -> bool {
        match &self.reason {
            Reason::NeedMeetsOffer { topic, offered_topic, .. } => *topic == one || *offered_topic == one,
            Reason::NeedMeetsNeed { my_topic, their_topic, .. } => *my_topic == one || *their_topic == one,
            _ => false,
        }
    }
}

/// What two entries are worth together, if anything.
pub(super) fn pair(
    (viewer, mine): (&Profile, &Entry),
    (other, theirs): (&Profile, &Entry),
    near: Nearness,
    weights: &Weights,
) -> Option<Pair> {
    let meets = |seeker: Seeker, need: &Entry, offer: &Entry| Reason::NeedMeetsOffer {
        seeker,
        need: need.id,
        offer: offer.id,
        wanted: need.form,
        topic: need.topic,
        offered: offer.form,
        offered_topic: offer.topic,
        near,
        maturity: offer.maturity,
        since: offer.since,
    };
    let (part, percent, reason) = match (mine.side, theirs.side) {
        (Side::Need, Side::Offer) => (Part::NeedMeetsOffer, fits(mine, theirs), meets(Seeker::Viewer, mine, theirs)),
        (Side::Offer, Side::Need) => (Part::NeedMeetsOffer, fits(theirs, mine), meets(Seeker::Other, theirs, mine)),
        (Side::Need, Side::Need) => {
            let reason = Reason::NeedMeetsNeed {
                mine: mine.id,
                theirs: theirs.id,
                my_form: mine.form,
                my_topic: mine.topic,
                their_form: theirs.form,
                their_topic: theirs.topic,
                near,
            };
            (Part::NeedMeetsNeed, jointly(mine, theirs, near), reason)
        }
        (Side::Offer, Side::Offer) => return None,
    };
    let wished = wished(mine, viewer, other) * wished(theirs, other, viewer);
    let points = weights.of(part) * percent * near.percent() * wished / 100_000_000;
    (points > 0).then_some(Pair { points, mine: mine.id, theirs: theirs.id, reason })
}

/// How far the other meets what an entry wishes of them, in per cent. What is not known is no fault.
fn wished(entry: &Entry, own: &Profile, other: &Profile) -> i64 {
    let size = match (entry.size, other.municipality()) {
        (Some(size), Some(town)) => match (size as u8).abs_diff(town.size() as u8) {
            0 => 100,
            1 => NEARLY,
            _ => NOT,
        },
        _ => 100,
    };
    let region = match (entry.region, own.town, other.town) {
        (Some(Region::Neighbourhood), Some(one), Some(two)) if relation(one, two).is_none() => NOT,
        _ => 100,
    };
    size * region / 100
}
