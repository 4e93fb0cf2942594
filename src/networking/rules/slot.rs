//! When one can meet: slots of one length, one after the other.

use base::Time;
use chrono::TimeDelta;

/// The shortest and the longest slot, in minutes.
pub const SHORTEST: i64 = 10;
pub const LONGEST: i64 = 30;
/// Most slots of one congress, and most tables.
pub const MOST_SLOTS: usize = super::meeting::MOST_SLOTS;
pub const MOST_TABLES: i32 = 500;
/// So many slots one proposes at once.
pub const MOST_OFFERS: usize = 3;

/// Cuts a stretch of time into slots; what is left over at its end is none. None: the length is no length of a slot, or there
/// are too many.
pub fn cut(from: Time, until: Time, minutes: i64) -> Option<Vec<(Time, Time)>> {
    if !(SHORTEST..=LONGEST).contains(&minutes) || until <= from {
        return None;
    }
    let length = TimeDelta::minutes(minutes);
    let count = usize::try_from((until - from).num_minutes() / minutes).ok()?;
    if count == 0 || count > MOST_SLOTS {
        return None;
    }
    let mut slots = Vec::with_capacity(count);
    let mut starts = from;
    while starts + length <= until {
        slots.push((starts, starts + length));
        starts += length;
    }
    Some(slots)
}

/// Whether two stretches of time share a moment: one that begins when the other ends does not.
pub fn overlap(one: (Time, Time), other: (Time, Time)) -> bool {
    one.0 < other.1 && other.0 < one.1
}
