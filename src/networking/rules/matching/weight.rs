//! How much each reason weighs. Organisers tune it.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// What weighs, one number each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Each has shown interest in the other. Weighs at least as much as anything else.
    Mutual,
    /// The other has shown interest in the viewer, who must not learn of it. At most doubles what the reasons are worth;
    /// weighs at least as much as any of them.
    Interest,
    /// A need meets an offer that fits in full, on the same topic.
    NeedMeetsOffer,
    /// Two needs that can be met together, on the same topic.
    NeedMeetsNeed,
    /// Both work on the same topic. Further ones weigh half, three topics at most.
    SameTopic,
    /// Two municipalities, or two districts, of similar size.
    SimilarSize,
    /// The same town. The same district weighs less, a neighbouring one half.
    Neighbourhood,
    /// Kinds of organisation that complete each other.
    Kinds,
    /// Both are there at the same time.
    Presence,
    /// A language in common where it is not German, which is everybody's.
    Language,
    /// By so many per cent somebody counts less with each doubling of those who showed interest in them.
    Damping,
    /// So many points at most go by turns, another each day.
    Turn,
}

impl Part {
    pub const ALL: [Self; 12] = [
        Self::Mutual,
        Self::Interest,
        Self::NeedMeetsOffer,
        Self::NeedMeetsNeed,
        Self::SameTopic,
        Self::SimilarSize,
        Self::Neighbourhood,
        Self::Kinds,
        Self::Presence,
        Self::Language,
        Self::Damping,
        Self::Turn,
    ];

    /// As it is kept and as keys of texts name it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Mutual => "mutual",
            Self::Interest => "interest",
            Self::NeedMeetsOffer => "need-meets-offer",
            Self::NeedMeetsNeed => "need-meets-need",
            Self::SameTopic => "same-topic",
            Self::SimilarSize => "similar-size",
            Self::Neighbourhood => "neighbourhood",
            Self::Kinds => "kinds",
            Self::Presence => "presence",
            Self::Language => "language",
            Self::Damping => "damping",
            Self::Turn => "turn",
        }
    }

    /// Between which it may be. Damping and turns are bounded so that they cannot outweigh what people said themselves.
    pub fn bounds(self) -> RangeInclusive<i64> {
        match self {
            Self::Damping => 0..=10,
            Self::Turn => 0..=50,
            _ => 0..=1_000,
        }
    }

    /// How much it weighs where nobody has set it.
    pub fn usual(self) -> i64 {
        match self {
            Self::Mutual => 1_000,
            Self::Interest => 500,
            Self::NeedMeetsOffer => 400,
            Self::NeedMeetsNeed => 260,
            Self::SameTopic => 80,
            Self::SimilarSize => 60,
            Self::Neighbourhood => 60,
            Self::Kinds => 40,
            Self::Presence => 30,
            Self::Language => 10,
            Self::Damping => 4,
            Self::Turn => 15,
        }
    }
}

/// A number for each part, always within its bounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weights([i64; Part::ALL.len()]);

impl Default for Weights {
    fn default() -> Self {
        Self(Part::ALL.map(Part::usual))
    }
}

impl Weights {
    /// How much a part weighs. What must weigh most does so whatever the others are set to.
    pub fn of(&self, part: Part) -> i64 {
        match part {
            Part::Mutual => self.0[Part::Mutual as usize].max(self.of(Part::Interest)),
            Part::Interest => {
                Self::REASONS.into_iter().fold(self.0[Part::Interest as usize], |most, part| most.max(self.of(part)))
            }
            _ => self.0[part as usize],
        }
    }

    /// The parts that are reasons, without interest.
    const REASONS: [Part; 8] = [
        Part::NeedMeetsOffer,
        Part::NeedMeetsNeed,
        Part::SameTopic,
        Part::SimilarSize,
        Part::Neighbourhood,
        Part::Kinds,
        Part::Presence,
        Part::Language,
    ];

    /// The same with another number for one part, brought within its bounds.
    #[must_use]
    pub fn with(mut self, part: Part, weight: i64) -> Self {
        let bounds = part.bounds();
        self.0[part as usize] = weight.clamp(*bounds.start(), *bounds.end());
        self
    }

    /// As it was set, whatever the others are set to.
    pub fn set(&self, part: Part) -> i64 {
        self.0[part as usize]
    }

    /// All as they were set, by name.
    pub fn all(&self) -> BTreeMap<&'static str, i64> {
        Part::ALL.into_iter().map(|part| (part.name(), self.set(part))).collect()
    }

    /// As they are kept: those that are not as usual, by name.
    pub fn kept(&self) -> BTreeMap<&'static str, i64> {
        let other = Part::ALL.into_iter().filter(|part| self.set(*part) != part.usual());
        other.map(|part| (part.name(), self.set(part))).collect()
    }
}

/// What was kept. A name that is no part's weighs nothing.
impl<'n> FromIterator<(&'n str, i64)> for Weights {
    fn from_iter<I: IntoIterator<Item = (&'n str, i64)>>(kept: I) -> Self {
        kept.into_iter().fold(Self::default(), |weights, (name, weight)| {
            match Part::ALL.into_iter().find(|part| part.name() == name) {
                Some(part) => weights.with(part, weight),
                None => weights,
            }
        })
    }
}
