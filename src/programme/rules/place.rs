//! "Place what is left": finds times and rooms for what is parked.
//!
//! 1. Nothing that is pinned is touched. Of what has a place already, nothing is either, unless whoever asks lets the
//!    solver move what is not pinned: then as little as possible.
//! 2. A session goes only where its room is open and within the congress's days, on the grid, as long as it was agreed to
//!    be. It breaks no rule that *blocks*; what *warns* it does as little as possible.
//! 3. As many as possible are placed. Of plans that place the same number the one is taken that costs least by
//!    [`Weights`].
//! 4. Whatever finds no place is told with the reason: which rule left how many of the windows, and which windows a single
//!    rule forbids ([`Why`]).
//! 5. The same plan, settings, options and seed give the same result on every machine: steps are counted, not measured.
//!
//! It places the most constrained first, several times in other orders; then what found no place goes where it ejects least,
//! and what was ejected looks anew; then single sessions move and change places while that costs less, or no more than
//! some steps before.

mod cost;
mod explain;
mod frame;
mod item;
mod problem;
mod search;
mod state;

pub use cost::{Cost, Weights};
pub use explain::{Left, ORDER, Why};

use super::clash::{Look, Settings};
use super::plan::{Plan, Span};
use base::{Chance, Uuid};
use problem::Problem;

/// What the solver may touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Only what is parked.
    Parked,
    /// Whatever is not pinned. What has a place that breaks a rule which blocks finds another, or is parked and told.
    Unpinned,
}

/// How to go about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    pub seed: u64,
    pub scope: Scope,
    /// Minutes between two possible beginnings.
    pub grid: i32,
    /// How hard to try, in per cent of the usual.
    pub effort: u32,
    pub weights: Weights,
}

impl Default for Options {
    fn default() -> Self {
        Self { seed: 1, scope: Scope::Parked, grid: 5, effort: 100, weights: Weights::default() }
    }
}

/// A slot with its new place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    pub slot: Uuid,
    pub room: Uuid,
    pub span: Span,
}

/// A slot without a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unplaced {
    pub slot: Uuid,
    /// With everything else where it is now.
    pub why: Why,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What has another place than before, in the order of the plan.
    pub moves: Vec<Move>,
    /// What has none, in the order of the plan.
    pub unplaced: Vec<Unplaced>,
    pub cost: Cost,
    /// What the first attempt cost: never less.
    pub start: Cost,
}

/// Places what is left.
pub fn place(plan: &Plan, settings: &Settings, options: &Options) -> Outcome {
    let look = Look::new(plan);
    let problem = Problem::new(&look, settings, options);
    let chance = Chance::seeded(options.seed);
    let (state, start) = search::solve(&problem, options, &chance);
    let mut outcome = Outcome { moves: vec![], unplaced: vec![], cost: state.cost(), start };
    for at in problem.movable.iter().copied() {
        let item = &problem.items[at];
        let slot = &plan.slots[item.slot];
        match state.at(at) {
            Some(spot) if item.current.is_some_and(|current| current.is(spot)) => {}
            Some(spot) => {
                let (room, span) = (plan.rooms[usize::from(spot.room)].id, problem.frame.span(spot.from, item.length));
                outcome.moves.push(Move { slot: slot.id, room, span });
            }
            None => {
                let why = explain::why(&look, &problem, &state, at);
                outcome.unplaced.push(Unplaced { slot: slot.id, why });
            }
        }
    }
    outcome
}
