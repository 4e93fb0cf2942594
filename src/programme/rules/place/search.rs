//! Looking for a good plan. All steps are counted: the same seed takes the same ones everywhere.

use super::cost::Cost;
use super::item::Spot;
use super::problem::Problem;
use super::state::State;
use super::{Options, Scope};
use base::Chance;

/// So many orders are tried beside the first.
const ORDERS: u32 = 3;
/// So many of the places that a slot could have are compared.
const COMPARED: usize = 64;
/// A change may cost no more than the plan did so many changes before.
const LATE: usize = 300;
/// So many changes are tried for each slot, …
const CHANGES: u64 = 1_500;
/// … and altogether.
const MOST_CHANGES: u64 = 400_000;
/// So often what found no place looks for one, for each slot, …
const ATTEMPTS: u64 = 1_000;
/// … and so many places are looked at for that altogether.
const MOST_LOOKS: u64 = 5_000_000;

/// The best plan that was found, and what the first cost.
pub(super) fn solve<'p>(problem: &'p Problem, options: &Options, chance: &Chance) -> (State<'p>, Cost) {
    let search = Search { problem, chance, effort: options.effort.into() };
    let begun = begun(problem, options.scope);
    let mut best = begun.clone();
    search.fill(&mut best, false);
    let start = best.cost();
    for _ in 0..ORDERS {
        let mut other = begun.clone();
        search.fill(&mut other, true);
        if other.cost() < best.cost() {
            best = other;
        }
    }
    search.repair(&mut best);
    search.improve(&mut best);
    search.repair(&mut best);
    search.fill(&mut best, false);
    (best, start)
}

/// What has a place that blocks nothing begins there.
fn begun(problem: &Problem, scope: Scope) -> State<'_> {
    let mut state = State::new(problem);
    if scope == Scope::Unpinned {
        for at in &problem.movable {
            let item = &problem.items[*at];
            // As it stands in the list, with its warnings.
            let spot = item.current.and_then(|current| item.spots.iter().find(|spot| spot.is(current)));
            if let Some(spot) = spot.filter(|spot| state.fits(*at, **spot)) {
                state.put(*at, *spot);
            }
        }
    }
    state
}

struct Search<'p, 'c> {
    problem: &'p Problem,
    chance: &'c Chance,
    effort: u64,
}

impl Search<'_, '_> {
    fn below(&self, n: usize) -> usize {
        usize::try_from(self.chance.below(u64::try_from(n).unwrap_or(u64::MAX))).unwrap_or_default()
    }

    fn unplaced(&self, state: &State<'_>) -> Vec<usize> {
        let without = self.problem.movable.iter().copied().filter(|at| state.at(*at).is_none());
        without.filter(|at| !self.problem.items[*at].spots.is_empty()).collect()
    }

    /// Places what it can, those first that have the fewest places to go, each where it costs least.
    fn fill(&self, state: &mut State<'_>, shuffled: bool) {
        let mut order = self.unplaced(state);
        order.sort_by_cached_key(|at| {
            let item = &self.problem.items[*at];
            let luck = if shuffled { 50 + self.below(100) } else { 100 };
            (item.spots.len() * luck, std::cmp::Reverse(item.length), *at)
        });
        for at in order {
            let first = if shuffled { self.below(COMPARED) } else { 0 };
            if let Some(spot) = self.cheapest(state, at, first) {
                state.put(at, spot);
            }
        }
    }

    /// The cheapest of the places where nothing blocks it, or of a fair choice of them.
    fn cheapest(&self, state: &mut State<'_>, at: usize, first: usize) -> Option<Spot> {
        let spots = self.problem.items[at].spots.iter().copied();
        let fitting: Vec<Spot> = spots.filter(|spot| state.fits(at, *spot)).collect();
        let every = fitting.len().div_ceil(COMPARED).max(1);
        let mut best: Option<(Cost, Spot)> = None;
        for spot in fitting.into_iter().skip(first % every).step_by(every) {
            state.put(at, spot);
            let cost = state.cost();
            state.take(at);
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, spot));
            }
        }
        best.map(|(_, spot)| spot)
    }

    /// What found no place goes where it ejects least; what was ejected often is ejected less readily.
    fn repair(&self, state: &mut State<'_>) {
        let mut waiting = self.unplaced(state);
        let mut best = state.clone();
        let mut ejected = vec![0_u32; self.problem.items.len()];
        let count = u64::try_from(self.problem.movable.len()).unwrap_or(u64::MAX);
        let mut attempts = (200 + count * ATTEMPTS) * self.effort / 100;
        let mut looks = MOST_LOOKS * self.effort / 100;
        while !waiting.is_empty() && attempts > 0 && looks > 0 {
            let at = waiting.swap_remove(self.below(waiting.len()));
            attempts -= 1;
            looks = looks.saturating_sub(u64::try_from(self.problem.items[at].spots.len()).unwrap_or(u64::MAX));
            let Some(spot) = self.least_ejecting(state, at, &ejected) else { continue };
            let mut others = vec![];
            state.meets(at, spot, |other, kinds| {
                if kinds & self.problem.hard != 0 && !others.contains(&other) {
                    others.push(other);
                }
            });
            for other in others {
                state.take(other);
                ejected[other] += 1;
                waiting.push(other);
            }
            state.put(at, spot);
            if state.cost().unplaced < best.cost().unplaced {
                best = state.clone();
            }
        }
        *state = best;
    }

    fn least_ejecting(&self, state: &State<'_>, at: usize, ejected: &[u32]) -> Option<Spot> {
        let (mut least, mut among, mut found) = (u32::MAX, 0, None);
        for spot in self.problem.items[at].spots.iter().copied() {
            let mut weight = 0_u32;
            state.meets(at, spot, |other, kinds| {
                if kinds & self.problem.hard != 0 {
                    let blame = if self.problem.items[other].stays { u32::MAX } else { 1 + ejected[other] };
                    weight = weight.saturating_add(blame);
                }
            });
            if weight < least {
                (least, among) = (weight, 0);
            }
            if weight == least && weight < u32::MAX {
                among += 1;
                if self.below(among) == 0 {
                    found = Some(spot);
                }
            }
        }
        found
    }

    /// Single slots move, and two change places, while that costs no more than now or than some steps before.
    fn improve(&self, state: &mut State<'_>) {
        let placed: Vec<usize> = self.problem.movable.iter().copied().filter(|at| state.at(*at).is_some()).collect();
        if placed.is_empty() {
            return;
        }
        let count = u64::try_from(placed.len()).unwrap_or(u64::MAX);
        let changes = (count * CHANGES).min(MOST_CHANGES) * self.effort / 100;
        let (mut least, mut best) = (state.cost(), state.places());
        let mut before = vec![state.cost(); LATE];
        for change in 0..changes {
            let late = usize::try_from(change).unwrap_or_default() % LATE;
            let most = before[late].max(state.cost());
            let at = placed[self.below(placed.len())];
            if self.below(5) < 3 {
                self.relocate(state, at, most);
            } else {
                self.exchange(state, at, placed[self.below(placed.len())], most);
            }
            before[late] = state.cost();
            if state.cost() < least {
                (least, best) = (state.cost(), state.places());
            }
        }
        state.restore(&best);
    }

    fn relocate(&self, state: &mut State<'_>, at: usize, most: Cost) {
        let spots = &self.problem.items[at].spots;
        let spot = spots[self.below(spots.len())];
        if !state.fits(at, spot) {
            return;
        }
        let Some(before) = state.take(at) else { return };
        state.put(at, spot);
        if state.cost() > most {
            state.take(at);
            state.put(at, before);
        }
    }

    fn exchange(&self, state: &mut State<'_>, a: usize, b: usize, most: Cost) {
        let (Some(of_a), Some(of_b)) = (state.at(a), state.at(b)) else { return };
        let (Some(to_a), Some(to_b)) = (self.listed(a, of_b), self.listed(b, of_a)) else { return };
        if a == b {
            return;
        }
        state.take(a);
        state.take(b);
        if state.fits(a, to_a) {
            state.put(a, to_a);
            if state.fits(b, to_b) {
                state.put(b, to_b);
                if state.cost() <= most {
                    return;
                }
                state.take(b);
            }
            state.take(a);
        }
        state.put(a, of_a);
        state.put(b, of_b);
    }

    /// The place as it stands among those of this slot.
    fn listed(&self, at: usize, spot: Spot) -> Option<Spot> {
        let spots = &self.problem.items[at].spots;
        let found = spots.binary_search_by_key(&spot.key(), |spot| spot.key()).ok()?;
        Some(spots[found])
    }
}
