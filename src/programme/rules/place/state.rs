//! Who is where, and what it costs: kept up to date with each slot that is put somewhere or taken away.

use super::cost::Cost;
use super::frame::Window;
use super::item::{Kinds, Spot};
use super::problem::Problem;

/// Something in a room.
#[derive(Clone, Copy)]
struct Entry {
    window: Window,
    item: usize,
}

#[derive(Clone)]
pub(super) struct State<'p> {
    problem: &'p Problem,
    at: Vec<Option<Spot>>,
    unplaced: usize,
    /// What is in each room, in the order of time.
    rooms: Vec<Vec<Entry>>,
    room_costs: Vec<i64>,
    speaker_costs: Vec<i64>,
    /// How much popularity there is at each step.
    popular: Vec<i64>,
    /// How many of each type there are at each step.
    types: Vec<i64>,
    /// How many of each track there are on each day in each room, and in how many rooms.
    tracks: Vec<u32>,
    track_rooms: Vec<i64>,
    soft: i64,
}

impl<'p> State<'p> {
    /// With nothing but what stays.
    pub(super) fn new(problem: &'p Problem) -> Self {
        let days = problem.frame.days();
        let mut state = Self {
            problem,
            at: vec![None; problem.items.len()],
            unplaced: problem.movable.len(),
            rooms: vec![vec![]; problem.rooms.len()],
            room_costs: vec![0; problem.rooms.len()],
            speaker_costs: vec![0; problem.speakers.len()],
            popular: vec![0; problem.frame.steps],
            types: vec![0; problem.frame.steps * problem.types],
            tracks: vec![0; problem.tracks * days * problem.rooms.len()],
            track_rooms: vec![0; problem.tracks * days],
            soft: 0,
        };
        for (room, fixed) in problem.fixed.iter().enumerate() {
            for item in fixed {
                let window = problem.items[*item].current.map(|spot| problem.window(*item, spot));
                window.into_iter().for_each(|window| state.enter(room, Entry { window, item: *item }));
            }
        }
        for (at, item) in problem.items.iter().enumerate().filter(|(_, item)| item.stays) {
            state.at[at] = item.current;
            item.current.into_iter().for_each(|spot| state.count(at, spot, 1));
        }
        (0..state.rooms.len()).for_each(|room| state.cost_room(room));
        (0..state.speaker_costs.len()).for_each(|speaker| state.cost_speaker(speaker));
        state
    }

    pub(super) fn at(&self, item: usize) -> Option<Spot> {
        self.at[item]
    }

    /// Where everything is.
    pub(super) fn places(&self) -> Vec<Option<Spot>> {
        self.at.clone()
    }

    /// Puts everything that moves where it was.
    pub(super) fn restore(&mut self, places: &[Option<Spot>]) {
        let problem = self.problem;
        for item in &problem.movable {
            self.take(*item);
        }
        for item in &problem.movable {
            places[*item].into_iter().for_each(|spot| self.put(*item, spot));
        }
    }

    pub(super) fn cost(&self) -> Cost {
        Cost { unplaced: self.unplaced, soft: self.soft }
    }

    /// Everything that a slot would clash with if it were there, by kinds.
    pub(super) fn meets(&self, item: usize, spot: Spot, mut each: impl FnMut(usize, Kinds)) {
        let room = usize::from(spot.room);
        let window = self.problem.window(item, spot);
        // What begins later than this is far enough away.
        let end = window.until.saturating_add(self.problem.rooms[room].changeover);
        for entry in self.rooms[room].iter().take_while(|entry| entry.window.from <= end) {
            if entry.item != item {
                let kinds = self.problem.in_room(room, (item, window), (entry.item, entry.window));
                if kinds != 0 {
                    each(entry.item, kinds);
                }
            }
        }
        for link in &self.problem.items[item].links {
            let Some(there) = self.at[link.other] else { continue };
            let window = (window, self.problem.window(link.other, there));
            let kinds = self.problem.by_link(link, (spot, window.0), (there, window.1));
            if kinds != 0 {
                each(link.other, kinds);
            }
        }
    }

    /// Whether nothing blocks it there.
    pub(super) fn fits(&self, item: usize, spot: Spot) -> bool {
        let mut fits = true;
        self.meets(item, spot, |_, kinds| fits &= kinds & self.problem.hard == 0);
        fits
    }

    /// Puts a slot there.
    pub(super) fn put(&mut self, item: usize, spot: Spot) {
        self.soft += self.warnings(item, spot);
        let (room, window) = (usize::from(spot.room), self.problem.window(item, spot));
        self.enter(room, Entry { window, item });
        self.at[item] = Some(spot);
        self.unplaced -= 1;
        self.count(item, spot, 1);
        self.cost_groups(item, room);
    }

    /// Takes a slot away. Nothing, if it is nowhere.
    pub(super) fn take(&mut self, item: usize) -> Option<Spot> {
        let spot = self.at[item].take()?;
        let room = usize::from(spot.room);
        self.rooms[room].retain(|entry| entry.item != item);
        self.unplaced += 1;
        self.count(item, spot, -1);
        self.cost_groups(item, room);
        self.soft -= self.warnings(item, spot);
        Some(spot)
    }

    /// What a slot's warnings cost there, and that it is not where it was.
    fn warnings(&self, item: usize, spot: Spot) -> i64 {
        let weights = &self.problem.weights;
        let mut warnings = i64::from(spot.warnings);
        self.meets(item, spot, |_, kinds| warnings += i64::from((kinds & self.problem.soft).count_ones()));
        let moved = self.problem.items[item].current.is_some_and(|current| !current.is(spot));
        warnings * weights.warning + i64::from(moved) * weights.moved
    }

    fn enter(&mut self, room: usize, entry: Entry) {
        let entries = &mut self.rooms[room];
        let at = entries.partition_point(|other| (other.window.from, other.item) < (entry.window.from, entry.item));
        entries.insert(at, entry);
    }

    /// Counts a slot among what takes place at its time, or no longer.
    fn count(&mut self, at: usize, spot: Spot, sign: i64) {
        let (problem, item) = (self.problem, &self.problem.items[at]);
        let weights = &problem.weights;
        // The square of a sum changes by this.
        let mut change = |sum: &mut i64, by: i64, weight: i64| {
            self.soft += weight * ((*sum + by) * (*sum + by) - *sum * *sum);
            *sum += by;
        };
        for step in problem.frame.steps_of(problem.window(at, spot)) {
            if item.popularity > 0 {
                change(&mut self.popular[step], sign * item.popularity, weights.popular);
            }
            if let Some(kind) = item.kind {
                change(&mut self.types[kind * problem.frame.steps + step], sign, weights.types);
            }
        }
        let Some(track) = item.track.filter(|_| usize::from(spot.room) < problem.rooms.len()) else { return };
        let day = track * problem.frame.days() + problem.frame.day(spot.from);
        let count = &mut self.tracks[day * problem.rooms.len() + usize::from(spot.room)];
        let rooms = &mut self.track_rooms[day];
        let before = (*rooms - 1).max(0);
        if sign > 0 {
            *count += 1;
            *rooms += i64::from(*count == 1);
        } else {
            *count -= 1;
            *rooms -= i64::from(*count == 0);
        }
        self.soft += weights.track_room * ((*rooms - 1).max(0) - before);
    }

    fn cost_groups(&mut self, item: usize, room: usize) {
        self.cost_room(room);
        let problem = self.problem;
        problem.items[item].speakers.iter().for_each(|speaker| self.cost_speaker(*speaker));
    }

    /// What the gaps in a room cost, and the changes from track to track.
    fn cost_room(&mut self, room: usize) {
        let (problem, weights) = (self.problem, &self.problem.weights);
        if problem.rooms[room].several {
            return;
        }
        let mut cost = 0;
        // Of the day so far: its number, when all was over, the last session's track, and time that was empty since.
        let (mut day, mut over, mut last, mut empty) = (usize::MAX, 0, None, 0);
        for Entry { window, item } in &self.rooms[room] {
            let today = problem.frame.day(window.from);
            if today != day {
                (day, last, empty) = (today, None, 0);
                over = window.from;
            }
            empty += (window.from - over - problem.rooms[room].changeover).max(0);
            over = over.max(window.until);
            let one = &problem.items[*item];
            if one.session.is_none() {
                continue;
            }
            if let Some(last) = last {
                cost += weights.gap * i64::from(empty / problem.frame.grid);
                let changes = matches!((one.track, last), (Some(one), Some(last)) if one != last);
                cost += weights.track_change * i64::from(changes);
            }
            (last, empty) = (Some(one.track), 0);
        }
        self.soft += cost - std::mem::replace(&mut self.room_costs[room], cost);
    }

    /// When somebody speaks, if they do so at least twice.
    fn windows_of(&self, speaker: usize) -> impl Iterator<Item = Window> + '_ {
        let own = self.problem.speakers[speaker].iter();
        own.filter_map(move |item| self.at[*item].map(|spot| self.problem.window(*item, spot)))
    }

    /// What somebody's days cost, and the time that they wait.
    fn cost_speaker(&mut self, speaker: usize) {
        let (problem, weights) = (self.problem, &self.problem.weights);
        let day = |window: &Window| problem.frame.day(window.from);
        let (mut days, mut cost) = (0, 0);
        for (at, first) in self.windows_of(speaker).enumerate() {
            if self.windows_of(speaker).take(at).any(|before| day(&before) == day(&first)) {
                continue;
            }
            let (mut from, mut until, mut busy) = (first.from, first.until, 0);
            for window in self.windows_of(speaker).filter(|window| day(window) == day(&first)) {
                (from, until) = (from.min(window.from), until.max(window.until));
                busy += window.until - window.from;
            }
            cost += weights.speaker_wait * i64::from((until - from - busy).max(0) / problem.frame.grid);
            days += 1;
        }
        cost += weights.speaker_day * (days - 1).max(0);
        self.soft += cost - std::mem::replace(&mut self.speaker_costs[speaker], cost);
    }
}
