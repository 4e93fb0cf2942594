//! Registrations by week, ISO 8601 weeks in the congress's zone.

use base::Time;
use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use locale::Tz;
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

/// The Mondays of the weeks that can be shown, newest first: that of `until`, and those before.
pub fn mondays(zone: Tz, until: Time) -> Vec<NaiveDate> {
    let last = monday(until, zone);
    (0..MOST).map(|n| last - TimeDelta::weeks(n)).collect()
}

/// The weeks from the first registration to the newest, oldest first; none if nobody came. Weeks without any are in it.
/// `registered`: how many for a place in the week of which of `mondays`; behind the last one: before all of them.
pub fn weeks(registered: impl IntoIterator<Item = (usize, Place, i64)>, mondays: &[NaiveDate]) -> Vec<Week> {
    let mut weeks: Vec<Week> = mondays.iter().map(|monday| Week { monday: *monday, on_site: 0, online: 0 }).collect();
    let mut older = false;
    for (at, place, n) in registered {
        match (weeks.get_mut(at), place) {
            (Some(week), Place::OnSite) => week.on_site += n,
            (Some(week), Place::Online) => week.online += n,
            (None, _) => older |= n > 0,
        }
    }
    let first = weeks.iter().rposition(|week| week.total() > 0);
    weeks.truncate(if older { mondays.len() } else { first.map_or(0, |first| first + 1) });
    weeks.reverse();
    weeks
}

/// The Monday of the week that a moment falls into.
pub fn monday(at: Time, zone: Tz) -> NaiveDate {
    at.with_timezone(&zone).date_naive().week(Weekday::Mon).first_day()
}
