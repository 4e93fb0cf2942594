//! Registrations by week.

use crate::page::chart::{Chart, Column};
use crate::rules::week::Week;
use locale::Words;
use maud::Markup;

pub(super) fn panel(words: Words, weeks: &[Week]) -> Markup {
    let column = |week: &Week| Column {
        name: words.with("desk-week", &[("week", week.number().to_string().into())]),
        short: week.number().to_string(),
        counts: vec![week.on_site, week.online],
    };
    let chart = Chart {
        id: "weeks",
        title: words.t("desk-chart"),
        description: description(words, weeks),
        empty: words.t("desk-chart-empty"),
        axis: words.t("desk-chart-week"),
        series: vec![words.t("desk-on-site"), words.t("desk-online")],
        columns: weeks.iter().map(column).collect(),
        newest_first: true,
    };
    chart.panel(words)
}

fn description(words: Words, weeks: &[Week]) -> String {
    let (Some(first), Some(last)) = (weeks.first(), weeks.last()) else { return String::new() };
    words.with(
        "desk-chart-description",
        &[
            ("first", first.total().into()),
            ("first-week", first.number().to_string().into()),
            ("last", last.total().into()),
            ("last-week", last.number().to_string().into()),
        ],
    )
}
