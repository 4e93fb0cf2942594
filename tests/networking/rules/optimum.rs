//! The plan of meetings against the best that there is, where it can be found by trying all.

use super::wishes::random;
use ::base::{Chance, Uuid};
use ::networking::rules::meeting::{Grade, Input, Options, Why, Wish, plan, spread};
use ::std::collections::BTreeMap;

/// A wish that could be fulfilled.
struct Pair {
    both: [Uuid; 2],
    grade: Grade,
    slots: Vec<usize>,
}

struct Try<'i> {
    input: &'i Input,
    pairs: Vec<Pair>,
    /// By person and slot.
    busy: BTreeMap<(Uuid, usize), usize>,
    counts: BTreeMap<Uuid, u32>,
    tables: Vec<usize>,
}

impl Try<'_> {
    /// The most that the wishes from this one on can be worth.
    fn best(&mut self, at: usize) -> i64 {
        if at == self.pairs.len() {
            return 0;
        }
        let (both, grade, slots) = (self.pairs[at].both, self.pairs[at].grade, self.pairs[at].slots.clone());
        let mut best = self.best(at + 1);
        let most = |id: Uuid| self.input.people.iter().find(|one| one.id == id).and_then(|one| one.most);
        if both.into_iter().any(|id| most(id).is_some_and(|most| self.counts.get(&id).is_some_and(|n| *n >= most))) {
            return best;
        }
        if both.into_iter().any(|id| most(id) == Some(0)) {
            return best;
        }
        for slot in slots {
            if self.tables[slot] == 0 || both.into_iter().any(|id| self.busy.contains_key(&(id, slot))) {
                continue;
            }
            let mut worth = grade.value();
            for id in both {
                self.busy.insert((id, slot), at);
                let count = self.counts.entry(id).or_default();
                *count += 1;
                worth += spread(*count);
            }
            self.tables[slot] -= 1;
            best = best.max(worth + self.best(at + 1));
            self.tables[slot] += 1;
            for id in both {
                self.busy.remove(&(id, slot));
                *self.counts.entry(id).or_default() -= 1;
            }
        }
        best
    }
}

/// The best value of all plans.
fn optimum(input: &Input, hopeless: &[(Uuid, Uuid)]) -> Option<i64> {
    let mut wishes: BTreeMap<(Uuid, Uuid), [Option<Wish>; 2]> = BTreeMap::new();
    for wanted in input.wishes.iter().filter(|wanted| wanted.from != wanted.to) {
        let both = (wanted.from.min(wanted.to), wanted.from.max(wanted.to));
        let wish = &mut wishes.entry(both).or_default()[usize::from(wanted.from > wanted.to)];
        *wish = (*wish).max(Some(wanted.wish));
    }
    let mut busy = BTreeMap::new();
    let mut counts: BTreeMap<Uuid, u32> = BTreeMap::new();
    for meeting in &input.fixed {
        wishes.remove(&(meeting.one.min(meeting.two), meeting.one.max(meeting.two)));
        for id in [meeting.one, meeting.two] {
            busy.insert((id, meeting.slot), usize::MAX);
            *counts.entry(id).or_default() += 1;
        }
    }
    let free = |id: Uuid| input.people.iter().find(|one| one.id == id).map(|one| one.free.clone()).unwrap_or_default();
    wishes.retain(|both, _| !hopeless.contains(both));
    let pairs = wishes.into_iter().filter_map(|(both, [one, two])| {
        let theirs = free(both.1);
        let slots = free(both.0).into_iter().filter(|slot| theirs.contains(slot)).collect();
        Some(Pair { both: [both.0, both.1], grade: Grade::of(one, two)?, slots })
    });
    let pairs: Vec<Pair> = pairs.collect();
    let ways = pairs.iter().fold(1_u64, |ways, pair| ways.saturating_mul(pair.slots.len() as u64 + 1));
    let left = |slot: usize| {
        let taken = |id: Uuid| input.fixed.iter().any(|meeting| meeting.table == id && meeting.slot == slot);
        input.tables.iter().filter(|table| !table.taken.contains(&slot) && !taken(table.id)).count()
    };
    let tables = (0..input.slots.len()).map(left).collect();
    (ways <= 20_000).then(|| Try { input, pairs, busy, counts, tables }.best(0))
}

#[test]
fn small_plans_are_as_good_as_can_be() {
    let (mut tried, mut perfect) = (0, 0);
    for seed in 0..300 {
        let input = random(&Chance::seeded(1_000 + seed), 8, 4);
        let outcome = plan(&input, Options { seed, effort: 50 });
        let hopeless = |why: Why| matches!(why, Why::Unknown(_) | Why::SameOrganisation | Why::Blocked | Why::Refused);
        let never = outcome.unplaced.iter().filter(|one| hopeless(one.why)).map(|one| (one.one, one.two));
        let Some(best) = optimum(&input, &never.collect::<Vec<_>>()) else { continue };
        assert!(outcome.value <= best, "{} of {best}: {input:#?}\n{outcome:#?}", outcome.value);
        assert!(outcome.value * 10 >= best * 9, "{} of {best}: {input:#?}\n{outcome:#?}", outcome.value);
        tried += usize::from(best > 0);
        perfect += usize::from(best > 0 && outcome.value == best);
    }
    println!("{perfect} of {tried} small plans are the best there is");
    assert!(tried >= 100 && perfect * 100 >= tried * 95, "{perfect} of {tried}");
}
