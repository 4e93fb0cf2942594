//! Zones of time, described for who does not know them by name (RFC 5545 §3.6.5): when their clocks change in the years
//! that appointments touch, from the same table by which the times were reckoned.

use base::Time;
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone, Utc, Weekday};
use chrono_tz::{OffsetComponents, OffsetName, Tz};
use ics::components::{Component, Property};

/// When the clocks of a zone change.
#[derive(Clone, Debug)]
struct Change {
    /// What clocks show when they change, in the time that ends.
    at: NaiveDateTime,
    before: i32,
    after: i32,
    summer: bool,
    name: String,
}

impl Change {
    /// Changes that are alike in it may be one rule.
    fn kind(&self) -> (u32, Weekday, chrono::NaiveTime, i32, i32, bool, &str) {
        let at = self.at;
        (at.month(), at.weekday(), at.time(), self.before, self.after, self.summer, &self.name)
    }

    /// It is the last such weekday of its month.
    fn is_last(&self) -> bool {
        self.at.checked_add_signed(TimeDelta::weeks(1)).is_none_or(|next| next.month() != self.at.month())
    }

    fn nth(&self) -> u32 {
        (self.at.day() - 1) / 7 + 1
    }
}

/// The zone from the year before the first moment to the year after the last.
pub(super) fn describe<'a>(zone: Tz, from: Time, until: Time) -> Component<'a> {
    let (first, last) = (from.with_timezone(&zone).year() - 1, until.with_timezone(&zone).year() + 1);
    let changes = changes(zone, first, last);
    let mut out = Component::new("VTIMEZONE");
    out.add_property(Property::new("TZID", zone.name()));
    out.add_property(Property::new("X-LIC-LOCATION", zone.name()));
    let begins = changes.first().map(|change| utc(change.at, change.before));
    if begins.is_none_or(|begins| from < begins) {
        // Before the clocks change for the first time, or where they never do.
        let offset = zone.offset_from_utc_datetime(&from.naive_utc());
        let total = offset.fix().local_minus_utc();
        let at = NaiveDate::from_ymd_opt(1970, 1, 1).unwrap_or_default().and_time(chrono::NaiveTime::MIN);
        let name = offset.abbreviation().unwrap_or_default().to_owned();
        let summer = offset.dst_offset() > TimeDelta::zero();
        out.add_component(observance(&Change { at, before: total, after: total, summer, name }, None));
    }
    let mut left: Vec<&Change> = changes.iter().collect();
    while let Some(change) = left.first().copied() {
        let alike: Vec<&Change> = left.iter().copied().filter(|other| other.kind() == change.kind()).collect();
        let years = alike.iter().map(|other| other.at.year());
        let day = if !years.eq(first..=last) {
            None
        } else if alike.iter().all(|other| other.is_last()) {
            Some(-1)
        } else {
            alike.iter().all(|other| other.nth() == change.nth()).then_some(i64::from(change.nth()))
        };
        out.add_component(observance(change, day));
        match day {
            Some(_) => left.retain(|other| other.kind() != change.kind()),
            None => drop(left.remove(0)),
        }
    }
    out
}

/// The time that begins with a change. `day`: it does so each year, on this weekday of the month.
fn observance<'a>(change: &Change, day: Option<i64>) -> Component<'a> {
    let mut out = Component::new(if change.summer { "DAYLIGHT" } else { "STANDARD" });
    out.add_property(Property::new("DTSTART", change.at.format("%Y%m%dT%H%M%S").to_string()));
    out.add_property(Property::new("TZOFFSETFROM", offset(change.before)));
    out.add_property(Property::new("TZOFFSETTO", offset(change.after)));
    if !change.name.is_empty() {
        out.add_property(Property::new("TZNAME", change.name.clone()));
    }
    if let Some(day) = day {
        let weekday = match change.at.weekday() {
            Weekday::Mon => "MO",
            Weekday::Tue => "TU",
            Weekday::Wed => "WE",
            Weekday::Thu => "TH",
            Weekday::Fri => "FR",
            Weekday::Sat => "SA",
            Weekday::Sun => "SU",
        };
        let rule = format!("FREQ=YEARLY;BYMONTH={};BYDAY={day}{weekday}", change.at.month());
        out.add_property(Property::new("RRULE", rule));
    }
    out
}

/// `+0100`, and where a zone has seconds `+005328`.
fn offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let (hours, minutes, rest) = (seconds.abs() / 3600, seconds.abs() / 60 % 60, seconds.abs() % 60);
    if rest == 0 { format!("{sign}{hours:02}{minutes:02}") } else { format!("{sign}{hours:02}{minutes:02}{rest:02}") }
}

fn utc(local: NaiveDateTime, offset: i32) -> Time {
    DateTime::from_naive_utc_and_offset(local - TimeDelta::seconds(offset.into()), Utc)
}

/// All changes from the beginning of one year to the end of another, in order: found day by day, then to the second.
fn changes(zone: Tz, first: i32, last: i32) -> Vec<Change> {
    let new_year = |year| Some(NaiveDate::from_ymd_opt(year, 1, 1)?.and_time(chrono::NaiveTime::MIN).and_utc());
    let (Some(mut day), Some(end)) = (new_year(first), new_year(last + 1)) else { return vec![] };
    let of = |at: Time| zone.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc();
    let mut found = vec![];
    while day < end {
        let next = day + TimeDelta::days(1);
        if of(day) != of(next) {
            let (mut before, mut after) = (day, next);
            while after - before > TimeDelta::seconds(1) {
                let middle = before + (after - before) / 2;
                if of(middle) == of(day) { before = middle } else { after = middle }
            }
            let offset = zone.offset_from_utc_datetime(&after.naive_utc());
            found.push(Change {
                at: (after + TimeDelta::seconds(of(day).into())).naive_utc(),
                before: of(day),
                after: of(next),
                summer: offset.dst_offset() > TimeDelta::zero(),
                name: offset.abbreviation().unwrap_or_default().to_owned(),
            });
        }
        day = next;
    }
    found
}
