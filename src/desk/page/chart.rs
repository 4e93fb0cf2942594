//! Counts over time, as a picture and as a table: columns where there is room, on a phone rows that need no scrolling
//! sideways.

use crate::rules::scale::{LINES, step};
use locale::Words;
use maud::{Markup, html};

/// The most rows of a phone's picture. The table has all.
const ROWS: usize = 8;

/// What is counted over time.
pub(crate) struct Chart {
    /// Stands in the ids of its parts: `weeks`.
    pub id: &'static str,
    pub title: String,
    /// What the picture shows, in a sentence.
    pub description: String,
    /// Said while there is nothing.
    pub empty: String,
    /// Over the first column of the table.
    pub axis: String,
    /// What is counted: one thing or two, which stand on each other.
    pub series: Vec<String>,
    /// Oldest first.
    pub columns: Vec<Column>,
    /// On a phone: whether the last column is the first row.
    pub newest_first: bool,
}

/// A span of time.
pub(crate) struct Column {
    pub name: String,
    /// Below its bar, where little room is.
    pub short: String,
    /// As many as there are series.
    pub counts: Vec<i64>,
}

impl Column {
    fn total(&self) -> i64 {
        self.counts.iter().sum()
    }

    /// The name, where it has room beside or below a bar; else the short one.
    fn label(&self) -> &str {
        if self.name.chars().count() <= LABEL { &self.name } else { &self.short }
    }
}

/// The picture's measures, in its own units: where the bars stand and how high the highest may be.
const FLOOR: i64 = 234;
const HEIGHT: i64 = 220;
const FIRST: i64 = 52;
const WIDTH: i64 = 500;
/// The widest column with its gap.
const PITCH: i64 = 66;

/// So many columns are named at most: more would run into each other.
const NAMED: usize = 16;
/// Characters of a name that have room there.
const LABEL: usize = 10;

/// The phone's picture: the height of a row, where its bar begins and how long the longest may be.
const ROW: i64 = 26;
const BEGIN: i64 = 96;
const LENGTH: i64 = 120;

impl Chart {
    pub(crate) fn panel(&self, words: Words) -> Markup {
        html! {
            section."panel kern-level-2" aria-labelledby=(self.id) {
                div.panel__head {
                    h2.kern-heading-small id=(self.id) { (self.title) }
                    @if self.series.len() > 1 && !self.columns.is_empty() {
                        (self.legend())
                    }
                }
                @if self.columns.is_empty() {
                    p.muted { (self.empty) }
                } @else {
                    div."chart-box stack stack--s" {
                        (self.picture(words))
                        details {
                            summary { (words.t("desk-chart-as-table")) }
                            (self.table(words))
                        }
                    }
                }
            }
        }
    }

    /// The picture alone, for wide and for narrow pages.
    pub(crate) fn picture(&self, words: Words) -> Markup {
        html! {
            div.wide-only { (self.upright(words)) }
            div.narrow-only { (self.lying(words)) }
        }
    }

    /// What the colours of its series mean.
    pub(crate) fn legend(&self) -> Markup {
        html! { ul.legend { @for (word, n) in self.series.iter().zip(1..) { (legend(n, word)) } } }
    }

    fn most(&self) -> i64 {
        self.columns.iter().map(Column::total).max().unwrap_or(0)
    }

    /// Columns beside each other.
    fn upright(&self, words: Words) -> Markup {
        let step = step(self.most());
        let pitch = PITCH.min(WIDTH / i64::try_from(self.columns.len()).unwrap_or(WIDTH).max(1));
        let newest = self.columns.len().saturating_sub(1);
        let every = self.columns.len().div_ceil(NAMED).max(1);
        html! {
            svg.chart viewBox="0 0 560 270" role="img" aria-labelledby={ (self.id) "-title " (self.id) "-text" } {
                title id={ (self.id) "-title" } { (self.title) }
                desc id={ (self.id) "-text" } { (self.description) }
                @for line in 0..=LINES {
                    @let y = FLOOR - HEIGHT * line / LINES;
                    line class=(if line == 0 { "axis" } else { "grid-line" }) x1="44" x2="552" y1=(y) y2=(y) {}
                    text x="36" y=(y + 4) text-anchor="end" { (words.number(step * line)) }
                }
                @for ((at, column), n) in self.columns.iter().enumerate().zip(0..) {
                    @let (x, width) = (FIRST + n * pitch, pitch * 2 / 3);
                    (bar(column, x, width, step * LINES))
                    @if (newest - at).is_multiple_of(every) {
                        text x=(x + width / 2) y="254" text-anchor="middle" {
                            @if at == 0 && self.newest_first && every == 1 { (column.label()) } @else { (column.short) }
                        }
                    }
                    @if at == newest || column.total() == self.most() {
                        text.name x=(x + width / 2) y=(unit(top(column, step * LINES) - 60)) text-anchor="middle" { (words.number(column.total())) }
                    }
                }
            }
        }
    }

    /// Rows below each other, each with its number: the newest at the top, or the day from its beginning.
    fn lying(&self, words: Words) -> Markup {
        let skip = if self.newest_first { self.columns.len().saturating_sub(ROWS) } else { 0 };
        let mut shown: Vec<&Column> = self.columns.iter().skip(skip).collect();
        if self.newest_first {
            shown.reverse();
        }
        let (most, rows) = (self.most(), i64::try_from(shown.len()).unwrap_or(0));
        html! {
            svg."chart chart--rows" viewBox={ "0 0 256 " (rows * ROW) } role="img" aria-labelledby={ (self.id) "-rows-title " (self.id) "-rows-text" } {
                title id={ (self.id) "-rows-title" } { (self.title) }
                desc id={ (self.id) "-rows-text" } { (self.description) }
                @for (column, n) in shown.into_iter().zip(0..) {
                    @let y = n * ROW;
                    @let ends = ends(column, most, LENGTH);
                    text x="0" y=(y + 18) { (column.label()) }
                    @for ((from, to), series) in ends.iter().zip(1..) {
                        @if to > from { rect class={ "bar--" (series) } x=(unit(BEGIN * 10 + from)) y=(y + 5) width=(unit(to - from)) height="16" rx="2" {} }
                    }
                    @let end = ends.last().map_or(0, |(_, to)| *to);
                    text.name x=(unit(BEGIN * 10 + end + 60)) y=(y + 18) { (words.number(column.total())) }
                }
            }
        }
    }

    fn table(&self, words: Words) -> Markup {
        html! {
            table."kern-table kern-table--small dense" {
                caption.kern-sr-only { (self.title) }
                thead.kern-table__header {
                    tr.kern-table__row {
                        th.kern-table__header scope="col" { (self.axis) }
                        @for word in &self.series { th."kern-table__header kern-table__header--numeric" scope="col" { (word) } }
                    }
                }
                tbody.kern-table__body {
                    @for column in &self.columns {
                        tr.kern-table__row {
                            th.kern-table__header scope="row" { (column.name) }
                            @for n in &column.counts { td."kern-table__cell kern-table__cell--numeric" { (words.number(*n)) } }
                        }
                    }
                }
            }
        }
    }
}

pub(crate) fn legend(series: usize, word: &str) -> Markup {
    html! {
        li {
            svg.chart viewBox="0 0 14 14" aria-hidden="true" { rect class={ "bar--" (series) } width="14" height="14" rx="3" {} }
            (word)
        }
    }
}

/// Where the parts of a bar begin and end, in tenths of a unit; a hair apart where both can be seen.
fn ends(column: &Column, most: i64, length: i64) -> Vec<(i64, i64)> {
    let mut from = 0;
    let part = |n: &i64| {
        let part = (from, from + n * length * 10 / most.max(1));
        from = part.1;
        part
    };
    let mut parts: Vec<(i64, i64)> = column.counts.iter().map(part).collect();
    for (from, to) in parts.iter_mut().skip(1) {
        if *from > 0 && *to - *from > 10 {
            *from += 10;
        }
    }
    parts
}

/// The top of a column, in tenths.
fn top(column: &Column, most: i64) -> i64 {
    FLOOR * 10 - ends(column, most, HEIGHT).last().map_or(0, |(_, to)| *to)
}

fn bar(column: &Column, x: i64, width: i64, most: i64) -> Markup {
    html! {
        @for ((from, to), series) in ends(column, most, HEIGHT).into_iter().zip(1..) {
            @if to > from { rect class={ "bar--" (series) } x=(x) y=(unit(FLOOR * 10 - to)) width=(width) height=(unit(to - from)) rx="2" {} }
        }
    }
}

/// Tenths as SVG writes them: 206.5.
fn unit(tenths: i64) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}
