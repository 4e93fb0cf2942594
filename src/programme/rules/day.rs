//! The days of a congress: the night until some hour belongs to the day before.

use super::plan::Span;
use base::Time;
use chrono::{Days, NaiveDate, NaiveTime, TimeDelta, TimeZone};
use chrono_tz::Tz;

/// More days than these are not named one by one: what was a slip of the hand would be thousands.
const MOST: u64 = 100;

/// A day, from its first hour to its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    pub date: NaiveDate,
    pub span: Span,
}

/// The days from the first moment to the last. The first hour of the congress is the first of each of its days, and its
/// last the last of each.
pub fn days(from: Time, until: Time, zone: Tz, night: i32) -> Vec<Day> {
    let (first, last) = (date(from, zone, night), date(until - TimeDelta::seconds(1), zone, night));
    let begins = from.with_timezone(&zone).time();
    let ends = until.with_timezone(&zone);
    // Whoever ends at one in the morning ends on the day before.
    let over = u64::from(ends.date_naive() > last);
    let dates = (0..MOST).map_while(|n| first.checked_add_days(Days::new(n))).take_while(|date| *date <= last);
    let day = |date: NaiveDate| {
        let opens = if date == first { from } else { local(date, begins, zone) };
        let closes = if date == last { until } else { local(date + Days::new(over), ends.time(), zone) };
        // Whose last hour is earlier in the day than its first goes on until the night.
        let closes = if closes > opens { closes } else { midnight(next(date), zone, night) };
        Day { date, span: Span::new(opens, closes) }
    };
    dates.map(day).collect()
}

/// The day that a moment belongs to.
pub fn date(time: Time, zone: Tz, night: i32) -> NaiveDate {
    let local = time.with_timezone(&zone).naive_local();
    local.checked_sub_signed(TimeDelta::minutes(night.into())).unwrap_or(local).date()
}

/// All moments that belong to a day.
pub fn whole(date: NaiveDate, zone: Tz, night: i32) -> Span {
    Span::new(midnight(date, zone, night), midnight(next(date), zone, night))
}

/// The day after; of the last that there is, itself.
fn next(date: NaiveDate) -> NaiveDate {
    date.checked_add_days(Days::new(1)).unwrap_or(date)
}

fn midnight(date: NaiveDate, zone: Tz, night: i32) -> Time {
    let minutes = u32::try_from(night).unwrap_or(0) * 60;
    local(date, NaiveTime::from_num_seconds_from_midnight_opt(minutes, 0).unwrap_or_default(), zone)
}

/// A time of day on a date. One that a clock leaps over is that much later; of one that there is twice, the first.
pub fn local(date: NaiveDate, time: NaiveTime, zone: Tz) -> Time {
    let wanted = date.and_time(time);
    let leaps = [0, 30, 60, 120].into_iter();
    let late = |minutes| wanted.checked_add_signed(TimeDelta::minutes(minutes));
    let found = leaps.filter_map(|minutes| zone.from_local_datetime(&late(minutes)?).earliest()).next();
    found.map_or_else(|| wanted.and_utc(), |time| time.to_utc())
}
