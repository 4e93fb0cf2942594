//! Who meets when, and what it is worth: kept up to date with each meeting that is put somewhere or taken away.

use super::problem::{Grade, Problem, Slots, bit, each};

/// Stands for no pair.
const NOBODY: u32 = u32::MAX;

/// What somebody's meeting adds to a plan by its number: the first most, each further one half, so that of equal wishes
/// those count first whose people have the fewest.
pub fn spread(meeting: u32) -> i64 {
    64_i64.checked_shr(meeting.saturating_sub(1)).unwrap_or_default()
}

/// A change, to be undone.
#[derive(Clone, Copy)]
enum Change {
    Put(usize),
    Taken(usize, usize),
}

pub(super) struct State<'p> {
    pub problem: &'p Problem,
    /// When each pair meets.
    slot: Vec<Option<usize>>,
    /// Who of the pairs each person meets in each slot.
    at: Vec<u32>,
    busy: Vec<Slots>,
    count: Vec<u32>,
    /// The pairs that meet in each slot, and the place of each among them.
    inside: Vec<Vec<usize>>,
    place: Vec<usize>,
    /// The slots that have a table left.
    open: Slots,
    /// The pairs that do not meet and could, by grade, and the place of each among them.
    waiting: [Vec<usize>; Grade::ALL.len()],
    value: i64,
    /// What changed since the last time that all was well.
    journal: Vec<Change>,
}

/// Takes one out of a list whose places are kept.
fn remove(list: &mut Vec<usize>, place: &mut [usize], one: usize) {
    let gap = place[one];
    list.swap_remove(gap);
    if let Some(moved) = list.get(gap) {
        place[*moved] = gap;
    }
}

impl<'p> State<'p> {
    pub(super) fn new(problem: &'p Problem) -> Self {
        let open = problem.tables.iter().enumerate().filter(|(_, tables)| !tables.is_empty());
        let mut state = Self {
            problem,
            slot: vec![None; problem.pairs.len()],
            at: vec![NOBODY; problem.people.len() * problem.slots],
            busy: vec![0; problem.people.len()],
            count: problem.people.iter().map(|person| person.fixed).collect(),
            inside: vec![vec![]; problem.slots],
            place: vec![0; problem.pairs.len()],
            open: open.fold(0, |open, (slot, _)| open | bit(slot)),
            waiting: Default::default(),
            value: 0,
            journal: vec![],
        };
        (0..problem.pairs.len()).for_each(|pair| state.wait(pair));
        state
    }

    pub(super) fn value(&self) -> i64 {
        self.value
    }

    pub(super) fn slot(&self, pair: usize) -> Option<usize> {
        self.slot[pair]
    }

    /// When everybody meets.
    pub(super) fn slots(&self) -> &[Option<usize>] {
        &self.slot
    }

    pub(super) fn count(&self, person: usize) -> u32 {
        self.count[person]
    }

    pub(super) fn busy(&self, person: usize) -> Slots {
        self.busy[person]
    }

    pub(super) fn inside(&self, slot: usize) -> &[usize] {
        &self.inside[slot]
    }

    pub(super) fn waiting(&self, grade: Grade) -> &[usize] {
        &self.waiting[grade as usize]
    }

    pub(super) fn is_full(&self, person: usize) -> bool {
        self.count[person] >= self.problem.people[person].most
    }

    /// So many tables are left.
    pub(super) fn left(&self, slot: usize) -> usize {
        self.problem.tables[slot].len() - self.inside[slot].len()
    }

    /// The pair that somebody meets in then.
    pub(super) fn met(&self, person: usize, slot: usize) -> Option<usize> {
        let pair = self.at[person * self.problem.slots + slot];
        usize::try_from(pair).ok().filter(|_| pair != NOBODY)
    }

    /// The pairs that somebody meets in.
    pub(super) fn of(&self, person: usize) -> impl Iterator<Item = usize> + '_ {
        each(self.busy[person]).filter_map(move |slot| self.met(person, slot))
    }

    /// Where a pair could meet without anybody giving way.
    pub(super) fn free(&self, pair: usize) -> Slots {
        let pair = &self.problem.pairs[pair];
        if self.is_full(pair.one) || self.is_full(pair.two) {
            return 0;
        }
        pair.slots & self.open & !self.busy[pair.one] & !self.busy[pair.two]
    }

    fn wait(&mut self, pair: usize) {
        if self.problem.pairs[pair].slots != 0 {
            let list = &mut self.waiting[self.problem.pairs[pair].grade as usize];
            self.place[pair] = list.len();
            list.push(pair);
        }
    }

    /// Lets a pair meet that does not.
    pub(super) fn put(&mut self, pair: usize, slot: usize) {
        self.journal.push(Change::Put(pair));
        self.enter(pair, slot);
    }

    /// Lets a pair no longer meet.
    pub(super) fn take(&mut self, pair: usize) {
        if let Some(slot) = self.leave(pair) {
            self.journal.push(Change::Taken(pair, slot));
        }
    }

    fn enter(&mut self, pair: usize, slot: usize) {
        let problem = self.problem;
        let both = &problem.pairs[pair];
        remove(&mut self.waiting[both.grade as usize], &mut self.place, pair);
        self.slot[pair] = Some(slot);
        self.value += both.grade.value();
        for person in [both.one, both.two] {
            self.at[person * problem.slots + slot] = u32::try_from(pair).unwrap_or(NOBODY);
            self.busy[person] |= bit(slot);
            self.count[person] += 1;
            self.value += spread(self.count[person]);
        }
        self.place[pair] = self.inside[slot].len();
        self.inside[slot].push(pair);
        if self.left(slot) == 0 {
            self.open &= !bit(slot);
        }
    }

    fn leave(&mut self, pair: usize) -> Option<usize> {
        let slot = self.slot[pair].take()?;
        let problem = self.problem;
        let both = &problem.pairs[pair];
        self.value -= both.grade.value();
        for person in [both.one, both.two] {
            self.at[person * problem.slots + slot] = NOBODY;
            self.busy[person] &= !bit(slot);
            self.value -= spread(self.count[person]);
            self.count[person] -= 1;
        }
        remove(&mut self.inside[slot], &mut self.place, pair);
        self.open |= bit(slot);
        self.wait(pair);
        Some(slot)
    }

    /// What changed is well.
    pub(super) fn keep(&mut self) {
        self.journal.clear();
    }

    /// All is as it was when it was well.
    pub(super) fn undo(&mut self) {
        while let Some(change) = self.journal.pop() {
            match change {
                Change::Put(pair) => {
                    self.leave(pair);
                }
                Change::Taken(pair, slot) => self.enter(pair, slot),
            }
        }
    }

    /// Lets everybody meet as they did then.
    pub(super) fn restore(&mut self, slots: &[Option<usize>]) {
        for pair in 0..self.slot.len() {
            self.leave(pair);
        }
        for (pair, slot) in slots.iter().enumerate() {
            slot.iter().for_each(|slot| self.enter(pair, *slot));
        }
        self.keep();
    }
}
