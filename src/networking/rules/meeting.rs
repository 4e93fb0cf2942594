//! The automatic plan of meetings: who meets whom, when, at which table.
//!
//! **Always**: nobody has two meetings at once, nor a table; people meet only when both are free, nobody more often than they
//! want, and never within an organisation, where either has said no, or where either has blocked the other. Meetings that
//! people have fixed stay as they are, whatever rule they break.
//!
//! **As far as possible**, in this order: mutual musts; a must that the other likes; a must of one; mutual likes; a like of
//! one ([`Grade`]). A wish of a higher grade is never given up for two of the next lower one. Among equal wishes those come
//! first who have the fewest meetings ([`spread`]). A meeting lies where neither has one directly before or after, if that costs
//! nothing, and slots are filled evenly.
//!
//! **Told**: for every wish that finds no place the reason ([`Why`]), true of the finished plan: no slot is left in which both
//! are free and a table too.
//!
//! The same input and seed give the same plan on every machine, in whatever order people, wishes, tables and fixed meetings
//! come: steps are counted, not measured.
//!
//! It places the highest wishes first, of equal ones those of people with the fewest meetings; then wishes without a place
//! push others out, which look for another slot, as long as the plan is worth no less than it was some steps before.

mod explain;
mod problem;
mod search;
mod state;
mod table;

pub use problem::Grade;
pub use state::spread;

use super::matching::Span;
use base::Uuid;
use problem::Problem;

/// So many slots are planned; what comes after them is left alone.
pub const MOST_SLOTS: usize = 128;

/// Somebody who takes part.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Person {
    pub id: Uuid,
    pub organisation: Option<Uuid>,
    /// The slots in which they can meet somebody, by number: without their own talks and what they booked.
    pub free: Vec<usize>,
    /// So many meetings at most, fixed ones among them.
    pub most: Option<u32>,
}

/// Whether somebody wants to meet somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wish {
    Like,
    Must,
    No,
}

/// Who wants, or does not want, to meet whom. Of several between the same two, a no counts first, then a must.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Wanted {
    pub from: Uuid,
    pub to: Uuid,
    pub wish: Wish,
}

/// A table for two.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Table {
    pub number: i32,
    pub id: Uuid,
    /// The slots in which it serves something else, by number.
    pub taken: Vec<usize>,
}

/// Two people, in a slot by number, at a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Meeting {
    pub slot: usize,
    pub table: Uuid,
    pub one: Uuid,
    pub two: Uuid,
}

/// What a plan is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Input {
    pub people: Vec<Person>,
    pub wishes: Vec<Wanted>,
    /// Slots refer to them by their place here. One that overlaps an earlier one in time is not planned.
    pub slots: Vec<Span>,
    pub tables: Vec<Table>,
    /// Who blocked whom.
    pub blocked: Vec<(Uuid, Uuid)>,
    /// Agreed already, and kept.
    pub fixed: Vec<Meeting>,
}

/// How to go about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    pub seed: u64,
    /// How hard to try, in per cent of the usual.
    pub effort: u32,
}

impl Default for Options {
    fn default() -> Self {
        Self { seed: 1, effort: 100 }
    }
}

/// Why two that wanted to meet do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// This one takes no part.
    Unknown(Uuid),
    SameOrganisation,
    /// Either has blocked the other. For organisers: whoever was blocked must not learn of it.
    Blocked,
    /// Either has said no. For organisers: "no thanks" is invisible.
    Refused,
    /// There is no slot in which both are free, whatever else is planned.
    NoCommonSlot,
    /// This one has as many meetings as they want.
    Full(Uuid),
    /// In each of so many slots that would suit both, one of them meets somebody else.
    Busy {
        slots: u32,
    },
    /// There are so many slots in which both are still free, and no table in any.
    NoTable {
        slots: u32,
    },
}

/// A wish without a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unplaced {
    /// The lower identifier first.
    pub one: Uuid,
    pub two: Uuid,
    pub grade: Grade,
    pub why: Why,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// All, fixed ones among them, by slot.
    pub meetings: Vec<Meeting>,
    /// By the two.
    pub unplaced: Vec<Unplaced>,
    /// What the meetings that are not fixed are worth.
    pub value: i64,
    /// So many changes were tried.
    pub steps: u64,
}

/// Plans the meetings.
pub fn plan(input: &Input, options: Options) -> Outcome {
    let problem = Problem::new(input);
    let (state, steps) = search::solve(&problem, options);
    let mut meetings = table::meetings(&problem, &state);
    meetings.extend(&input.fixed);
    meetings.sort_unstable();
    let mut unplaced = problem.hopeless.clone();
    unplaced.extend(explain::unplaced(&problem, &state));
    unplaced.sort_unstable();
    Outcome { meetings, unplaced, value: state.value(), steps }
}
