//! What lists are asked for, as it stands in the address: the parts that are the same for each.

use chrono::{NaiveDate, NaiveTime, TimeDelta, TimeZone};
use locale::Tz;
use registration::query::find::Sorting;
use web::Fields;

/// More than that nobody searches for.
const LONGEST: usize = 200;

/// What was typed to be found.
pub fn query(fields: &Fields) -> String {
    fields.get("q").trim().chars().take(LONGEST).collect()
}

/// Names in the address and what they mean; the first one is what a list is sorted by unless told otherwise.
pub type Keys<K> = &'static [(&'static str, K)];

/// `sort=name`, or `sort=-name` from the last to the first. What is unknown is the list's own order.
pub fn sorting<K: Copy>(fields: &Fields, keys: Keys<K>, own: Sorting<K>) -> Sorting<K> {
    let typed = fields.get("sort");
    let (name, descending) = typed.strip_prefix('-').map_or((typed, false), |name| (name, true));
    keys.iter().find(|(key, _)| *key == name).map_or(own, |(_, by)| Sorting { by: *by, descending })
}

/// As it stands in the address; nothing for the list's own order.
pub fn sorting_name<K: Copy + PartialEq>(sorting: Sorting<K>, keys: Keys<K>, own: Sorting<K>) -> String {
    if sorting == own {
        return String::new();
    }
    let name = keys.iter().find(|(_, by)| *by == sorting.by).map_or("", |(name, _)| *name);
    if sorting.descending { format!("-{name}") } else { name.to_owned() }
}

/// A day as browsers send it.
pub fn day(typed: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(typed, "%Y-%m-%d").ok()
}

/// As browsers send it.
pub fn day_name(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// When a day begins in a zone.
pub fn begins(day: Option<NaiveDate>, zone: Tz) -> Option<base::Time> {
    let midnight = day?.and_time(NaiveTime::MIN);
    // Where clocks go forward at midnight, the day begins an hour later.
    let begin = zone.from_local_datetime(&midnight).earliest();
    begin.or_else(|| zone.from_local_datetime(&(midnight + TimeDelta::hours(1))).earliest()).map(|t| t.to_utc())
}

/// When it is over.
pub fn ends(day: Option<NaiveDate>, zone: Tz) -> Option<base::Time> {
    begins(day.and_then(|day| day.succ_opt()), zone)
}

/// What a list is asked for. Its pairs make its address, the forms that act on what it shows, and the views that are
/// kept of it.
pub trait Asked: Clone {
    /// In saved views and exports: `orders`.
    const LIST: &'static str;

    /// Where the list is.
    fn place(congress: &str) -> String;

    /// All of it but the page, empty values too.
    fn pairs(&self) -> Vec<(&'static str, String)>;

    fn page(&self) -> u64;

    /// Another page of the same.
    #[must_use]
    fn with_page(&self, page: u64) -> Self;

    /// Its address.
    fn path(&self, congress: &str) -> String {
        let page = if self.page() > 1 { self.page().to_string() } else { String::new() };
        let pairs = self.pairs();
        let mut query: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
        query.push(("page", &page));
        address::with_query(&Self::place(congress), &query)
    }

    /// What stands behind the question mark, without the page.
    fn kept(&self) -> String {
        let path = self.with_page(1).path("x");
        path.split_once('?').map_or_else(String::new, |(_, query)| query.to_owned())
    }
}
