//! Wishes, people, slots and tables as numbers, in an order of their own.

use super::{Input, MOST_SLOTS, Person, Table, Unplaced, Why, Wish};
use base::Uuid;
use std::collections::{BTreeMap, BTreeSet};

/// A set of slots, a bit each.
pub(super) type Slots = u128;

pub(super) fn bit(slot: usize) -> Slots {
    u32::try_from(slot).ok().and_then(|slot| 1_u128.checked_shl(slot)).unwrap_or_default()
}

/// The slots of a set, the earliest first.
pub(super) fn each(mut slots: Slots) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let slot = usize::try_from(slots.trailing_zeros()).ok().filter(|_| slots != 0)?;
        slots &= slots - 1;
        Some(slot)
    })
}

/// How much two want to meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    Like,
    BothLike,
    Must,
    MustAndLike,
    BothMust,
}

impl Grade {
    pub const ALL: [Self; 5] = [Self::Like, Self::BothLike, Self::Must, Self::MustAndLike, Self::BothMust];

    /// None: neither wants it, or one does not.
    pub fn of(one: Option<Wish>, two: Option<Wish>) -> Option<Self> {
        let (less, more) = (one.min(two), one.max(two));
        match (less, more) {
            (Some(Wish::Must), Some(Wish::Must)) => Some(Self::BothMust),
            (Some(Wish::Like), Some(Wish::Must)) => Some(Self::MustAndLike),
            (None, Some(Wish::Must)) => Some(Self::Must),
            (Some(Wish::Like), Some(Wish::Like)) => Some(Self::BothLike),
            (None, Some(Wish::Like)) => Some(Self::Like),
            _ => None,
        }
    }

    /// More than two of the next lower grade together, with whatever [`super::spread`] adds to them.
    pub fn value(self) -> i64 {
        match self {
            Self::Like => 200,
            Self::BothLike => 700,
            Self::Must => 2_000,
            Self::MustAndLike => 5_000,
            Self::BothMust => 12_000,
        }
    }
}

pub(super) struct Member {
    pub id: Uuid,
    /// As they said.
    pub free: Slots,
    /// Without the meetings that are fixed.
    pub open: Slots,
    pub most: u32,
    /// So many meetings are fixed.
    pub fixed: u32,
}

/// Two who may meet and want to.
pub(super) struct Pair {
    pub one: usize,
    pub two: usize,
    pub grade: Grade,
    /// When both are free and there are tables at all, beside what is fixed.
    pub slots: Slots,
}

pub(super) struct Problem {
    pub people: Vec<Member>,
    pub pairs: Vec<Pair>,
    /// So many slots there are, planned or not.
    pub slots: usize,
    /// The tables that are left in each, beside what is fixed, in their order.
    pub tables: Vec<Vec<Uuid>>,
    /// Wishes that no plan can fulfil.
    pub hopeless: Vec<Unplaced>,
}

/// The slots that are planned: those that last some time and overlap no earlier one.
fn planned(input: &Input) -> Slots {
    let mut order: Vec<usize> = (0..input.slots.len().min(MOST_SLOTS)).collect();
    order.sort_by_key(|slot| input.slots.get(*slot).copied());
    let (mut planned, mut until) = (0, None);
    for slot in order {
        let Some(span) = input.slots.get(slot) else { continue };
        if span.from < span.until && until.is_none_or(|until| until <= span.from) {
            planned |= bit(slot);
            until = Some(span.until);
        }
    }
    planned
}

fn set(slots: &[usize]) -> Slots {
    slots.iter().fold(0, |set, slot| set | bit(*slot))
}

/// What the wishes say of each two, the lower identifier first. A no outweighs a must, which outweighs a like.
fn wished(input: &Input) -> BTreeMap<(Uuid, Uuid), [Option<Wish>; 2]> {
    let mut wished: BTreeMap<(Uuid, Uuid), [Option<Wish>; 2]> = BTreeMap::new();
    for wanted in input.wishes.iter().filter(|wanted| wanted.from != wanted.to) {
        let (one, two) = (wanted.from.min(wanted.to), wanted.from.max(wanted.to));
        let [of_one, of_two] = wished.entry((one, two)).or_default();
        let wish = if wanted.from == one { of_one } else { of_two };
        *wish = (*wish).max(Some(wanted.wish));
    }
    wished
}

impl Problem {
    pub(super) fn new(input: &Input) -> Self {
        let planned = planned(input);
        let slots = input.slots.len().min(MOST_SLOTS);
        // What overlaps a fixed meeting is not free for whoever has it.
        let overlapping = |slot: usize| {
            let span = input.slots.get(slot);
            let meets = |other: &usize| {
                *other == slot || span.zip(input.slots.get(*other)).is_some_and(|(a, b)| a.common(b).is_some())
            };
            set(&(0..slots).filter(meets).collect::<Vec<_>>())
        };
        let (mut of_person, mut of_table): (BTreeMap<Uuid, Slots>, BTreeMap<Uuid, Slots>) = Default::default();
        let mut counts: BTreeMap<Uuid, u32> = BTreeMap::new();
        for meeting in &input.fixed {
            let slots = overlapping(meeting.slot);
            *of_table.entry(meeting.table).or_default() |= slots;
            for person in [meeting.one, meeting.two] {
                *of_person.entry(person).or_default() |= slots;
                *counts.entry(person).or_default() += 1;
            }
        }
        let mut people: Vec<&Person> = input.people.iter().collect();
        people.sort_unstable();
        people.dedup_by_key(|person| person.id);
        let members = people.iter().map(|person| {
            let free = set(&person.free) & planned;
            Member {
                id: person.id,
                free,
                open: free & !of_person.get(&person.id).copied().unwrap_or_default(),
                most: person.most.unwrap_or(u32::MAX),
                fixed: counts.get(&person.id).copied().unwrap_or_default(),
            }
        });
        let mut all: Vec<&Table> = input.tables.iter().collect();
        all.sort_unstable();
        let mut seen = BTreeSet::new();
        all.retain(|table| seen.insert(table.id));
        let left = |table: &Table| planned & !set(&table.taken) & !of_table.get(&table.id).copied().unwrap_or_default();
        let all: Vec<(Uuid, Slots)> = all.into_iter().map(|table| (table.id, left(table))).collect();
        let there = |slot| all.iter().filter(move |(_, left)| left & bit(slot) != 0).map(|(table, _)| *table).collect();
        let tables: Vec<Vec<Uuid>> = (0..slots).map(there).collect();
        let mut problem = Self { people: members.collect(), pairs: vec![], slots, tables, hopeless: vec![] };
        problem.pair(input, &people);
        problem
    }

    /// Finds who may meet, and why the others may not.
    fn pair(&mut self, input: &Input, people: &[&Person]) {
        let sorted = |one: Uuid, two: Uuid| (one.min(two), one.max(two));
        let fixed: BTreeSet<_> = input.fixed.iter().map(|meeting| sorted(meeting.one, meeting.two)).collect();
        let blocked: BTreeSet<_> = input.blocked.iter().map(|(one, two)| sorted(*one, *two)).collect();
        let with_table = self.tables.iter().enumerate().filter(|(_, tables)| !tables.is_empty());
        let with_table = with_table.fold(0, |set, (slot, _)| set | bit(slot));
        for (both, [of_one, of_two]) in wished(input).into_iter().filter(|(both, _)| !fixed.contains(both)) {
            let no = of_one == Some(Wish::No) || of_two == Some(Wish::No);
            let yes = |wish: Option<Wish>| wish.filter(|wish| *wish != Wish::No);
            // Where nobody wants, nothing is missing.
            let Some(grade) = Grade::of(yes(of_one), yes(of_two)) else { continue };
            let find = |id: Uuid| people.binary_search_by_key(&id, |person| person.id).map_err(|_| Why::Unknown(id));
            let found = find(both.0).and_then(|one| Ok((one, find(both.1)?)));
            let organisation = |at: usize| people.get(at).and_then(|person| person.organisation);
            let found = found.and_then(|(one, two)| {
                if organisation(one).is_some() && organisation(one) == organisation(two) {
                    Err(Why::SameOrganisation)
                } else if blocked.contains(&both) {
                    Err(Why::Blocked)
                } else if no {
                    Err(Why::Refused)
                } else {
                    Ok((one, two))
                }
            });
            match found {
                Ok((one, two)) => {
                    let slots = self.people[one].open & self.people[two].open & with_table;
                    self.pairs.push(Pair { one, two, grade, slots });
                }
                Err(why) => self.hopeless.push(Unplaced { one: both.0, two: both.1, grade, why }),
            }
        }
    }
}
