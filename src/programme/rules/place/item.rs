//! What the solver puts somewhere, and where it could be.

use crate::rules::clash::Kind;
use crate::rules::plan::Content;

/// A set of kinds, a bit each.
pub(super) type Kinds = u16;

pub(super) fn bit(kind: Kind) -> Kinds {
    1 << kind as Kinds
}

/// Stands for no room.
pub(super) const NOWHERE: u16 = u16::MAX;

/// A room and a beginning.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    pub room: u16,
    /// How many kinds warn there whatever else takes place.
    pub warnings: u16,
    pub from: i32,
}

impl Spot {
    pub(super) fn is(self, other: Self) -> bool {
        self.key() == other.key()
    }

    pub(super) fn key(self) -> (u16, i32) {
        (self.room, self.from)
    }
}

/// What another slot has to do with one, wherever they are.
pub(super) struct Link {
    pub other: usize,
    pub speaker: bool,
    pub same: bool,
    pub apart: bool,
}

/// A slot.
pub(super) struct Item {
    /// By its place in the plan.
    pub slot: usize,
    pub session: Option<usize>,
    pub content: Content,
    /// In seconds. Zero: it is not known.
    pub length: i32,
    pub track: Option<usize>,
    pub kind: Option<usize>,
    pub seamless: bool,
    /// From 0 to 10.
    pub popularity: i64,
    pub speakers: Vec<usize>,
    pub links: Vec<Link>,
    /// Where it could be as far as what is fixed lets it, by room and time.
    pub spots: Vec<Spot>,
    /// Where it is before.
    pub current: Option<Spot>,
    /// It is not for the solver to move.
    pub stays: bool,
}

pub(super) struct Room {
    pub several: bool,
    /// In seconds.
    pub changeover: i32,
}

/// How many kinds there are.
pub(super) fn warnings(kinds: Kinds) -> u16 {
    u16::try_from(kinds.count_ones()).unwrap_or_default()
}
