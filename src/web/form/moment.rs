//! Moments as `<input type=datetime-local>` has them.

use base::Time;
use chrono::{NaiveDateTime, TimeZone, Timelike};
use locale::Tz;

/// `2027-03-11T10:00` in a zone; with seconds where a program set some, so that saving keeps them.
pub fn moment(at: Time, zone: Tz) -> String {
    let format = if at.second() == 0 { "%Y-%m-%dT%H:%M" } else { "%Y-%m-%dT%H:%M:%S" };
    at.with_timezone(&zone).format(format).to_string()
}

/// What was typed as a moment; an hour that a clock change leaves out is none.
pub fn read_moment(typed: &str, zone: Tz) -> Option<Time> {
    let typed = typed.trim().replace(' ', "T");
    let local = NaiveDateTime::parse_from_str(&typed, "%Y-%m-%dT%H:%M")
        .or_else(|_| NaiveDateTime::parse_from_str(&typed, "%Y-%m-%dT%H:%M:%S"))
        .ok()?;
    zone.from_local_datetime(&local).earliest().map(|at| at.to_utc())
}
