//! Admissions by hour of the congress's day.

use crate::page::chart::{Chart, Column};
use crate::rules::day::Hour;
use chrono::{TimeDelta, Timelike};
use maud::Markup;
use web::Visit;

pub(super) fn panel(visit: &Visit, hours: &[Hour]) -> Markup {
    let (words, zone) = (visit.words, visit.zone());
    let name = |hour: &Hour| words.hours(hour.begins, hour.begins + TimeDelta::hours(1), zone);
    let column = |hour: &Hour| Column {
        name: name(hour),
        short: hour.begins.with_timezone(&zone).hour().to_string(),
        counts: vec![hour.n],
    };
    let most = hours.iter().max_by_key(|hour| hour.n);
    let description = most.map_or_else(String::new, |most| {
        let total: i64 = hours.iter().map(|hour| hour.n).sum();
        let args = [("total", total.into()), ("most", most.n.into()), ("hour", name(most).into())];
        words.with("desk-hours-description", &args)
    });
    let day = hours.first().map_or_else(String::new, |hour| words.date(hour.begins, zone));
    let chart = Chart {
        id: "hours",
        title: words.with("desk-hours-of", &[("day", day.into())]),
        description,
        empty: String::new(),
        axis: words.t("desk-hours-hour"),
        series: vec![words.t("desk-hours-admitted")],
        columns: hours.iter().map(column).collect(),
        newest_first: false,
    };
    chart.panel(words)
}
