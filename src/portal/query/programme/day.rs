//! The days of a programme, and what stands on them.

use chrono::{NaiveDate, TimeDelta};
use locale::Tz;
use programme::query::public::{Plan, Slot};

/// Shorter sessions that follow each other are told together.
const IMPULSE: TimeDelta = TimeDelta::minutes(5);
/// So much may be between two of them.
const CHANGE: TimeDelta = TimeDelta::minutes(2);
/// Fewer stand by themselves.
const FEWEST: usize = 3;

/// A day of the programme: the night belongs to the day before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    pub date: NaiveDate,
    /// Places in the plan's list, in order of time.
    pub slots: Vec<usize>,
}

/// All days with anything on them, in the congress's zone.
pub fn days(plan: &Plan, zone: Tz) -> Vec<Day> {
    let mut days: Vec<Day> = vec![];
    for (at, slot) in plan.slots.iter().enumerate() {
        let date = date_of(plan, slot, zone);
        match days.last_mut().filter(|day| day.date == date) {
            Some(day) => day.slots.push(at),
            None => days.push(Day { date, slots: vec![at] }),
        }
    }
    days
}

/// On which day of the programme a slot is, by the clock on the wall.
pub fn date_of(plan: &Plan, slot: &Slot, zone: Tz) -> NaiveDate {
    let local = slot.starts_at.with_timezone(&zone).naive_local();
    local.checked_sub_signed(plan.night).unwrap_or(local).date()
}

/// What is shown as one: a slot, or a run of impulses in one room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// At least one; more are a run.
    pub slots: Vec<usize>,
}

impl Entry {
    /// The first slot.
    pub fn first<'p>(&self, plan: &'p Plan) -> Option<&'p Slot> {
        self.slots.first().and_then(|at| plan.slots.get(*at))
    }

    /// When the last one ends.
    pub fn ends_at(&self, plan: &Plan) -> Option<base::Time> {
        self.slots.iter().filter_map(|at| plan.slots.get(*at)).map(|slot| slot.ends_at).max()
    }
}

/// Slots in order of time, with runs of at least three impulses in a room and a track as one.
pub fn entries(plan: &Plan, slots: &[usize]) -> Vec<Entry> {
    let mut all: Vec<Entry> = vec![];
    for at in slots {
        let Some(slot) = plan.slots.get(*at) else { continue };
        let run = all.iter_mut().rev().find(|entry| entry.first(plan).is_some_and(|first| first.room == slot.room));
        match run.filter(|run| follows(plan, run, slot)) {
            Some(run) => run.slots.push(*at),
            None => all.push(Entry { slots: vec![*at] }),
        }
    }
    let mut entries: Vec<Entry> = Vec::with_capacity(all.len());
    for entry in all {
        match entry.slots.len() {
            1 | FEWEST.. => entries.push(entry),
            _ => entries.extend(entry.slots.into_iter().map(|slot| Entry { slots: vec![slot] })),
        }
    }
    entries.sort_by_key(|entry| entry.slots.first().copied());
    entries
}

/// Whether a slot goes on with a run.
fn follows(plan: &Plan, run: &Entry, slot: &Slot) -> bool {
    let Some(last) = run.slots.last().and_then(|at| plan.slots.get(*at)) else { return false };
    let impulse = |slot: &Slot| slot.session.is_some() && slot.ends_at - slot.starts_at <= IMPULSE;
    let track = |slot: &Slot| slot.session.and_then(|at| plan.sessions.get(at)).and_then(|session| session.track);
    slot.room.is_some()
        && impulse(last)
        && impulse(slot)
        && track(last) == track(slot)
        && slot.starts_at >= last.ends_at
        && slot.starts_at - last.ends_at <= CHANGE
}
