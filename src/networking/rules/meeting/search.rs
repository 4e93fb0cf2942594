//! Looking for a good plan. All steps are counted: the same seed takes the same ones everywhere.

use super::Options;
use super::problem::{Grade, Problem, Slots, bit, each};
use super::state::State;
use base::Chance;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// So many changes are tried for each wish, …
const CHANGES: u64 = 400;
/// … and altogether.
const MOST_CHANGES: u64 = 1_000_000;
/// A plan may be worth no less than it was so many changes before.
const LATE: usize = 400;
/// So many of those in a slot without a table are compared, to find who gives way.
const COMPARED: usize = 3;

/// The best plan that was found, and how many changes were tried.
pub(super) fn solve(problem: &Problem, options: Options) -> (State<'_>, u64) {
    let mut search = Search { state: State::new(problem), dice: Dice::new(options.seed) };
    search.fill();
    let steps = search.improve(options.effort.into());
    search.fill();
    search.ease();
    // What moved may have left a place to others.
    search.fill();
    (search.state, steps)
}

/// Numbers by a seed (SplitMix64). The house's chance gives the first; millions of draws would wait for its lock.
struct Dice(u64);

impl Dice {
    fn new(seed: u64) -> Self {
        Self(u64::from_le_bytes(Chance::seeded(seed).bytes()))
    }

    /// A number below another, which is not zero.
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^= z >> 31;
        let n = u64::try_from(n.max(1)).unwrap_or(u64::MAX);
        usize::try_from(z % n).unwrap_or_default()
    }
}

struct Search<'p> {
    state: State<'p>,
    dice: Dice,
}

impl Search<'_> {
    /// Places what can be without anybody giving way: the highest grades first, of one grade those of people who have the
    /// fewest meetings, then those with the fewest slots to go to.
    fn fill(&mut self) {
        for grade in Grade::ALL.into_iter().rev() {
            let key = |state: &State<'_>, pair: usize| {
                let both = &state.problem.pairs[pair];
                let (one, two) = (state.count(both.one), state.count(both.two));
                Reverse((one + two, one.max(two), both.slots.count_ones(), pair))
            };
            let waiting = self.state.waiting(grade).iter();
            let mut heap: BinaryHeap<_> = waiting.map(|pair| key(&self.state, *pair)).collect();
            while let Some(top) = heap.pop() {
                let pair = top.0.3;
                // Their people may have got meetings meanwhile.
                let now = key(&self.state, pair);
                if now != top {
                    heap.push(now);
                } else if let Some(slot) = self.easiest(pair, self.state.free(pair)) {
                    self.state.put(pair, slot);
                }
            }
        }
        self.state.keep();
    }

    /// Of some slots the one that suits a pair best: with the fewest meetings directly before and after, then with the most
    /// tables left, then the earliest.
    fn easiest(&self, pair: usize, slots: Slots) -> Option<usize> {
        let both = &self.state.problem.pairs[pair];
        let beside = |person: usize, slot: usize| {
            let around = (bit(slot) << 1) | (bit(slot) >> 1);
            (self.state.busy(person) & around).count_ones()
        };
        let key = |slot: &usize| (beside(both.one, *slot) + beside(both.two, *slot), Reverse(self.state.left(*slot)));
        each(slots).min_by_key(key)
    }

    /// One of some slots.
    fn any(&mut self, slots: Slots) -> Option<usize> {
        let count = usize::try_from(slots.count_ones()).unwrap_or_default();
        each(slots).nth(self.dice.below(count))
    }

    /// Wishes without a place push others out, and meetings move, as long as the plan is worth no less than now or some
    /// changes before.
    fn improve(&mut self, effort: u64) -> u64 {
        let pairs = u64::try_from(self.state.problem.pairs.len()).unwrap_or(u64::MAX);
        let changes = pairs.saturating_mul(CHANGES).min(MOST_CHANGES).saturating_mul(effort) / 100;
        let mut best = (self.state.value(), self.state.slots().to_vec());
        let mut before = vec![self.state.value(); LATE];
        for change in 0..changes {
            let late = usize::try_from(change).unwrap_or_default() % LATE;
            let least = before[late].min(self.state.value());
            if self.dice.below(4) == 0 {
                self.shift();
            } else {
                self.push();
            }
            if self.state.value() < least {
                self.state.undo();
            }
            self.state.keep();
            before[late] = self.state.value();
            if self.state.value() > best.0 {
                best.0 = self.state.value();
                best.1.clear();
                best.1.extend_from_slice(self.state.slots());
            }
        }
        if best.0 > self.state.value() {
            self.state.restore(&best.1);
        }
        changes
    }

    /// A meeting moves to another slot, if one is free.
    fn shift(&mut self) {
        let slot = self.dice.below(self.state.problem.slots);
        if self.state.problem.slots == 0 || self.state.inside(slot).is_empty() {
            return;
        }
        let pair = self.state.inside(slot)[self.dice.below(self.state.inside(slot).len())];
        self.state.take(pair);
        let free = self.state.free(pair) & !bit(slot);
        let to = self.any(free).unwrap_or(slot);
        self.state.put(pair, to);
    }

    /// A wish without a place takes one; whoever is in its way looks for another.
    fn push(&mut self) {
        let grades: Vec<Grade> =
            Grade::ALL.into_iter().filter(|grade| !self.state.waiting(*grade).is_empty()).collect();
        if grades.is_empty() {
            return;
        }
        let waiting = self.state.waiting(grades[self.dice.below(grades.len())]);
        let pair = waiting[self.dice.below(waiting.len())];
        let both = &self.state.problem.pairs[pair];
        let Some(slot) = self.any(both.slots) else { return };
        let mut out: Vec<usize> =
            [both.one, both.two].into_iter().filter_map(|one| self.state.met(one, slot)).collect();
        out.iter().for_each(|other| self.state.take(*other));
        for person in [both.one, both.two] {
            if self.state.is_full(person) {
                // Those that are fixed stay: then there is no place.
                let least = self.state.of(person).min_by_key(|other| (self.state.problem.pairs[*other].grade, *other));
                let Some(least) = least else { return self.state.undo() };
                self.state.take(least);
                out.push(least);
            }
        }
        if self.state.left(slot) == 0 {
            let Some(least) = self.least(slot) else { return self.state.undo() };
            self.state.take(least);
            out.push(least);
        }
        self.state.put(pair, slot);
        out.sort_unstable_by_key(|other| Reverse((self.state.problem.pairs[*other].grade, *other)));
        for other in out {
            let free = self.state.free(other);
            if let Some(to) = self.any(free) {
                self.state.put(other, to);
            }
        }
    }

    /// Who gives way in a slot without a table: the lowest wish of some.
    fn least(&mut self, slot: usize) -> Option<usize> {
        let mut least: Option<(Grade, usize)> = None;
        for _ in 0..COMPARED {
            let inside = self.state.inside(slot);
            let pair = *inside.get(self.dice.below(inside.len()))?;
            let grade = self.state.problem.pairs[pair].grade;
            if least.is_none_or(|(lowest, _)| grade < lowest) {
                least = Some((grade, pair));
            }
        }
        least.map(|(_, pair)| pair)
    }

    /// Meetings move where they suit their people better, or where more tables are left, if that costs nothing else.
    fn ease(&mut self) {
        for _ in 0..2 {
            for pair in 0..self.state.problem.pairs.len() {
                let Some(slot) = self.state.slot(pair) else { continue };
                self.state.take(pair);
                let to = self.easiest(pair, self.state.free(pair)).unwrap_or(slot);
                self.state.put(pair, to);
            }
        }
        self.state.keep();
    }
}
