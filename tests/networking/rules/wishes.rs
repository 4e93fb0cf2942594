//! Wishes to try plans of meetings with.

use super::sample::{ORGANISATION, PERSON, TABLE, below, id, one_of, span};
use ::base::Chance;
use ::networking::rules::meeting::{Input, Meeting, Person, Table, Wanted, Wish};

fn person(n: usize, slots: usize) -> Person {
    Person { id: id(PERSON, n), organisation: None, free: (0..slots).collect(), most: None }
}

fn table(n: usize) -> Table {
    Table { number: i32::try_from(n).unwrap(), id: id(TABLE, n), taken: vec![] }
}

pub fn wish(from: usize, to: usize, wish: Wish) -> Wanted {
    Wanted { from: id(PERSON, from), to: id(PERSON, to), wish }
}

/// People who are always free, slots of a quarter of an hour, tables, and what is wished.
pub fn input(people: usize, slots: usize, tables: usize, wishes: Vec<Wanted>) -> Input {
    Input {
        people: (0..people).map(|n| person(n, slots)).collect(),
        slots: (0..slots).map(|n| i64::try_from(n).unwrap() * 15).map(|from| span(from, from + 15)).collect(),
        tables: (0..tables).map(table).collect(),
        wishes,
        ..Input::default()
    }
}

/// Everything drawn at random, small or larger, with as many tables as make some of it impossible.
pub fn random(chance: &Chance, most_people: usize, most_slots: usize) -> Input {
    let (people, slots) = (2 + below(chance, most_people - 1), 1 + below(chance, most_slots));
    let tables = 1 + below(chance, 3);
    let wish_of = |_| {
        let kind = one_of(chance, &[Wish::Like, Wish::Like, Wish::Like, Wish::Must, Wish::Must, Wish::No]);
        // Some of somebody who takes no part, some of oneself.
        wish(below(chance, people), below(chance, people + usize::from(below(chance, 10) == 0)), kind)
    };
    let wishes = (0..below(chance, people * 5)).map(wish_of).collect();
    let mut input = input(people, slots, tables, wishes);
    for person in &mut input.people {
        person.free.retain(|_| below(chance, 4) > 0);
        person.organisation = (below(chance, 3) == 0).then(|| id(ORGANISATION, below(chance, 3)));
        person.most = (below(chance, 4) == 0).then(|| u32::try_from(below(chance, 4)).unwrap());
    }
    input.tables.iter_mut().for_each(|table| table.taken = (0..slots).filter(|_| below(chance, 6) == 0).collect());
    let pair = |_| (id(PERSON, below(chance, people)), id(PERSON, below(chance, people)));
    input.blocked = (0..below(chance, 3)).map(pair).collect();
    for _ in 0..below(chance, 4) {
        let meeting = Meeting {
            slot: below(chance, slots),
            table: id(TABLE, below(chance, tables)),
            one: id(PERSON, below(chance, people)),
            two: id(PERSON, below(chance, people)),
        };
        let clashes = |other: &Meeting| {
            let both = [other.one, other.two];
            let twice = both.contains(&meeting.one) || both.contains(&meeting.two) || other.table == meeting.table;
            other.slot == meeting.slot && twice
        };
        if meeting.one != meeting.two && !input.fixed.iter().any(clashes) {
            input.fixed.push(meeting);
        }
    }
    input
}

/// A congress: 400 people, twelve slots, 40 tables, ten wishes each, of which some go both ways.
pub fn congress(seed: u64) -> Input {
    let chance = Chance::seeded(seed);
    let mut wishes = vec![];
    for from in 0..400 {
        for _ in 0..8 {
            let to = below(&chance, 400);
            let kind = one_of(&chance, &[Wish::Must, Wish::Like, Wish::Like, Wish::Like, Wish::No]);
            wishes.push(wish(from, to, kind));
            if below(&chance, 4) == 0 {
                wishes.push(wish(to, from, one_of(&chance, &[Wish::Must, Wish::Like])));
            }
        }
    }
    let mut input = input(400, 12, 40, wishes);
    for (n, person) in input.people.iter_mut().enumerate() {
        person.free.retain(|_| below(&chance, 3) > 0);
        person.organisation = Some(id(ORGANISATION, n / 4));
    }
    input
}
