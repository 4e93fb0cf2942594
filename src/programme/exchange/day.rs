//! Which slot stands on which day, in which room and in which order: as the file had it that it came with, where it still
//! stands; else by the clock.

use crate::exchange::origin::{LaidRoom, Layout};
use base::{Time, Uuid};
use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use chrono_tz::Tz;
use std::collections::HashMap;

/// A slot that has a time.
#[derive(Clone, Copy, Debug)]
pub struct Placed {
    pub slot: Uuid,
    pub room: Option<Uuid>,
    pub starts_at: Time,
}

/// A day with its rooms.
#[derive(Clone, Debug, Default)]
pub struct Day {
    pub index: u32,
    pub date: Option<NaiveDate>,
    pub start: Option<DateTime<FixedOffset>>,
    pub end: Option<DateTime<FixedOffset>>,
    pub rooms: Vec<Room>,
}

/// A room on a day. None: what happens there has no room.
#[derive(Clone, Debug, Default)]
pub struct Room {
    pub room: Option<Uuid>,
    pub guid: Option<Uuid>,
    pub slug: Option<String>,
    /// Their places among those that were given, and when they start, in the congress's or the file's offset.
    pub slots: Vec<(usize, DateTime<FixedOffset>)>,
}

impl From<&LaidRoom> for Room {
    fn from(laid: &LaidRoom) -> Self {
        Self { room: laid.room, guid: laid.guid, slug: laid.slug.clone(), slots: vec![] }
    }
}

/// Where a file has a slot: day, room, order there, start.
type Laid = (usize, usize, usize, DateTime<FixedOffset>);

/// All days. `placed` in the order in which rooms shall stand that the file does not have on that day; `night`: until then
/// it is the day before's.
pub fn days(layout: &Layout, zone: Tz, night: TimeDelta, placed: &[Placed]) -> Vec<Day> {
    let mut laid: HashMap<Uuid, Laid> = HashMap::new();
    let mut days: Vec<Day> = Vec::with_capacity(layout.days.len());
    for (day_at, day) in layout.days.iter().enumerate() {
        for (room_at, room) in day.rooms.iter().enumerate() {
            for (order, (slot, start)) in room.slots.iter().enumerate() {
                laid.insert(*slot, (day_at, room_at, order, *start));
            }
        }
        let rooms = day.rooms.iter().map(Room::from).collect();
        days.push(Day { index: day.index, date: day.date, start: day.start, end: day.end, rooms });
    }
    // As the file has them.
    let mut kept: Vec<(Laid, usize)> = vec![];
    let mut moved: Vec<usize> = vec![];
    for (at, slot) in placed.iter().enumerate() {
        let stands = laid.get(&slot.slot).filter(|(day, room, _, start)| {
            let place = layout.days.get(*day).and_then(|day| day.rooms.get(*room));
            *start == slot.starts_at && place.is_some_and(|place| place.room == slot.room)
        });
        match stands {
            Some(laid) => kept.push((*laid, at)),
            None => moved.push(at),
        }
    }
    kept.sort_unstable_by_key(|((day, room, order, _), at)| (*day, *room, *order, *at));
    for ((day, room, _, start), at) in kept {
        if let Some(room) = days.get_mut(day).and_then(|day| day.rooms.get_mut(room)) {
            room.slots.push((at, start));
        }
    }
    // By the clock.
    let known = days.len();
    for at in moved {
        let Some(slot) = placed.get(at) else { continue };
        let start = slot.starts_at.with_timezone(&zone).fixed_offset();
        let day = day_of(&mut days, start, night);
        let found = day.rooms.iter().position(|room| room.room == slot.room);
        let index = found.unwrap_or_else(|| {
            day.rooms.push(Room { room: slot.room, ..Room::default() });
            day.rooms.len() - 1
        });
        if let Some(room) = day.rooms.get_mut(index) {
            room.slots.push((at, start));
            room.slots.sort_by_key(|(_, start)| *start);
        }
    }
    if days.len() > known {
        days.sort_by_key(|day| day.date);
    }
    days
}

fn day_of(days: &mut Vec<Day>, start: DateTime<FixedOffset>, night: TimeDelta) -> &mut Day {
    let date = start.checked_sub_signed(night).unwrap_or(start).date_naive();
    let within = |day: &Day| day.start.is_some_and(|from| from <= start) && day.end.is_some_and(|until| start < until);
    let found = days.iter().position(within).or_else(|| days.iter().position(|day| day.date == Some(date)));
    let index = found.unwrap_or_else(|| {
        let index = days.iter().map(|day| day.index).max().unwrap_or(0).saturating_add(1);
        days.push(Day { index, date: Some(date), ..Day::default() });
        days.len() - 1
    });
    &mut days[index]
}
