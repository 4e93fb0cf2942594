//! One person's view of all the others: what there is to know of them is looked up once, so that tens of thousands are
//! scored in some milliseconds.

use super::bond::Own;
use super::fit::complete;
use super::pair::{Pair, pair};
use super::profile::{Entry, Profile, Span};
use super::reason::{ABOUT_TOPICS, Reason, Relation, SHOWN, relation};
use super::topic::Nearness;
use super::weight::{Part, Weights};
use super::{Match, Setting};
use base::{Language, Uuid};
use chrono::TimeDelta;
use std::cmp::Reverse;

/// What is less than that is no time to meet.
const MEETING: TimeDelta = TimeDelta::minutes(30);
/// So many pairs of entries count, and so many topics that both work on.
const COUNTED: usize = 3;
/// The popular are damped by no more than so many per cent.
const MOST_DAMPED: i64 = 40;
/// So much of the neighbourhood's weight is left for the same district and for a neighbouring one.
const SAME_DISTRICT: i64 = 80;
const NEIGHBOUR_DISTRICT: i64 = 50;

/// What is filled anew for each of the others and allocated once.
#[derive(Default)]
struct Scratch {
    pairs: Vec<Pair>,
    topics: Vec<Uuid>,
}

/// One person's view of all the others.
pub struct Lens<'a> {
    viewer: &'a Profile,
    weights: &'a Weights,
    day: u64,
    own: Own,
    /// The topics that the viewer works on, has or needs something on. Sorted.
    topics: Vec<Uuid>,
    /// The viewer's entries by each topic near to theirs. Sorted.
    near: Vec<(Uuid, usize, Nearness)>,
    scratch: Scratch,
}

impl<'a> Lens<'a> {
    pub fn new(viewer: &'a Profile, setting: Setting<'a>) -> Self {
        let mut topics: Vec<Uuid> = viewer.works_on.clone();
        topics.extend(viewer.entries.iter().map(|entry| entry.topic));
        topics.sort_unstable();
        topics.dedup();
        let around = |entry: &Entry| setting.topics.around(entry.topic);
        let near = viewer.entries.iter().enumerate();
        let near = near.flat_map(|(at, entry)| around(entry).into_iter().map(move |(topic, near)| (topic, at, near)));
        let mut near: Vec<(Uuid, usize, Nearness)> = near.collect();
        near.sort_unstable();
        Self {
            viewer,
            weights: setting.weights,
            day: setting.day,
            own: Own::new(setting.bonds, viewer.id),
            topics,
            near,
            scratch: Scratch::default(),
        }
    }

    /// How well the other suits the viewer. None: never, or there is nothing to talk about.
    pub fn score(&mut self, other: &Profile) -> Option<i64> {
        if self.own.hides(other.id) {
            return None;
        }
        let worth = self.worth(other)?;
        let lift = self.lift(worth, self.own.liked_by(other.id), self.own.likes(other.id));
        Some(self.damped(worth, other.received) + lift + self.turn(self.viewer.id, other.id))
    }

    /// How well the viewer suits the other: the score that the viewer has in the other's list. So one lens is enough to
    /// bring everybody's list up to date when one person changes something.
    pub fn seen_by(&mut self, other: &Profile) -> Option<i64> {
        if self.own.hidden_from(other.id) {
            return None;
        }
        let worth = self.worth(other)?;
        let lift = self.lift(worth, self.own.likes(other.id), self.own.liked_by(other.id));
        Some(self.damped(worth, self.viewer.received) + lift + self.turn(other.id, self.viewer.id))
    }

    /// The other with score and reasons.
    pub fn matched(&mut self, other: &Profile) -> Option<Match> {
        let score = self.score(other)?;
        let mut weighed: Vec<(i64, Reason)> = vec![];
        if self.own.likes(other.id) && self.own.liked_by(other.id) {
            weighed.push((self.weights.of(Part::Mutual), Reason::Mutual));
        }
        self.each_reason(other, |points, reason| weighed.push((points, reason)));
        // In their order where they weigh the same: it is that of either side.
        weighed.sort_by_key(|(points, _)| Reverse(*points));
        // What the two would talk about is told in any case.
        let topic = weighed.iter().position(|(_, reason)| reason.is_about_topic());
        if let Some(topic) = topic.filter(|topic| *topic >= SHOWN) {
            let topic = weighed.remove(topic);
            weighed.insert(SHOWN - 1, topic);
        }
        let mut about_topics = 0;
        let reasons = weighed.into_iter().map(|(_, reason)| reason).filter(|reason| {
            about_topics += usize::from(reason.is_about_topic());
            !reason.is_about_topic() || about_topics <= ABOUT_TOPICS
        });
        Some(Match { other: other.id, score, reasons: reasons.take(SHOWN).collect() })
    }

    /// What the two are worth to each other, the same from either side.
    fn worth(&mut self, other: &Profile) -> Option<i64> {
        let mut worth = 0;
        self.each_reason(other, |points, _| worth += points).then_some(worth)
    }

    /// Interest is a part of the score, and as long as it is one-sided at most as large as the rest of it.
    fn lift(&self, worth: i64, theirs: bool, mine: bool) -> i64 {
        match (theirs, mine) {
            (true, true) => self.weights.of(Part::Mutual),
            (true, false) => worth.min(self.weights.of(Part::Interest)),
            (false, _) => 0,
        }
    }

    fn damped(&self, worth: i64, received: u32) -> i64 {
        let doublings = i64::from(received.saturating_add(1).ilog2());
        let percent = (self.weights.of(Part::Damping) * doublings).min(MOST_DAMPED);
        worth - worth * percent / 100
    }

    /// By how much it is the other's turn today in the viewer's list.
    fn turn(&self, viewer: Uuid, other: Uuid) -> i64 {
        let (a, b) = viewer.as_u64_pair();
        let (c, d) = other.as_u64_pair();
        let mixed = [a, b, c, d].into_iter().fold(self.day, |sum, part| mix(sum ^ part));
        let steps = u64::try_from(self.weights.of(Part::Turn)).unwrap_or_default() + 1;
        i64::try_from(mixed % steps).unwrap_or_default()
    }

    /// Tells each reason with what it weighs. False: there is none to talk about, or they must not meet at all.
    fn each_reason(&mut self, other: &Profile, mut each: impl FnMut(i64, Reason)) -> bool {
        let mut scratch = std::mem::take(&mut self.scratch);
        let found = self.each_topic(other, &mut scratch, &mut each);
        self.scratch = scratch;
        if let Some(meets) = found {
            self.each_other(other, meets, each);
        }
        found.is_some()
    }

    /// What is about topics, the heaviest first. Gives whether a need meets an offer; none: nothing is in common.
    fn each_topic(
        &self,
        other: &Profile,
        Scratch { pairs, topics }: &mut Scratch,
        each: &mut impl FnMut(i64, Reason),
    ) -> Option<bool> {
        pairs.clear();
        topics.clear();
        for theirs in &other.entries {
            let from = self.near.partition_point(|(topic, ..)| *topic < theirs.topic);
            for (_, at, near) in self.near[from..].iter().take_while(|(topic, ..)| *topic == theirs.topic) {
                let mine = &self.viewer.entries[*at];
                pairs.extend(pair((self.viewer, mine), (other, theirs), *near, self.weights));
            }
        }
        let both = other.works_on.iter().copied().chain(other.entries.iter().map(|entry| entry.topic));
        topics.extend(both.filter(|topic| self.topics.binary_search(topic).is_ok()));
        if (pairs.is_empty() && topics.is_empty()) || self.is_never(other) {
            return None;
        }
        pairs.sort_unstable_by_key(Pair::place);
        let mut meets = false;
        let mut taken: [Option<Pair>; COUNTED] = [None; COUNTED];
        let mut count = 0;
        for pair in pairs.iter() {
            // Each entry counts once.
            if taken.iter().flatten().any(|one| one.mine == pair.mine || one.theirs == pair.theirs) {
                continue;
            }
            let Some(place) = taken.get_mut(count) else { break };
            *place = Some(*pair);
            each(pair.points >> count, pair.reason);
            count += 1;
            meets |= matches!(pair.reason, Reason::NeedMeetsOffer { .. });
        }
        // What a pair of entries is about is said already.
        topics.retain(|topic| !taken.iter().flatten().any(|pair| pair.is_about(*topic)));
        topics.sort_unstable();
        topics.dedup();
        let weight = self.weights.of(Part::SameTopic);
        for (place, topic) in topics.iter().take(COUNTED).enumerate().filter(|_| weight > 0) {
            each(if place == 0 { weight } else { weight / 2 }, Reason::SameTopic { topic: *topic });
            count += 1;
        }
        (count > 0).then_some(meets)
    }

    /// Who is no match whatever they have in common.
    fn is_never(&self, other: &Profile) -> bool {
        let viewer = self.viewer;
        let same = viewer.organisation.is_some() && viewer.organisation == other.organisation;
        let said = !viewer.languages.is_empty() && !other.languages.is_empty();
        let mute = said && !viewer.languages.iter().any(|language| other.languages.contains(language));
        viewer.id == other.id || same || mute
    }

    /// What is not about topics.
    fn each_other(&self, other: &Profile, meets: bool, mut each: impl FnMut(i64, Reason)) {
        let viewer = self.viewer;
        let mut part = |part: Part, percent: i64, reason: Reason| {
            let points = self.weights.of(part) * percent / 100;
            if points > 0 {
                each(points, reason);
            }
        };
        if let (Some(mine), Some(theirs)) = (viewer.municipality(), other.municipality()) {
            let (less, more) = (mine.inhabitants.min(theirs.inhabitants), mine.inhabitants.max(theirs.inhabitants));
            // By half at most.
            if mine.level == theirs.level && u64::from(more) * 2 <= u64::from(less) * 3 {
                part(
                    Part::SimilarSize,
                    100,
                    Reason::SimilarSize { mine: mine.inhabitants, theirs: theirs.inhabitants },
                );
            }
        }
        if let (Some(mine), Some(theirs)) = (viewer.town, other.town)
            && let Some(relation) = relation(mine, theirs)
        {
            let percent = match relation {
                Relation::SameTown => 100,
                Relation::SameDistrict => SAME_DISTRICT,
                Relation::NeighbourDistrict => NEIGHBOUR_DISTRICT,
            };
            part(Part::Neighbourhood, percent, Reason::Neighbourhood { relation, km: mine.distance_km(theirs) });
        }
        if let (Some(mine), Some(theirs)) = (viewer.kind, other.kind) {
            part(Part::Kinds, complete(mine, theirs, meets), Reason::Kinds { mine, theirs });
        }
        if viewer.on_site
            && other.on_site
            && let Some(span) = together(&viewer.presence, &other.presence)
        {
            part(Part::Presence, 100, Reason::Presence { span });
        }
        let common = |language: Language| viewer.languages.contains(&language) && other.languages.contains(&language);
        if common(Language::En) && !common(Language::De) {
            part(Part::Language, 100, Reason::Language { language: Language::En });
        }
    }
}

/// The longest time that both are there, the earliest of several, if it is enough to meet.
fn together(one: &[Span], other: &[Span]) -> Option<Span> {
    let common = one.iter().flat_map(|a| other.iter().filter_map(|b| a.common(b)));
    common.filter(|span| span.length() >= MEETING).max_by_key(|span| (span.length(), Reverse(span.from)))
}

/// Spreads a number over all numbers (SplitMix64).
fn mix(number: u64) -> u64 {
    let mut z = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}
