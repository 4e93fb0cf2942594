//! Points in time, as the files write them.

use chrono::{
    DateTime, Datelike, FixedOffset, MappedLocalTime, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone,
};
use chrono_tz::Tz;

/// What a text says of a point in time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Told {
    /// With its offset.
    Instant(DateTime<FixedOffset>),
    /// As clocks show it there.
    Local(NaiveDateTime),
    Date(NaiveDate),
}

/// Reads a date, or date and time with or without seconds, fractions and offset.
pub fn read(text: &str) -> Option<Told> {
    let text = text.trim();
    let date = date(text.get(..10)?)?;
    let Some(rest) = text.get(10..).filter(|rest| !rest.is_empty()) else { return Some(Told::Date(date)) };
    let clock = rest.strip_prefix(['T', 't', ' '])?;
    let (clock, offset) = match clock.find(['Z', 'z', '+', '-']) {
        Some(at) => (clock.get(..at)?.trim_end(), Some(offset(clock.get(at..)?)?)),
        None => (clock, None),
    };
    let (days, time) = time_of_day(clock)?;
    let local = date.checked_add_signed(TimeDelta::days(days))?.and_time(time);
    match offset {
        Some(offset) => offset.from_local_datetime(&local).single().map(Told::Instant),
        None => Some(Told::Local(local)),
    }
}

/// A date of these centuries: others are mistakes.
pub fn date(text: &str) -> Option<NaiveDate> {
    let date = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok()?;
    (1900..3000).contains(&date.year()).then_some(date)
}

fn offset(text: &str) -> Option<FixedOffset> {
    if text.eq_ignore_ascii_case("z") {
        return Some(Tz::UTC.offset_from_utc_datetime(&NaiveDateTime::default()).fix());
    }
    let (sign, rest) = (if text.starts_with('-') { -1 } else { 1 }, text.get(1..)?);
    let (hours, minutes) = match (rest.split_once(':'), rest.len()) {
        (Some((hours, minutes)), _) => (hours, minutes),
        (None, 3..=4) => rest.split_at_checked(rest.len() - 2)?,
        (None, _) => (rest, "0"),
    };
    let (hours, minutes) = (hours.parse::<u8>().ok()?, minutes.parse::<u8>().ok()?);
    let fits = hours <= 14 && minutes < 60;
    if fits { FixedOffset::east_opt(sign * (i32::from(hours) * 3_600 + i32::from(minutes) * 60)) } else { None }
}

/// Reads `HH:MM` or `HH:MM:SS`; from 24 on hours are those of the next day.
pub fn time_of_day(text: &str) -> Option<(i64, NaiveTime)> {
    let mut parts = text.trim().split(':');
    let number = |part: Option<&str>| {
        let part = part?;
        let fits = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        if fits { part.parse::<u32>().ok() } else { None }
    };
    let (hours, minutes) = (number(parts.next())?, number(parts.next())?);
    let seconds = match parts.next() {
        Some(seconds) => number(seconds.split('.').next())?,
        None => 0,
    };
    if parts.next().is_some() || hours >= 48 {
        return None;
    }
    Some((i64::from(hours / 24), NaiveTime::from_hms_opt(hours % 24, minutes, seconds)?))
}

/// How a local time came to be an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Night {
    Plain,
    /// It exists twice; this is the first.
    Twice,
    /// It does not exist; it is moved on by as much as clocks are.
    Skipped,
}

/// The instant at which clocks there show this time.
pub fn instant(local: NaiveDateTime, zone: Tz) -> (DateTime<FixedOffset>, Night) {
    match zone.from_local_datetime(&local) {
        MappedLocalTime::Single(time) => (time.fixed_offset(), Night::Plain),
        MappedLocalTime::Ambiguous(first, _) => (first.fixed_offset(), Night::Twice),
        MappedLocalTime::None => {
            // As if clocks had not been put forward yet; a day is longer than any gap.
            let before = zone.offset_from_utc_datetime(&(local - TimeDelta::days(1))).fix();
            let utc = local - TimeDelta::seconds(i64::from(before.local_minus_utc()));
            (zone.from_utc_datetime(&utc).fixed_offset(), Night::Skipped)
        }
    }
}
