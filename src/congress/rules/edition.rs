//! The next edition of a congress: what moves with its dates, and what in its texts may not hold any more.

use base::Time;
use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta, TimeZone};
use chrono_tz::Tz;
use std::collections::BTreeSet;

/// How an edition moves: so many days, by the calendar, in a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    days: TimeDelta,
    zone: Tz,
}

impl Move {
    /// From the day on which one edition begins to that of the next.
    pub fn new(starts_at: Time, first: NaiveDate, zone: Tz) -> Self {
        Self { days: first - starts_at.with_timezone(&zone).date_naive(), zone }
    }

    /// The same time of day so many days later, by the clock there: who sells from nine o'clock on does so in summer too.
    /// An hour that a clock change leaves out is the next.
    pub fn of(self, at: Time) -> Time {
        self.at(at.with_timezone(&self.zone).naive_local().checked_add_signed(self.days), at)
    }

    /// The same time of day on another day.
    pub fn on(self, day: NaiveDate, at: Time) -> Time {
        self.at(Some(day.and_time(at.with_timezone(&self.zone).time())), at)
    }

    fn at(self, local: Option<NaiveDateTime>, else_at: Time) -> Time {
        let find = |late| {
            let local = local?.checked_add_signed(TimeDelta::hours(late))?;
            self.zone.from_local_datetime(&local).earliest().map(|at| at.to_utc())
        };
        find(0).or_else(|| find(1)).unwrap_or(else_at)
    }
}

/// The years that a text names, of this century: they may not hold for the next edition.
pub fn years(text: &str) -> BTreeSet<i32> {
    let digits = |part: &&str| part.len() == 4 && part.starts_with("20");
    text.split(|c: char| !c.is_ascii_digit()).filter(digits).filter_map(|part| part.parse().ok()).collect()
}

/// A name or a short name with the year of the next edition in the place of the year of the last: "Digitaltag 2027" is
/// "Digitaltag 2028". One that names no such year stays as it is.
pub fn renamed(name: &str, starts_at: Time, first: NaiveDate, zone: Tz) -> String {
    let year = starts_at.with_timezone(&zone).year();
    if years(name).contains(&year) { name.replace(&year.to_string(), &first.year().to_string()) } else { name.into() }
}
