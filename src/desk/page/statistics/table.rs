//! A table of figures: on the page, and in a file.

use locale::Words;
use maud::{Markup, html};
use web::Visit;

/// The most rows that a page shows of most tables. A file has all.
pub const ROWS: usize = 20;

/// Figures by what they have in common.
#[derive(Clone, Debug)]
pub struct Table {
    /// In the address of its file: `weeks`.
    pub id: &'static str,
    pub title: String,
    /// What is counted, in a sentence or two.
    pub lead: String,
    /// Over the first column.
    pub head: String,
    pub columns: Vec<String>,
    pub rows: Vec<Row>,
    /// Beside the rows: bars as long as the figures of this column.
    pub bars: Option<usize>,
    /// The most rows that a page shows.
    pub shown: usize,
}

#[derive(Clone, Debug)]
pub struct Row {
    pub name: String,
    pub figures: Vec<Figure>,
    /// Of all others: no bar.
    pub is_sum: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    Count(i64),
    Cents(i64),
    /// So many of a hundred. `None`: of nothing.
    Percent(Option<i64>),
    /// Not yet, or nothing to count.
    Nothing,
}

impl Row {
    pub fn new(name: impl Into<String>, figures: Vec<Figure>) -> Self {
        Self { name: name.into(), figures, is_sum: false }
    }

    pub fn sum(name: impl Into<String>, figures: Vec<Figure>) -> Self {
        Self { is_sum: true, ..Self::new(name, figures) }
    }
}

impl Figure {
    fn told(self, words: Words) -> String {
        match self {
            Self::Count(n) => words.number(n),
            Self::Cents(cents) => words.decimal(cents),
            Self::Percent(Some(n)) => words.with("desk-statistics-percent", &[("n", n.into())]),
            Self::Percent(None) | Self::Nothing => "–".into(),
        }
    }

    fn length(self) -> i64 {
        match self {
            Self::Count(n) | Self::Cents(n) | Self::Percent(Some(n)) => n.max(0),
            Self::Percent(None) | Self::Nothing => 0,
        }
    }
}

/// The table in a panel, with its sentence and its file.
pub fn panel(visit: &Visit, table: &Table, file: &Markup) -> Markup {
    html! {
        section."panel kern-level-2" aria-labelledby=(table.id) {
            div.panel__head {
                h2.kern-heading-small id=(table.id) { (table.title) }
                (file)
            }
            @if !table.lead.is_empty() { p."muted measure" { (table.lead) } }
            @if table.rows.is_empty() {
                p.muted { (visit.words.t("desk-statistics-nothing")) }
            } @else {
                (render(visit.words, table))
            }
        }
    }
}

/// The table alone. It scrolls sideways by itself where there is no room.
pub fn render(words: Words, table: &Table) -> Markup {
    let caption = format!("{}-caption", table.id);
    let (sums, rows): (Vec<&Row>, Vec<&Row>) = table.rows.iter().partition(|row| row.is_sum);
    let hidden = rows.len().saturating_sub(table.shown);
    let length = |row: &Row| table.bars.and_then(|at| row.figures.get(at)).map_or(0, |figure| figure.length());
    let most = rows.iter().map(|row| length(row)).max().unwrap_or(0);
    html! {
        div.kern-table-responsive role="group" aria-labelledby=(caption) tabindex="0" {
            table."kern-table kern-table--small dense" {
                caption.kern-sr-only id=(caption) { (table.title) }
                thead.kern-table__header {
                    tr.kern-table__row {
                        th.kern-table__header scope="col" { (table.head) }
                        @for (at, word) in table.columns.iter().enumerate() {
                            th."kern-table__header kern-table__header--numeric" scope="col" { (word) }
                            @if table.bars == Some(at) { td."kern-table__header wide-only" {} }
                        }
                    }
                }
                tbody.kern-table__body {
                    @for row in rows.iter().take(table.shown) { (line(words, table, row, length(row), most)) }
                    @if hidden > 0 {
                        tr.kern-table__row {
                            td."kern-table__cell" colspan=(table.columns.len() + 1 + usize::from(table.bars.is_some())) {
                                (words.with("desk-statistics-more", &[("count", hidden.into())]))
                            }
                        }
                    }
                    @for row in sums { (line(words, table, row, 0, most)) }
                }
            }
        }
    }
}

fn line(words: Words, table: &Table, row: &Row, length: i64, most: i64) -> Markup {
    html! {
        tr.kern-table__row {
            th.kern-table__header scope="row" { @if row.is_sum { strong { (row.name) } } @else { (row.name) } }
            @for (at, figure) in row.figures.iter().enumerate() {
                td."kern-table__cell kern-table__cell--numeric" {
                    @if row.is_sum { strong { (figure.told(words)) } } @else { (figure.told(words)) }
                }
                @if table.bars == Some(at) {
                    td."kern-table__cell wide-only figure-bar" { @if !row.is_sum { (bar(length, most)) } }
                }
            }
        }
    }
}

/// As long as its part of the longest. The figure stands beside it.
fn bar(length: i64, most: i64) -> Markup {
    let permille = length * 1000 / most.max(1);
    html! {
        svg.chart viewBox="0 0 1000 60" preserveAspectRatio="none" aria-hidden="true" {
            @if permille > 0 { rect.bar--1 width=(permille) height="60" {} }
        }
    }
}
