//! Registrations by week, as a picture and as a table.

use crate::rules::scale::{LINES, step};
use crate::rules::week::Week;
use locale::Words;
use maud::{Markup, html};
use web::Visit;

/// The picture's measures, in its own units: where the bars stand and how high the highest may be.
const FLOOR: i64 = 234;
const HEIGHT: i64 = 220;
const FIRST: i64 = 52;
const BAR: i64 = 30;

pub(super) fn panel(visit: &Visit, weeks: &[Week]) -> Markup {
    let words = visit.words;
    html! {
        section."panel kern-level-2" aria-labelledby="chart" {
            div.panel__head {
                h2.kern-heading-small #chart { (words.t("desk-chart")) }
                @if !weeks.is_empty() {
                    ul.legend {
                        (legend("bar--1", &words.t("desk-on-site")))
                        (legend("bar--2", &words.t("desk-online")))
                    }
                }
            }
            @if weeks.is_empty() {
                p.muted { (words.t("desk-chart-empty")) }
            } @else {
                div."chart-box stack stack--s" {
                    div.scroll-x role="region" aria-label=(words.t("desk-chart-region")) tabindex="0" { (picture(words, weeks)) }
                    details {
                        summary { (words.t("desk-chart-as-table")) }
                        (table(words, weeks))
                    }
                }
            }
        }
    }
}

fn legend(class: &str, word: &str) -> Markup {
    html! {
        li {
            svg.chart viewBox="0 0 14 14" aria-hidden="true" { rect class=(class) width="14" height="14" rx="3" {} }
            (word)
        }
    }
}

fn picture(words: Words, weeks: &[Week]) -> Markup {
    let step = step(weeks.iter().map(|week| week.total()).max().unwrap_or(0));
    let newest = weeks.len().saturating_sub(1);
    html! {
        svg.chart viewBox="0 0 720 270" role="img" aria-labelledby="chart-title chart-desc" {
            title #chart-title { (words.t("desk-chart")) }
            desc #chart-desc { (description(words, weeks)) }
            @for line in 0..=LINES {
                @let y = FLOOR - HEIGHT * line / LINES;
                line class=(if line == 0 { "axis" } else { "grid-line" }) x1="44" x2="712" y1=(y) y2=(y) {}
                text x="36" y=(y + 4) text-anchor="end" { (words.number(step * line)) }
            }
            @for ((at, week), x) in weeks.iter().enumerate().zip((FIRST..).step_by(44)) {
                (bar(words, week, x, step * LINES, at == 0, at == newest))
            }
        }
    }
}

/// One week: on site below, online on top, its number under the axis, and over the newest how many it is.
fn bar(words: Words, week: &Week, x: i64, most: i64, first: bool, newest: bool) -> Markup {
    let (on_site, online) = (tenths(week.on_site, most), tenths(week.online, most));
    let gap = if on_site > 0 && online > 10 { 10 } else { 0 };
    let top = FLOOR * 10 - on_site - online;
    let middle = x + BAR / 2;
    html! {
        @if on_site > 0 { rect.bar--1 x=(x) y=(unit(FLOOR * 10 - on_site)) width=(BAR) height=(unit(on_site)) rx="2" {} }
        @if online > 0 { rect.bar--2 x=(x) y=(unit(top)) width=(BAR) height=(unit(online - gap)) rx="2" {} }
        text x=(middle) y="254" text-anchor="middle" {
            @if first { (named(words, week)) } @else { (week.number()) }
        }
        @if newest { text.name x=(middle) y=(unit(top - 60)) text-anchor="middle" { (words.number(week.total())) } }
    }
}

/// A count's height in tenths of a unit.
fn tenths(count: i64, most: i64) -> i64 {
    count * HEIGHT * 10 / most.max(1)
}

/// Tenths as SVG writes them: 206.5.
fn unit(tenths: i64) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// KW 46.
fn named(words: Words, week: &Week) -> String {
    words.with("desk-week", &[("week", week.number().to_string().into())])
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

fn table(words: Words, weeks: &[Week]) -> Markup {
    html! {
        table."kern-table kern-table--small dense" {
            caption.kern-sr-only { (words.t("desk-chart")) }
            thead.kern-table__header {
                tr.kern-table__row {
                    th.kern-table__header scope="col" { (words.t("desk-chart-week")) }
                    th."kern-table__header kern-table__header--numeric" scope="col" { (words.t("desk-on-site")) }
                    th."kern-table__header kern-table__header--numeric" scope="col" { (words.t("desk-online")) }
                }
            }
            tbody.kern-table__body {
                @for week in weeks {
                    tr.kern-table__row {
                        th.kern-table__header scope="row" { (named(words, week)) }
                        td."kern-table__cell kern-table__cell--numeric" { (words.number(week.on_site)) }
                        td."kern-table__cell kern-table__cell--numeric" { (words.number(week.online)) }
                    }
                }
            }
        }
    }
}
