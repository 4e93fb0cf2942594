//! What was answered, in numbers without names: for the kitchen and the house.

use crate::query::answer_count::AnswerCounts;
use crate::rules::answer_count::{Line, lines, number};
use base::{Text, Uuid};
use congress::entity::question::Kind;
use congress::page::question::{label, option};
use congress::query::question::QuestionView;
use congress::rules::question::YES;
use locale::Words;
use maud::{Markup, html};
use paper::sheet::Format;
use web::Visit;
use web::layout::{Section, desk_page, text};

/// A question's table: what a line says, and its number by ticket and in all.
#[derive(Clone, Debug)]
pub struct Table {
    pub question: String,
    pub rows: Vec<(String, Vec<i64>, i64)>,
}

/// A table for each question that is asked of people, in the columns of `counts.categories`.
pub fn of_people(words: Words, counts: &AnswerCounts) -> Vec<Table> {
    let table = |(view, found): &(QuestionView, Vec<registration::query::answer::AnswerCount>)| {
        let asked = |id: Uuid| view.categories.is_empty() || view.categories.contains(&id);
        let row = |line: &Line| {
            let count = |(id, _, holders): &(Uuid, Text, i64)| {
                let values = found.iter().filter(|c| c.category_id == *id).map(|c| (c.value.as_str(), c.n));
                number(line, if asked(*id) { *holders } else { 0 }, values)
            };
            let numbers: Vec<i64> = counts.categories.iter().map(count).collect();
            let sum = numbers.iter().sum();
            (word(words, view, line), numbers, sum)
        };
        Table { question: label(words, view), rows: lines(view).iter().map(row).collect() }
    };
    counts.people.iter().map(table).collect()
}

/// The same of what is asked once an order; who has not answered is not told.
pub fn of_orders(words: Words, counts: &AnswerCounts) -> Vec<Table> {
    let table = |(view, found): &(QuestionView, Vec<registration::query::answer::OrderAnswerCount>)| {
        let told = lines(view).into_iter().filter(|line| *line != Line::Open);
        let row = |line: Line| {
            let values = found.iter().map(|c| (c.value.as_str(), c.n));
            (word(words, view, &line), vec![], number(&line, 0, values))
        };
        Table { question: label(words, view), rows: told.map(row).collect() }
    };
    counts.orders.iter().map(table).collect()
}

fn word(words: Words, view: &QuestionView, line: &Line) -> String {
    match line {
        Line::Answer(value) if view.row.kind == Kind::YesNo => {
            words.t(if value == YES { "question-yes" } else { "question-no" })
        }
        Line::Answer(value) => option(words, view, value).to_owned(),
        Line::Sum => words.t("desk-counts-sum"),
        Line::Answered => words.t("desk-counts-answered"),
        Line::Open => words.t("desk-counts-open"),
    }
}

pub fn show(visit: &Visit, counts: &AnswerCounts) -> Markup {
    let words = visit.words;
    let title = words.t("desk-counts");
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let (people, orders) = (of_people(words, counts), of_orders(words, counts));
    let main = html! {
        div.section-head {
            div {
                h1.kern-heading-large { (title) }
                p."muted measure" { (words.t("desk-counts-lead")) }
            }
            @if !people.is_empty() || !orders.is_empty() { (export(words, slug)) }
        }
        @if people.is_empty() && orders.is_empty() { p { (words.t("desk-counts-none")) } }
        @for (table, n) in people.iter().chain(&orders).zip(1..) {
            section."panel kern-level-2" aria-labelledby={ "count-" (n) } {
                div.panel__head { h2.kern-heading-small id={ "count-" (n) } { (table.question) } }
                (numbers(visit, counts, table, n))
            }
        }
    };
    desk_page(visit, Section::Attendees, &title, main)
}

fn numbers(visit: &Visit, counts: &AnswerCounts, table: &Table, n: i32) -> Markup {
    let words = visit.words;
    let wide = table.rows.iter().any(|(_, numbers, _)| !numbers.is_empty());
    html! {
        div.kern-table-responsive role="region" tabindex="0" aria-labelledby={ "count-" (n) } {
            table."kern-table kern-table--small dense" {
                thead.kern-table__header {
                    tr.kern-table__row {
                        th.kern-table__header scope="col" { (words.t("desk-counts-answer")) }
                        th."kern-table__header kern-table__header--numeric" scope="col" { (words.t("desk-counts-total")) }
                        @if wide {
                            @for (_, name, _) in &counts.categories {
                                th."kern-table__header kern-table__header--numeric" scope="col" { (text(visit, name)) }
                            }
                        }
                    }
                }
                tbody.kern-table__body {
                    @for (word, numbers, sum) in &table.rows {
                        tr.kern-table__row {
                            th.kern-table__header scope="row" { (word) }
                            td."kern-table__cell kern-table__cell--numeric" { strong { (words.number(*sum)) } }
                            @if wide { @for n in numbers { td."kern-table__cell kern-table__cell--numeric" { (words.number(*n)) } } }
                        }
                    }
                }
            }
        }
    }
}

fn export(words: Words, slug: &str) -> Markup {
    html! {
        form.cluster method="post" action=(address::desk::CountExports::new(slug).path()) aria-label=(words.t("desk-counts-export")) {
            @for format in Format::ALL {
                button."kern-btn kern-btn--secondary" type="submit" name="format" value=(format.name()) {
                    span."kern-icon kern-icon--download" aria-hidden="true" {}
                    span.kern-label { (format.name()) }
                }
            }
        }
    }
}
