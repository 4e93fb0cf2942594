//! Days as both schemas want them: each with a number of its own, a date, a start and an end.

use crate::time;
use crate::value::{Day, Moment, Schedule};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat, TimeDelta};
use chrono_tz::Tz;
use std::collections::HashSet;

/// What a day is in a file.
pub(crate) struct Frame {
    pub(crate) index: u32,
    pub(crate) date: NaiveDate,
    pub(crate) start: DateTime<FixedOffset>,
    pub(crate) end: DateTime<FixedOffset>,
}

/// The frames of all days. What a day does not say follows from its events, then from the day itself. Without any
/// day there is one, since the schemas want one.
pub(crate) fn frames(schedule: &Schedule) -> Vec<Frame> {
    let zone = schedule.conference.zone.unwrap_or(Tz::UTC);
    let began = schedule.conference.start.map(Moment::date).unwrap_or_default();
    let mut taken = HashSet::new();
    let natural: Vec<_> = schedule.days.iter().map(|day| day.index > 0 && taken.insert(day.index)).collect();
    let mut frames = Vec::with_capacity(natural.len());
    for (day, natural) in schedule.days.iter().zip(natural) {
        let mut index = day.index;
        if !natural {
            index = 1;
            while !taken.insert(index) {
                index += 1;
            }
        }
        frames.push(frame(day, index, began, zone));
    }
    if frames.is_empty() {
        frames.push(frame(&Day::default(), 1, began, zone));
    }
    frames
}

fn frame(day: &Day, index: u32, began: NaiveDate, zone: Tz) -> Frame {
    let events = || day.rooms.iter().flat_map(|room| &room.events);
    let first = day.start.or_else(|| events().map(|event| event.start).min());
    let date = day.date.or(first.map(|first| first.date_naive())).unwrap_or(began);
    let midnight = NaiveDateTime::new(date, NaiveTime::MIN);
    let start = first.unwrap_or_else(|| time::instant(midnight, zone).0);
    let last = day.end.or_else(|| events().map(crate::Event::end).max());
    let end = last.unwrap_or_else(|| time::instant(midnight + TimeDelta::days(1), zone).0);
    Frame { index, date, start, end }
}

/// With seconds and offset: phones know no zones.
pub(crate) fn stamp(time: DateTime<FixedOffset>) -> String {
    // The XSD knows whole minutes up to fourteen hours.
    let offset = time.offset().local_minus_utc();
    let fits = offset % 60 == 0 && offset.abs() <= 14 * 3_600;
    let time = if fits { time } else { time.to_utc().fixed_offset() };
    time.to_rfc3339_opts(SecondsFormat::Secs, false)
}

/// A date, or a point in time as [`stamp`] has it.
pub(crate) fn moment(moment: Moment) -> String {
    match moment {
        Moment::Day(day) => day.to_string(),
        Moment::Time(time) => stamp(time),
    }
}
