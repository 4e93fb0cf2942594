//! Where a day's slots stand on the board: a column a room, time from top to bottom. What overlaps in a room stands side by
//! side in lanes.

use base::{Time, Uuid};
use chrono::{DurationRound, TimeDelta};
use locale::Tz;
use programme::rules::plan::Span;

/// No board is longer: a day has 24 hours, and its night.
const MOST_HOURS: i64 = 36;

/// A slot on the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its place among those that were given.
    pub at: usize,
    /// Minutes from the top, and how many it lasts there.
    pub from: i64,
    pub minutes: i64,
    /// Which of how many side by side.
    pub lane: usize,
    pub lanes: usize,
}

/// A day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    /// The full hour at the top.
    pub top: Time,
    pub hours: i64,
    /// By room, in the order of time.
    pub rooms: Vec<Vec<Cell>>,
    /// What is in all rooms.
    pub across: Vec<Cell>,
    /// What has a time and no room, nor is it in all.
    pub nowhere: Vec<Cell>,
}

/// What stands where. A slot: its time, its room, and whether it is in all rooms if it has none.
pub fn board(day: Span, zone: Tz, rooms: &[Uuid], slots: &[(Span, Option<Uuid>, bool)]) -> Board {
    let local = day.from.with_timezone(&zone).duration_trunc(TimeDelta::hours(1));
    let top = local.map_or(day.from, |top| top.to_utc());
    let last = (day.until - top).num_minutes();
    let hours = ((last + 59) / 60).clamp(1, MOST_HOURS);
    let end = top + TimeDelta::hours(hours);
    let shown = |span: &Span| span.from < end && span.until > top && span.from >= top;
    let column = |fits: &dyn Fn(Option<Uuid>, bool) -> bool| {
        let own = slots.iter().enumerate().filter(|(_, (span, room, all))| shown(span) && fits(*room, *all));
        lanes(own.map(|(at, (span, _, _))| (at, *span)).collect(), top, end)
    };
    Board {
        top,
        hours,
        rooms: rooms.iter().map(|id| column(&|room, _| room == Some(*id))).collect(),
        across: column(&|room, all| room.is_none() && all),
        nowhere: column(&|room, all| room.is_none() && !all),
    }
}

/// What overlaps, side by side: those that hang together share their width.
fn lanes(mut own: Vec<(usize, Span)>, top: Time, end: Time) -> Vec<Cell> {
    own.sort_by_key(|(at, span)| (span.from, span.until, *at));
    let mut cells: Vec<Cell> = vec![];
    let mut group = 0;
    let mut ends: Vec<Time> = vec![];
    for (at, span) in own {
        if ends.iter().all(|end| *end <= span.from) {
            widen(&mut cells[group..], ends.len());
            group = cells.len();
            ends.clear();
        }
        let lane = ends.iter().position(|end| *end <= span.from).unwrap_or(ends.len());
        let until = span.until.min(end);
        if lane == ends.len() {
            ends.push(until);
        } else {
            ends[lane] = until;
        }
        let (from, minutes) = ((span.from - top).num_minutes(), (until - span.from).num_minutes().max(1));
        cells.push(Cell { at, from, minutes, lane, lanes: 1 });
    }
    widen(&mut cells[group..], ends.len());
    cells
}

fn widen(cells: &mut [Cell], lanes: usize) {
    cells.iter_mut().for_each(|cell| cell.lanes = lanes.max(1));
}
