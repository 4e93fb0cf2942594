//! When a campaign goes out.

use base::Time;
use chrono::{NaiveTime, TimeDelta, TimeZone, Timelike};
use chrono_tz::Tz;

/// From when to when people are written to, in hours of the congress's zone.
pub const MORNING: u32 = 7;
pub const EVENING: u32 = 21;
/// So long after its time a plan is still carried out. Later nobody knows whether it is still meant.
pub const LATE: TimeDelta = TimeDelta::hours(3);
/// A campaign of which nothing went on for so long goes on only when somebody says so.
pub const STALE: TimeDelta = TimeDelta::minutes(30);

/// When people may be written to next: now, or in the morning.
pub fn next_window(now: Time, zone: Tz, at_night: bool) -> Time {
    let there = now.with_timezone(&zone);
    if at_night || (MORNING..EVENING).contains(&there.hour()) {
        return now;
    }
    let day = if there.hour() < MORNING { there.date_naive() } else { there.date_naive() + TimeDelta::days(1) };
    let morning = NaiveTime::from_hms_opt(MORNING, 0, 0).unwrap_or_default();
    zone.from_local_datetime(&day.and_time(morning)).earliest().map_or(now, |time| time.to_utc())
}

/// What a campaign goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relative {
    /// So many days before the first day of the congress, at this minute of the day there.
    Before { days: i32, minute: i32 },
    /// So many days after its last day.
    After { days: i32, minute: i32 },
    /// So many hours before it begins.
    Hours { hours: i32 },
}

impl Relative {
    /// When that is, with the congress as it is. None: there is no such time.
    pub fn at(self, (begins, ends): (Time, Time), zone: Tz) -> Option<Time> {
        match self {
            Self::Before { days, minute } => on(begins, zone, TimeDelta::days(-i64::from(days)), minute),
            // What ends at midnight ends with the day before.
            Self::After { days, minute } => {
                on(ends - TimeDelta::seconds(1), zone, TimeDelta::days(i64::from(days)), minute)
            }
            Self::Hours { hours } => begins.checked_sub_signed(TimeDelta::hours(i64::from(hours))),
        }
    }
}

/// So long from the day of a moment, at this minute of the day there. In an hour that a clock change leaves out, an hour later.
fn on(moment: Time, zone: Tz, by: TimeDelta, minute: i32) -> Option<Time> {
    let minute = u32::try_from(minute).ok().filter(|minute| *minute < 24 * 60)?;
    let day = moment.with_timezone(&zone).date_naive().checked_add_signed(by)?;
    let time = NaiveTime::from_hms_opt(minute / 60, minute % 60, 0)?;
    let local = day.and_time(time);
    let found = zone.from_local_datetime(&local).earliest();
    found.or_else(|| zone.from_local_datetime(&(local + TimeDelta::hours(1))).earliest()).map(|time| time.to_utc())
}

/// Whether a plan is still meant when its turn comes.
pub fn is_late(planned: Time, now: Time) -> bool {
    now - planned > LATE
}

/// Whether nothing went on for so long that somebody must look first.
pub fn is_stale(progressed: Time, now: Time) -> bool {
    now - progressed > STALE
}
