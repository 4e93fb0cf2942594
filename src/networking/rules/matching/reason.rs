//! Why two suit each other, as values: people are told in their language, from their side.

use super::profile::{Form, Kind, Maturity, Span};
use super::topic::Nearness;
use crate::rules::town::{Level, Town};
use base::{Language, Uuid};

/// So many reasons are told: a sentence, not a report. No more than two of them about topics.
pub const SHOWN: usize = 3;
/// So many of those are about topics.
pub(super) const ABOUT_TOPICS: usize = 2;

/// Who of two seeks something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Seeker {
    Viewer,
    Other,
}

/// How two places lie to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    SameTown,
    SameDistrict,
    /// Districts that touch; of towns in them, those that are not far apart.
    NeighbourDistrict,
}

/// Why two suit each other. "Mine" is the viewer's, "theirs" the other's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// Each has shown interest in the other, and both know. What only one has shown is never a reason.
    Mutual,
    /// "Sucht Erfahrung mit der E-Akte, Sie führen sie seit 2023."
    NeedMeetsOffer {
        seeker: Seeker,
        need: Uuid,
        offer: Uuid,
        /// What is sought, on which topic.
        wanted: Form,
        topic: Uuid,
        /// What is offered, on which topic: the same or a near one.
        offered: Form,
        offered_topic: Uuid,
        near: Nearness,
        maturity: Option<Maturity>,
        since: Option<i32>,
    },
    /// "Will gemeinsam beschaffen, wie Sie."
    NeedMeetsNeed {
        mine: Uuid,
        theirs: Uuid,
        my_form: Form,
        my_topic: Uuid,
        their_form: Form,
        their_topic: Uuid,
        near: Nearness,
    },
    /// Both work on it.
    SameTopic {
        topic: Uuid,
    },
    /// Municipalities or districts, with their inhabitants.
    SimilarSize {
        mine: u32,
        theirs: u32,
    },
    Neighbourhood {
        relation: Relation,
        km: u32,
    },
    Kinds {
        mine: Kind,
        theirs: Kind,
    },
    /// The longest time that both are there.
    Presence {
        span: Span,
    },
    Language {
        language: Language,
    },
}

impl Reason {
    /// The same, told to the other: for an introduction that goes to both.
    #[must_use]
    pub fn mirrored(self) -> Self {
        match self {
            Self::NeedMeetsOffer {
                seeker,
                need,
                offer,
                wanted,
                topic,
                offered,
                offered_topic,
                near,
                maturity,
                since,
            } => {
                let seeker = match seeker {
                    Seeker::Viewer => Seeker::Other,
                    Seeker::Other => Seeker::Viewer,
                };
                Self::NeedMeetsOffer {
                    seeker,
                    need,
                    offer,
                    wanted,
                    topic,
                    offered,
                    offered_topic,
                    near,
                    maturity,
                    since,
                }
            }
            Self::NeedMeetsNeed { mine, theirs, my_form, my_topic, their_form, their_topic, near } => {
                Self::NeedMeetsNeed {
                    mine: theirs,
                    theirs: mine,
                    my_form: their_form,
                    my_topic: their_topic,
                    their_form: my_form,
                    their_topic: my_topic,
                    near,
                }
            }
            Self::SimilarSize { mine, theirs } => Self::SimilarSize { mine: theirs, theirs: mine },
            Self::Kinds { mine, theirs } => Self::Kinds { mine: theirs, theirs: mine },
            Self::Mutual
            | Self::SameTopic { .. }
            | Self::Neighbourhood { .. }
            | Self::Presence { .. }
            | Self::Language { .. } => self,
        }
    }

    /// Whether it says what the two would talk about.
    pub fn is_about_topic(&self) -> bool {
        matches!(self, Self::NeedMeetsOffer { .. } | Self::NeedMeetsNeed { .. } | Self::SameTopic { .. })
    }
}

/// Towns of districts that touch are no neighbours beyond so many kilometres.
const FAR: u32 = 50;

/// How two places lie to each other, if near.
pub fn relation(one: &Town, other: &Town) -> Option<Relation> {
    let districts = one.level == Level::District && other.level == Level::District;
    if one.district == other.district {
        let same = (one.level, one.name) == (other.level, other.name);
        Some(if same { Relation::SameTown } else { Relation::SameDistrict })
    } else if one.touches(other) && (districts || one.distance_km(other) <= FAR) {
        Some(Relation::NeighbourDistrict)
    } else {
        None
    }
}
