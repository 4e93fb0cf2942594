//! Dates and times of day, in the congress's zone. The patterns and the names of months and days stand in
//! `templates/locale/*/locale.ftl`; here the moment is only taken apart.

use crate::{Arg, Tz, Words};
use base::Time;
use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Timelike};

type Local = DateTime<Tz>;

impl Words {
    /// 11. März 2027, 11 March 2027.
    pub fn date(self, t: Time, zone: Tz) -> String {
        self.moment("date", t.with_timezone(&zone))
    }

    /// The same of a day without a time: one that was typed, or that stands on a bank's statement.
    pub fn day(self, day: NaiveDate) -> String {
        self.date(day.and_time(NaiveTime::MIN).and_utc(), Tz::UTC)
    }

    /// Donnerstag, 11. März 2027; Thursday, 11 March 2027.
    pub fn weekday_date(self, t: Time, zone: Tz) -> String {
        self.moment("date-weekday", t.with_timezone(&zone))
    }

    /// 9:58 Uhr, 9:58.
    pub fn time(self, t: Time, zone: Tz) -> String {
        self.moment("time", t.with_timezone(&zone))
    }

    /// 10 bis 17 Uhr, 10:00 to 17:00: in German full hours go without their minutes.
    pub fn hours(self, from: Time, to: Time, zone: Tz) -> String {
        let clock = |t: Time| Arg::from(self.moment("time-clock", t.with_timezone(&zone)));
        self.with("time-span", &[("from", clock(from)), ("to", clock(to))])
    }

    /// One day: Donnerstag, 11. März 2027, 10 bis 17 Uhr. Several: 11. bis 13. März 2027.
    pub fn span(self, from: Time, to: Time, zone: Tz) -> String {
        let (first, last) = (from.with_timezone(&zone), to.with_timezone(&zone));
        if first.date_naive() == last.date_naive() {
            let day = Arg::from(self.weekday_date(from, zone));
            return self.with("date-hours", &[("day", day), ("hours", Arg::from(self.hours(from, to, zone)))]);
        }
        let start = if first.year() != last.year() {
            "date"
        } else if first.month() != last.month() {
            "date-day-month"
        } else {
            "date-day"
        };
        let days = [("from", Arg::from(self.moment(start, first))), ("to", Arg::from(self.moment("date", last)))];
        self.with("date-span", &days)
    }

    /// 19. Februar 2027, 9:58 Uhr; 19 February 2027, 9:58.
    pub fn date_time(self, t: Time, zone: Tz) -> String {
        self.moment("date-time", t.with_timezone(&zone))
    }

    /// 19.02. 9:58, 19 Feb 9:58: for lists.
    pub fn short(self, t: Time, zone: Tz) -> String {
        self.moment("date-time-short", t.with_timezone(&zone))
    }

    /// Parts that are shown go as text (a year is no quantity), parts that choose a word as numbers.
    fn moment(self, key: &str, t: Local) -> String {
        self.with(
            key,
            &[
                ("day", Arg::from(t.day().to_string())),
                ("day-padded", Arg::from(format!("{:02}", t.day()))),
                ("weekday", Arg::from(t.weekday().number_from_monday())),
                ("month", Arg::from(t.month())),
                ("month-padded", Arg::from(format!("{:02}", t.month()))),
                ("year", Arg::from(t.year().to_string())),
                ("hour", Arg::from(t.hour().to_string())),
                ("minute", Arg::from(format!("{:02}", t.minute()))),
                ("minutes", Arg::from(t.minute())),
            ],
        )
    }
}
