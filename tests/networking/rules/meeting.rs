//! The plan of meetings: what holds whatever the wishes, and examples.

use super::sample::{PERSON, TABLE, id, span};
use super::wishes::{congress, input, random, wish};
use ::base::{Chance, Uuid};
use ::networking::rules::meeting::{
    Grade, Input, Meeting, Options, Outcome, Person, Unplaced, Wanted, Why, Wish, plan,
};
use ::std::collections::{BTreeMap, BTreeSet, HashSet};

fn quick(seed: u64) -> Options {
    Options { seed, effort: 20 }
}

fn sorted(one: Uuid, two: Uuid) -> (Uuid, Uuid) {
    (one.min(two), one.max(two))
}

/// What is wished of each two, by trying.
fn wishes(input: &Input) -> BTreeMap<(Uuid, Uuid), Vec<Wanted>> {
    let mut wishes: BTreeMap<_, Vec<Wanted>> = BTreeMap::new();
    for wanted in input.wishes.iter().filter(|wanted| wanted.from != wanted.to) {
        wishes.entry(sorted(wanted.from, wanted.to)).or_default().push(*wanted);
    }
    wishes
}

/// What must hold of any plan.
fn check(input: &Input, outcome: &Outcome) {
    let told = || format!("{input:#?}\n{outcome:#?}");
    let person = |id: Uuid| input.people.iter().find(|person| person.id == id);
    let wishes = wishes(input);
    let (mut people, mut tables) = (BTreeSet::new(), BTreeSet::new());
    let mut counts: BTreeMap<Uuid, u32> = BTreeMap::new();
    for meeting in &outcome.meetings {
        for one in [meeting.one, meeting.two] {
            assert!(people.insert((one, meeting.slot)), "twice at once: {}", told());
            *counts.entry(one).or_default() += 1;
        }
        assert!(tables.insert((meeting.table, meeting.slot)), "a table twice at once: {}", told());
    }
    let mut rest = outcome.meetings.clone();
    for fixed in &input.fixed {
        let at = rest.iter().position(|meeting| meeting == fixed).unwrap_or_else(|| panic!("not kept: {}", told()));
        rest.remove(at);
    }
    let blocked = |one: Uuid, two: Uuid| input.blocked.contains(&(one, two)) || input.blocked.contains(&(two, one));
    let same = |one: Uuid, two: Uuid| {
        let organisation = |id: Uuid| person(id).and_then(|person| person.organisation);
        organisation(one).is_some() && organisation(one) == organisation(two)
    };
    let refused = |one: Uuid, two: Uuid| {
        wishes.get(&sorted(one, two)).is_some_and(|all| all.iter().any(|wanted| wanted.wish == Wish::No))
    };
    for meeting in &rest {
        for one in [meeting.one, meeting.two] {
            let one = person(one).unwrap();
            assert!(one.free.contains(&meeting.slot), "not free: {}", told());
            assert!(one.most.is_none_or(|most| counts[&one.id] <= most), "more than they want: {}", told());
        }
        let table = input.tables.iter().find(|table| table.id == meeting.table).unwrap();
        assert!(!table.taken.contains(&meeting.slot), "{}", told());
        let (one, two) = (meeting.one, meeting.two);
        assert!(wishes.contains_key(&sorted(one, two)), "nobody wished it: {}", told());
        assert!(!refused(one, two) && !blocked(one, two) && !same(one, two) && one != two, "{}", told());
    }
    // Every wish has a meeting or a reason, and the reason is true.
    let met: BTreeSet<_> = outcome.meetings.iter().map(|meeting| sorted(meeting.one, meeting.two)).collect();
    assert!(rest.len() + input.fixed.len() >= met.len());
    let why: BTreeMap<_, Unplaced> = outcome.unplaced.iter().map(|one| ((one.one, one.two), *one)).collect();
    assert_eq!(why.len(), outcome.unplaced.len());
    for (both, all) in &wishes {
        let wanted = all.iter().any(|wanted| {
            let newest = all.iter().filter(|other| other.from == wanted.from);
            wanted.wish != Wish::No && newest.map(|other| other.wish).max() == Some(wanted.wish)
        });
        assert_eq!(why.contains_key(both), wanted && !met.contains(both), "{both:?} {}", told());
    }
    for unplaced in why.values() {
        let (one, two) = (unplaced.one, unplaced.two);
        let is = |why: Why, because: bool| assert!(because, "{why:?} {}", told());
        let (Some(a), Some(b)) = (person(one), person(two)) else {
            is(unplaced.why, matches!(unplaced.why, Why::Unknown(id) if person(id).is_none()));
            continue;
        };
        let common: Vec<usize> = a.free.iter().copied().filter(|slot| b.free.contains(slot)).collect();
        let open = |slot: &&usize| !people.contains(&(one, **slot)) && !people.contains(&(two, **slot));
        let open: Vec<usize> = common.iter().filter(open).copied().collect();
        let table = |slot: &usize| {
            input.tables.iter().any(|table| !table.taken.contains(slot) && !tables.contains(&(table.id, *slot)))
        };
        let full = |person: &Person| {
            person.most.is_some_and(|most| counts.get(&person.id).copied().unwrap_or_default() >= most)
        };
        is(
            unplaced.why,
            match unplaced.why {
                Why::Unknown(_) => false,
                Why::SameOrganisation => same(one, two),
                Why::Blocked => blocked(one, two),
                Why::Refused => refused(one, two),
                Why::NoCommonSlot => common.is_empty(),
                Why::Full(id) => full(if id == one { a } else { b }),
                Why::Busy { slots } => open.is_empty() && !common.is_empty() && slots as usize == common.len(),
                Why::NoTable { slots } => !open.is_empty() && slots as usize == open.len() && !open.iter().any(table),
            },
        );
        // Nothing is left that they could have had.
        let never = same(one, two) || blocked(one, two) || refused(one, two) || full(a) || full(b);
        assert!(never || !open.iter().any(table), "{}", told());
    }
}

#[test]
fn every_plan_keeps_the_rules_and_every_reason_is_true() {
    let mut reasons = HashSet::new();
    for seed in 0..250 {
        let chance = Chance::seeded(seed);
        let input = random(&chance, 14, 6);
        let outcome = plan(&input, quick(seed));
        check(&input, &outcome);
        reasons.extend(outcome.unplaced.iter().map(|unplaced| std::mem::discriminant(&unplaced.why)));
    }
    assert_eq!(reasons.len(), 8, "every reason was told at least once");
}

#[test]
fn the_same_seed_gives_the_same_plan_in_whatever_order_things_come() {
    for seed in 0..40 {
        let chance = Chance::seeded(seed);
        let input = random(&chance, 14, 6);
        let outcome = plan(&input, quick(7));
        let mut turned = input.clone();
        turned.people.reverse();
        turned.people.iter_mut().for_each(|person| person.free.reverse());
        turned.wishes.reverse();
        turned.tables.reverse();
        turned.blocked.reverse();
        turned.fixed.reverse();
        // Nor does it matter what is said twice.
        turned.wishes.extend(input.wishes.clone());
        turned.tables.extend(input.tables.clone());
        assert_eq!(plan(&turned, quick(7)), outcome, "{input:#?}");
    }
}

#[test]
fn higher_wishes_come_first() {
    // One slot and one table: of all wishes the highest.
    let wishes = [
        wish(0, 1, Wish::Like),
        wish(2, 3, Wish::Like),
        wish(3, 2, Wish::Like),
        wish(4, 5, Wish::Must),
        wish(6, 7, Wish::Must),
        wish(7, 6, Wish::Like),
        wish(8, 9, Wish::Must),
        wish(9, 8, Wish::Must),
    ];
    for most in (1..=5).rev() {
        let wishes: Vec<Wanted> = wishes.iter().copied().filter(|wish| wish.from < id(PERSON, most * 2)).collect();
        let outcome = plan(&input(10, 1, 1, wishes), Options::default());
        assert_eq!(outcome.meetings.len(), 1);
        assert_eq!(outcome.meetings[0].one, id(PERSON, most * 2 - 2));
        assert!(outcome.unplaced.iter().all(|unplaced| unplaced.why == Why::NoTable { slots: 1 }));
    }
    // A wish is never given up for two of the next lower grade.
    for pair in Grade::ALL.windows(2) {
        let most = 2 * ::networking::rules::meeting::spread(1);
        assert!(2 * (pair[0].value() + most) < pair[1].value());
    }
}

#[test]
fn meetings_are_spread_over_people() {
    // Everybody likes everybody, and there is one table: three meetings for six people.
    let all = (0..6).flat_map(|from| (0..6).map(move |to| wish(from, to, Wish::Like)));
    let outcome = plan(&input(6, 3, 1, all.collect()), Options::default());
    let people: BTreeSet<Uuid> = outcome.meetings.iter().flat_map(|meeting| [meeting.one, meeting.two]).collect();
    assert_eq!((outcome.meetings.len(), people.len()), (3, 6));
}

#[test]
fn slots_that_overlap_and_fixed_meetings_within_them_take_their_time() {
    let both = vec![wish(0, 1, Wish::Must), wish(0, 2, Wish::Must)];
    let mut input = input(3, 3, 2, both);
    // The second begins while the first is still going on.
    input.slots = vec![span(0, 20), span(10, 30), span(30, 50)];
    let outcome = plan(&input, Options::default());
    let slots: Vec<usize> = outcome.meetings.iter().map(|meeting| meeting.slot).collect();
    assert_eq!(slots, [0, 2]);
    // What is fixed in the second takes up the first.
    input.fixed = vec![Meeting { slot: 1, table: id(TABLE, 0), one: id(PERSON, 0), two: id(PERSON, 2) }];
    let outcome = plan(&input, Options::default());
    let slots: Vec<(usize, Uuid)> = outcome.meetings.iter().map(|meeting| (meeting.slot, meeting.two)).collect();
    assert_eq!(slots, [(1, id(PERSON, 2)), (2, id(PERSON, 1))]);
}

#[test]
fn nothing_to_plan_is_no_plan() {
    let empty = Outcome { meetings: vec![], unplaced: vec![], value: 0, steps: 0 };
    assert_eq!(plan(&Input::default(), Options::default()), empty);
    let outcome = plan(&input(2, 0, 0, vec![wish(0, 1, Wish::Must)]), Options::default());
    assert_eq!(outcome.unplaced.iter().map(|one| one.why).collect::<Vec<_>>(), [Why::NoCommonSlot]);
    let outcome = plan(&input(2, 3, 0, vec![wish(0, 1, Wish::Must)]), Options::default());
    assert_eq!(outcome.unplaced.iter().map(|one| one.why).collect::<Vec<_>>(), [Why::NoTable { slots: 3 }]);
}

#[test]
fn a_whole_congress_is_planned_in_counted_steps() {
    let input = congress(1);
    let outcome = plan(&input, Options { seed: 1, effort: 5 });
    check(&input, &outcome);
    assert!((10_000..=50_000).contains(&outcome.steps), "{}", outcome.steps);
    // All tables are in use, mutual musts are met, and meetings do not heap up on a few.
    assert_eq!(outcome.meetings.len(), 480);
    let impossible = |why: Why| !matches!(why, Why::Busy { .. } | Why::NoTable { .. });
    assert!(outcome.unplaced.iter().all(|one| one.grade < Grade::BothMust || impossible(one.why)));
    let mut people: BTreeMap<Uuid, usize> = BTreeMap::new();
    for meeting in &outcome.meetings {
        *people.entry(meeting.one).or_default() += 1;
        *people.entry(meeting.two).or_default() += 1;
    }
    assert!(people.len() >= 380 && people.values().all(|count| *count <= 10), "{people:?}");
}
