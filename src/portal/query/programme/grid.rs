//! Where each entry stands in the grid: a row for every five minutes, a column for each room, or several where a room has
//! several things at once.

use super::Entry;
use base::Time;
use chrono::TimeDelta;
use programme::query::public::Plan;

const ROW: i64 = 5 * 60;
/// The grid begins on such a line, and so many rows apart times stand beside it.
const LINE: i64 = 30 * 60;
/// So many rows `programme-rows.css` has: 25 hours.
const MOST_ROWS: i64 = 300;
/// So many columns it has.
const MOST_COLUMNS: usize = 80;

/// A day's grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// What stands above, in order: which room, and how many columns it has.
    pub rooms: Vec<(Option<usize>, usize)>,
    pub columns: usize,
    /// One for each entry, in their order.
    pub cells: Vec<Cell>,
    /// Rows and times of the lines.
    pub times: Vec<(i64, Time)>,
    pub starts_at: Time,
    pub rows: i64,
}

/// Where an entry stands; everything counts from one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    pub row: i64,
    pub span: i64,
    pub column: usize,
    pub wide: usize,
}

impl Cell {
    fn end(&self) -> i64 {
        self.row + self.span
    }

    fn meets(&self, other: &Self) -> bool {
        self.row < other.end() && other.row < self.end()
    }
}

impl Grid {
    /// In which row a moment is, if it is on this day.
    pub fn row_of(&self, at: Time) -> Option<i64> {
        let row = (at - self.starts_at).num_seconds().div_euclid(ROW) + 1;
        (1..=self.rows).contains(&row).then_some(row)
    }
}

/// The grid of a day. None: it has nothing, or more rooms than anybody can see side by side.
pub fn grid(plan: &Plan, entries: &[Entry]) -> Option<Grid> {
    let first = entries.iter().filter_map(|entry| entry.first(plan)).map(|slot| slot.starts_at).min()?;
    let starts_at = first - TimeDelta::seconds(first.timestamp().rem_euclid(LINE));
    let row_of = |at: Time| (at - starts_at).num_seconds().div_euclid(ROW) + 1;
    let mut cells: Vec<Cell> = vec![];
    for entry in entries {
        let (slot, ends_at) = (entry.first(plan)?, entry.ends_at(plan)?);
        let row = row_of(slot.starts_at).clamp(1, MOST_ROWS);
        let end = row_of(ends_at + TimeDelta::seconds(ROW - 1)).clamp(row + 1, MOST_ROWS + 1);
        cells.push(Cell { row, span: end - row, column: 0, wide: 1 });
    }
    let is_break = |entry: &Entry| entry.first(plan).is_some_and(|slot| slot.session.is_none() && slot.room.is_none());
    let mut rooms: Vec<Option<usize>> =
        entries.iter().filter(|e| !is_break(e)).filter_map(|e| e.first(plan)).map(|slot| slot.room).collect();
    rooms.sort_by_key(|room| (room.is_none(), *room));
    rooms.dedup();
    let mut columns = 0;
    let mut heads = vec![];
    for room in rooms {
        let mine = |at: &usize| {
            entries.get(*at).is_some_and(|e| !is_break(e) && e.first(plan).is_some_and(|slot| slot.room == room))
        };
        let members: Vec<usize> = (0..entries.len()).filter(mine).collect();
        let lanes = lanes(&mut cells, &members, columns);
        heads.push((room, lanes));
        columns += lanes;
    }
    // A break that says no room is everywhere where nothing else is.
    let mut apart = false;
    for at in (0..entries.len()).filter(|at| entries.get(*at).is_some_and(is_break)) {
        let Some(cell) = cells.get(at).copied() else { continue };
        let taken = |column: usize| {
            cells.iter().any(|c| c.column > 0 && (c.column..c.column + c.wide).contains(&column) && c.meets(&cell))
        };
        let (start, wide) = longest((1..=columns).map(|column| !taken(column)));
        let place = if wide > 0 { (start, wide) } else { (columns + 1, 1) };
        apart |= wide == 0;
        if let Some(cell) = cells.get_mut(at) {
            (cell.column, cell.wide) = place;
        }
    }
    if apart {
        heads.push((None, 1));
        columns += 1;
    }
    let rows = cells.iter().map(|cell| cell.end() - 1).max()?;
    let times = (0..).map(|n| n * (LINE / ROW) + 1).take_while(|row| *row <= rows);
    let times = times.map(|row| (row, starts_at + TimeDelta::seconds((row - 1) * ROW))).collect();
    (columns <= MOST_COLUMNS).then_some(Grid { rooms: heads, columns, cells, times, starts_at, rows })
}

/// Puts what a room has at once side by side, each as wide as there is room, and says how many columns that takes.
fn lanes(cells: &mut [Cell], members: &[usize], before: usize) -> usize {
    let mut ends: Vec<i64> = vec![];
    for at in members {
        let Some(cell) = cells.get_mut(*at) else { continue };
        let lane = ends.iter().position(|end| *end <= cell.row).unwrap_or(ends.len());
        match ends.get_mut(lane) {
            Some(end) => *end = cell.end(),
            None => ends.push(cell.end()),
        }
        cell.column = before + lane + 1;
    }
    let placed: Vec<Cell> = members.iter().filter_map(|at| cells.get(*at)).copied().collect();
    for at in members {
        let Some(cell) = cells.get_mut(*at) else { continue };
        let next =
            placed.iter().filter(|other| other.column > cell.column && other.meets(cell)).map(|c| c.column).min();
        cell.wide = next.unwrap_or(before + ends.len() + 1) - cell.column;
    }
    ends.len()
}

/// Where the longest run of `true` begins, counted from one, and how long it is.
fn longest(free: impl Iterator<Item = bool>) -> (usize, usize) {
    let (mut best, mut run) = ((1, 0), (1, 0));
    for (at, free) in free.enumerate() {
        run = if free { (run.0, run.1 + 1) } else { (at + 2, 0) };
        if run.1 > best.1 {
            best = run;
        }
    }
    best
}
