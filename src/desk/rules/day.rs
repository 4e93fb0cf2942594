//! Days and their hours in the congress's zone.

use base::Time;
use chrono::{Days, NaiveDate, NaiveTime, TimeDelta, TimeZone};
use locale::Tz;

/// When a day begins. Where clocks are put forward at midnight, it begins an hour later by the clock.
pub fn begin(day: NaiveDate, zone: Tz) -> Time {
    let midnight = day.and_time(NaiveTime::MIN);
    let local = [0, 1, 2].into_iter().find_map(|late| {
        let begin = midnight + TimeDelta::hours(late);
        zone.from_local_datetime(&begin).earliest()
    });
    local.map_or_else(|| midnight.and_utc(), |begin| begin.to_utc())
}

/// When each hour of a day begins, and when the day ends: 24 hours, or 23 and 25 when clocks are put forward and back.
pub fn hours(day: NaiveDate, zone: Tz) -> Vec<Time> {
    let (first, end) = (begin(day, zone), begin(day + Days::new(1), zone));
    (0..=(end - first).num_hours()).map(|n| first + TimeDelta::hours(n)).collect()
}

/// An hour, and how many came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hour {
    pub begins: Time,
    pub n: i64,
}

/// The hours from the first in which somebody came to the last one; empty if nobody did.
pub fn busy(beginnings: &[Time], counts: &[i64]) -> Vec<Hour> {
    let all: Vec<Hour> = beginnings.iter().zip(counts).map(|(begins, n)| Hour { begins: *begins, n: *n }).collect();
    let first = all.iter().position(|hour| hour.n > 0);
    let last = all.iter().rposition(|hour| hour.n > 0);
    match (first, last) {
        (Some(first), Some(last)) => all.get(first..=last).unwrap_or_default().to_vec(),
        _ => vec![],
    }
}
