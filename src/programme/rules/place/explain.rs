//! Why something finds no place, as values: people are told in their language.

use super::item::{Kinds, bit};
use super::problem::Problem;
use super::state::State;
use crate::rules::clash::{Kind, Look};

/// How many windows are left after a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Left {
    pub kind: Kind,
    pub windows: usize,
}

/// Why something finds no place. A window is a room and a beginning on the grid, from which the session fits the time that
/// the room is open within the congress's days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nobody has said how long it is.
    NoLength,
    /// No room is open that long.
    NoWindow { minutes: i64 },
    /// There are windows, and rules leave none of them.
    Ruled {
        minutes: i64,
        windows: usize,
        /// The rules that forbid some of the windows that were left, in the order of [`ORDER`], until none was left.
        left: Vec<Left>,
        /// The rules that alone forbid some windows, and how many: without that rule it would find a place there.
        alone: Vec<Left>,
    },
}

/// The order in which rules are asked: first what the room is, then whether it is free, then who speaks, then the others.
pub const ORDER: [Kind; 13] = [
    Kind::OutsideDays,
    Kind::RoomClosed,
    Kind::RoomTooSmall,
    Kind::Crowded,
    Kind::TrackElsewhere,
    Kind::Length,
    Kind::RoomTwice,
    Kind::Changeover,
    Kind::SpeakerAway,
    Kind::SpeakerTwice,
    Kind::Walk,
    Kind::SessionTwice,
    Kind::Beside,
];

/// Why a slot finds no place among all the others.
pub(super) fn why(look: &Look<'_>, problem: &Problem, state: &State<'_>, at: usize) -> Why {
    let length = problem.items[at].length;
    if length <= 0 {
        return Why::NoLength;
    }
    let minutes = i64::from(length / 60);
    // Of each window, the rules that forbid it.
    let mut forbidden: Vec<Kinds> = vec![];
    problem.each_place(look, at, |spot, alone| {
        let mut kinds = alone;
        state.meets(at, spot, |_, others| kinds |= others);
        forbidden.push(kinds & problem.hard);
    });
    if forbidden.is_empty() {
        return Why::NoWindow { minutes };
    }
    let (mut left, mut alone, mut windows) = (vec![], vec![], forbidden.len());
    let mut passed: Kinds = 0;
    for kind in ORDER {
        let only = forbidden.iter().filter(|kinds| **kinds == bit(kind)).count();
        if only > 0 {
            alone.push(Left { kind, windows: only });
        }
        passed |= bit(kind);
        let now = forbidden.iter().filter(|kinds| **kinds & passed == 0).count();
        if now < windows {
            windows = now;
            left.push(Left { kind, windows });
        }
    }
    Why::Ruled { minutes, windows: forbidden.len(), left, alone }
}
