//! The time that a plan is made in: days, the windows of each room, and the grid, in whole seconds since it begins.

use crate::rules::clash::Look;
use crate::rules::plan::{Span, merged};
use base::Time;
use chrono::TimeDelta;

/// More steps than that are not looked at: the grid becomes coarser.
const MOST_STEPS: i64 = 20_000;

/// From a second until another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub from: i32,
    pub until: i32,
}

impl Window {
    pub(super) fn overlaps(self, other: Self) -> bool {
        self.from.max(other.from) < self.until.min(other.until)
    }

    /// Seconds between two that do not overlap.
    pub(super) fn gap(self, other: Self) -> i32 {
        self.from.max(other.from) - self.until.min(other.until)
    }
}

pub(super) struct Frame {
    origin: Time,
    /// Seconds between two possible beginnings.
    pub grid: i32,
    /// When something can take place at all, in order, none touching another, with the number of the first step of each.
    spans: Vec<(Window, usize)>,
    /// When each room can be used.
    pub rooms: Vec<Vec<Window>>,
    /// When the days begin.
    days: Vec<i32>,
    pub steps: usize,
}

/// What is in both of two lists of spans.
fn common(one: &[Span], other: &[Span]) -> Vec<Span> {
    let pairs = one.iter().flat_map(|a| other.iter().filter(|b| a.overlaps(b)).map(|b| a.between(b)));
    merged(&pairs.collect::<Vec<_>>())
}

impl Frame {
    /// Rooms can be used while they are open, within the congress's days. Where neither is known there is no time.
    pub(super) fn new(look: &Look<'_>, grid: i32) -> Self {
        let windows = (0..look.plan.rooms.len()).map(|room| match (look.open(room), look.days.as_slice()) {
            ([], days) => days.to_vec(),
            (open, []) => open.to_vec(),
            (open, days) => common(open, days),
        });
        let windows: Vec<Vec<Span>> = windows.collect();
        let all = if look.days.is_empty() { merged(&windows.concat()) } else { look.days.clone() };
        // Where there is no time at all, what has a place is still as long as it is.
        let there = || look.plan.slots.iter().filter_map(|slot| slot.span).map(|span| span.from).min();
        let origin = all.first().map(|span| span.from).or_else(there).unwrap_or_default();
        let total: i64 = all.iter().map(|span| span.length().num_seconds()).sum();
        let mut step = i64::from(grid.max(1)) * 60;
        while total / step > MOST_STEPS {
            step *= 2;
        }
        let grid = i32::try_from(step).unwrap_or(i32::MAX);
        let mut days: Vec<Time> = look.plan.days.iter().map(|day| day.from).collect();
        if days.is_empty() {
            days = all.iter().map(|span| span.from).collect();
        }
        days.sort_unstable();
        let mut frame = Self { origin, grid, spans: vec![], rooms: vec![], days: vec![], steps: 0 };
        for span in &all {
            let window = frame.window(span);
            frame.spans.push((window, frame.steps));
            frame.steps += usize::try_from((window.until - window.from) / grid).unwrap_or_default() + 1;
        }
        frame.days = days.into_iter().map(|day| frame.seconds(day)).collect();
        frame.rooms = windows.iter().map(|own| own.iter().map(|span| frame.window(span)).collect()).collect();
        frame
    }

    fn seconds(&self, time: Time) -> i32 {
        let seconds = (time - self.origin).num_seconds();
        i32::try_from(seconds.clamp(i64::from(i32::MIN / 4), i64::from(i32::MAX / 4))).unwrap_or_default()
    }

    /// The whole seconds in which a span lies.
    pub(super) fn window(&self, span: &Span) -> Window {
        let (from, until) = (self.seconds(span.from), self.seconds(span.until));
        let begun = TimeDelta::seconds(i64::from(until)) < span.until - self.origin;
        Window { from, until: until + i32::from(begun) }
    }

    /// What lasts so many seconds from then on.
    pub(super) fn span(&self, from: i32, length: i32) -> Span {
        let at = |seconds: i32| self.origin + TimeDelta::seconds(seconds.into());
        Span { from: at(from), until: at(from + length) }
    }

    /// All beginnings on the grid from which something of that length fits a window of the room.
    pub(super) fn beginnings(&self, room: usize, length: i32) -> impl Iterator<Item = i32> + '_ {
        self.rooms[room].iter().flat_map(move |window| {
            let anchor = self.spans.iter().rev().find(|(span, _)| span.from <= window.from);
            let anchor = anchor.map_or(0, |(span, _)| span.from);
            let first = anchor + (window.from - anchor + self.grid - 1) / self.grid * self.grid;
            let step = usize::try_from(self.grid).unwrap_or(1);
            (first..=window.until - length).step_by(step)
        })
    }

    /// The number of the day on which it begins.
    pub(super) fn day(&self, from: i32) -> usize {
        self.days.partition_point(|day| *day <= from)
    }

    pub(super) fn days(&self) -> usize {
        self.days.len() + 1
    }

    /// The steps of the grid during which it takes place.
    pub(super) fn steps_of(&self, window: Window) -> impl Iterator<Item = usize> + '_ {
        self.spans.iter().filter(move |(span, _)| span.overlaps(window)).flat_map(move |(span, first)| {
            let from = (window.from.max(span.from) - span.from) / self.grid;
            let until = (window.until.min(span.until) - 1 - span.from) / self.grid;
            let at = |step: i32| first + usize::try_from(step).unwrap_or_default();
            at(from)..=at(until)
        })
    }
}
