//! Why wishes found no place, as values: people are told in their language.

use super::problem::Problem;
use super::state::State;
use super::{Unplaced, Why};

/// Those that could have been placed and were not.
pub(super) fn unplaced<'s>(problem: &'s Problem, state: &'s State<'_>) -> impl Iterator<Item = Unplaced> + 's {
    let without = problem.pairs.iter().enumerate().filter(|(pair, _)| state.slot(*pair).is_none());
    without.map(|(_, pair)| {
        let (one, two) = (&problem.people[pair.one], &problem.people[pair.two]);
        let common = one.free & two.free;
        let free = one.open & two.open & !state.busy(pair.one) & !state.busy(pair.two);
        let why = if common == 0 {
            Why::NoCommonSlot
        } else if state.is_full(pair.one) {
            Why::Full(one.id)
        } else if state.is_full(pair.two) {
            Why::Full(two.id)
        } else if free == 0 {
            Why::Busy { slots: common.count_ones() }
        } else {
            Why::NoTable { slots: free.count_ones() }
        };
        Unplaced { one: one.id, two: two.id, grade: pair.grade, why }
    })
}
