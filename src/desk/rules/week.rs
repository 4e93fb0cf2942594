//! Registrations by week, ISO 8601 weeks in the congress's zone.

use base::Time;
use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use locale::Tz;
use std::collections::BTreeMap;
use ticketing::entity::category::Place;

/// The most weeks that are shown.
pub const MOST: i64 = 15;

/// A week, and how many registered in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its Monday.
    pub monday: NaiveDate,
    pub on_site: i64,
    pub online: i64,
}

impl Week {
    /// 1 to 53.
    pub fn number(self) -> u32 {
        self.monday.iso_week().week()
    }

    pub fn total(self) -> i64 {
        self.on_site + self.online
    }
}

/// The weeks from the first registration to now, or to the congress if it is over; the last [`MOST`] of them. Weeks
/// without any are in it.
pub fn weeks(registered: impl IntoIterator<Item = (Time, Place)>, zone: Tz, until: Time) -> Vec<Week> {
    let mut counts: BTreeMap<NaiveDate, (i64, i64)> = BTreeMap::new();
    for (at, place) in registered {
        let week = counts.entry(monday(at, zone)).or_default();
        match place {
            Place::OnSite => week.0 += 1,
            Place::Online => week.1 += 1,
        }
    }
    let (Some((first, _)), Some((newest, _))) = (counts.first_key_value(), counts.last_key_value()) else {
        return vec![];
    };
    let last = monday(until, zone).max(*newest);
    let first = (*first).max(last - TimeDelta::weeks(MOST - 1));
    (0..=(last - first).num_weeks())
        .map(|n| first + TimeDelta::weeks(n))
        .map(|monday| {
            let (on_site, online) = counts.get(&monday).copied().unwrap_or_default();
            Week { monday, on_site, online }
        })
        .collect()
}

/// The Monday of the week that a moment falls into.
pub fn monday(at: Time, zone: Tz) -> NaiveDate {
    at.with_timezone(&zone).date_naive().week(Weekday::Mon).first_day()
}
