//! Moments as people and spreadsheets write them.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use locale::Tz;

/// What a cell says of a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// By the clock of the congress.
    At(NaiveDateTime),
    /// A time of a day that another cell tells.
    Clock(NaiveTime),
}

/// Years that a programme may be in.
const YEARS: std::ops::RangeInclusive<i32> = 1970..=2200;
/// Numbers that are days as Excel counts them, where nobody told it that the cell is a date.
const SERIAL: std::ops::RangeInclusive<f64> = 20_000.0..=110_000.0;

/// `2027-03-11 09:00`, `11.03.2027, 9:00 Uhr`, `11.3.27 9:00`, `2027-03-11T09:00:00+01:00`, a day alone (its beginning), a
/// number of days as Excel counts, or a time alone. None: it is none of these.
pub fn moment(typed: &str, zone: Tz) -> Option<Moment> {
    let typed = typed.trim();
    if let Ok(at) = DateTime::parse_from_rfc3339(typed) {
        return Some(Moment::At(at.with_timezone(&zone).naive_local()));
    }
    let plain = typed.replace([',', 'T'], " ");
    let plain = plain.trim_end_matches("Uhr");
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let dates = ["%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y"];
    let clocks = ["%H:%M:%S", "%H:%M"];
    let within = |at: &NaiveDateTime| YEARS.contains(&at.year());
    for date in dates {
        let both = clocks.iter().find_map(|clock| {
            let read = NaiveDateTime::parse_from_str(&plain, &format!("{date} {clock}")).ok();
            read.filter(within)
        });
        let day = || NaiveDate::parse_from_str(&plain, date).ok().map(|day| day.and_time(NaiveTime::MIN));
        if let Some(at) = both.or_else(|| day().filter(within)) {
            return Some(Moment::At(at));
        }
    }
    if let Some(clock) = clocks.iter().find_map(|clock| NaiveTime::parse_from_str(&plain, clock).ok()) {
        return Some(Moment::Clock(clock));
    }
    let serial: f64 = plain.parse().ok().filter(|n| SERIAL.contains(n))?;
    Some(Moment::At(of_serial(serial)?))
}

/// To the minute, as spreadsheets show it.
#[expect(clippy::cast_possible_truncation, reason = "the number of minutes of such days fits")]
fn of_serial(days: f64) -> Option<NaiveDateTime> {
    let begin = NaiveDate::from_ymd_opt(1899, 12, 30)?.and_time(NaiveTime::MIN);
    begin.checked_add_signed(TimeDelta::minutes((days * 1_440.0).round() as i64))
}
