//! Figures to decide by: each with a picture, its table, a sentence on what is counted, and its file.

mod curve;
pub mod table;
pub mod tables;

use crate::form::list::{Asked, day_name};
use crate::page::chart::{Chart, Column};
use crate::page::list::{choice, day, hidden};
use crate::query::statistics::voucher::VoucherView;
use crate::query::statistics::{Comparison, Door, Frame, MoneyView, OverTime, People};
use crate::rules::statistics::{Step, week};
use address::desk as at;
use base::Permission::{PaymentsWrite, VouchersRead};
use maud::{Markup, html};
use table::{Table, panel, render};
use tables::Teller;
use web::Visit;
use web::layout::{Section, desk_page, text};

/// The parts of the statistics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Time,
    Comparison,
    People,
    Money,
    Vouchers,
    Door,
}

impl Part {
    const ALL: [Self; 6] = [Self::Time, Self::Comparison, Self::People, Self::Money, Self::Vouchers, Self::Door];

    /// Whether who looks may see it.
    fn is_for(self, visit: &Visit) -> bool {
        match self {
            Self::Money => visit.may(PaymentsWrite),
            Self::Vouchers => visit.may(VouchersRead),
            Self::Time | Self::Comparison | Self::People | Self::Door => true,
        }
    }

    fn place(self, congress: &str) -> String {
        match self {
            Self::Time => at::Statistics::new(congress).path(),
            Self::Comparison => at::StatisticsComparison::new(congress).path(),
            Self::People => at::StatisticsPeople::new(congress).path(),
            Self::Money => at::StatisticsMoney::new(congress).path(),
            Self::Vouchers => at::StatisticsVouchers::new(congress).path(),
            Self::Door => at::StatisticsDoor::new(congress).path(),
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Time => "desk-statistics-part-time",
            Self::Comparison => "desk-statistics-part-comparison",
            Self::People => "desk-statistics-part-people",
            Self::Money => "desk-statistics-part-money",
            Self::Vouchers => "desk-statistics-part-vouchers",
            Self::Door => "desk-statistics-part-door",
        }
    }
}

/// Who registered when.
pub fn over_time(visit: &Visit, frame: &Frame, view: &OverTime) -> Markup {
    let teller = Teller { words: visit.words, frame };
    let tables = teller.over_time(view);
    let column = |point: &crate::rules::statistics::Point| Column {
        name: teller.span(view.step, point.span),
        short: match view.step {
            Step::Day => visit.words.with(
                "desk-statistics-short-day",
                &[
                    ("day", point.span.first.format("%-d").to_string().into()),
                    ("month", point.span.first.format("%-m").to_string().into()),
                ],
            ),
            Step::Week => week(point.span).to_string(),
        },
        counts: vec![point.kept, point.registered - point.kept],
    };
    let chart = Chart {
        id: "chart",
        title: visit.words.t("desk-statistics-time"),
        description: visit.words.t("desk-statistics-time-picture"),
        empty: visit.words.t("desk-statistics-nothing"),
        axis: String::new(),
        series: vec![visit.words.t("desk-statistics-kept"), visit.words.t("desk-statistics-ended")],
        columns: view.points.iter().map(column).collect(),
        newest_first: true,
    };
    let pictures: Markup = html! { (chart.legend()) (chart.picture(visit.words)) };
    page(
        visit,
        frame,
        Part::Time,
        &html! {
            @for table in &tables {
                @if table.id == "time" { (with_picture(visit, frame, table, &pictures)) }
                @else { (panel(visit, table, &file(visit, frame, table.id))) }
            }
        },
    )
}

/// Beside the edition before.
pub fn comparison(visit: &Visit, frame: &Frame, view: &Comparison) -> Markup {
    let words = visit.words;
    let tables = Teller { words, frame }.comparison(view);
    let own = words.t("desk-statistics-this");
    let before = view.before.as_ref().map(|name| name.in_language(visit.language).to_owned());
    let names: Vec<String> = std::iter::once(own).chain(before).collect();
    let told =
        words.t(if view.before.is_some() { "desk-statistics-curve-picture" } else { "desk-statistics-curve-alone" });
    let picture = curve::curve(words, view, &names, &told);
    page(
        visit,
        frame,
        Part::Comparison,
        &html! {
            @if view.before.is_none() { p.measure { (words.t("desk-statistics-first-edition")) } }
            @for table in &tables { (with_picture(visit, frame, table, &picture)) }
        },
    )
}

/// Who registered.
pub fn people(visit: &Visit, frame: &Frame, view: &People) -> Markup {
    let tables = Teller { words: visit.words, frame }.people(view);
    page(visit, frame, Part::People, &panels(visit, frame, &tables))
}

pub fn money(visit: &Visit, frame: &Frame, view: &MoneyView) -> Markup {
    let tables = Teller { words: visit.words, frame }.money(view);
    page(visit, frame, Part::Money, &panels(visit, frame, &tables))
}

/// What vouchers brought.
pub fn vouchers(visit: &Visit, frame: &Frame, view: &VoucherView) -> Markup {
    let tables = Teller { words: visit.words, frame }.vouchers(view);
    page(visit, frame, Part::Vouchers, &panels(visit, frame, &tables))
}

/// Who came. `None`: it has not begun.
pub fn door(visit: &Visit, frame: &Frame, view: Option<&Door>) -> Markup {
    let main = match view {
        Some(view) => panels(visit, frame, &Teller { words: visit.words, frame }.door(view)),
        None => html! { p.measure { (visit.words.t("desk-statistics-not-begun")) } },
    };
    page(visit, frame, Part::Door, &main)
}

fn panels(visit: &Visit, frame: &Frame, tables: &[Table]) -> Markup {
    html! { @for table in tables { (panel(visit, table, &file(visit, frame, table.id))) } }
}

/// A picture with its table below.
fn with_picture(visit: &Visit, frame: &Frame, table: &Table, picture: &Markup) -> Markup {
    let words = visit.words;
    html! {
        section."panel kern-level-2" aria-labelledby=(table.id) {
            div.panel__head {
                h2.kern-heading-small id=(table.id) { (table.title) }
                (file(visit, frame, table.id))
            }
            p."muted measure" { (table.lead) }
            @if table.rows.is_empty() {
                p.muted { (words.t("desk-statistics-nothing")) }
            } @else {
                div."chart-box stack stack--s" {
                    (picture)
                    details {
                        summary { (words.t("desk-chart-as-table")) }
                        (render(words, table))
                    }
                }
            }
        }
    }
}

fn page(visit: &Visit, frame: &Frame, part: Part, main: &Markup) -> Markup {
    let words = visit.words;
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let title = words.t("desk-statistics");
    let parts = Part::ALL.into_iter().filter(|part| part.is_for(visit));
    let main = html! {
        div.section-head {
            div {
                h1.kern-heading-large { (title) }
                p."muted measure" { (words.t("desk-statistics-lead")) }
            }
            (file(visit, frame, "all"))
        }
        nav aria-label=(words.t("desk-statistics-parts")) {
            ul."cluster cluster--s plain-list" {
                @for other in parts {
                    li {
                        a.topic-chip href=(frame.search.at(&other.place(slug))) aria-current=[(other == part).then_some("page")] {
                            (words.t(other.word()))
                        }
                    }
                }
            }
        }
        @if part != Part::Comparison { (filter(visit, frame, part, slug)) }
        (main)
        (meaning(visit, part))
    };
    desk_page(visit, Section::Statistics, &title, main)
}

fn filter(visit: &Visit, frame: &Frame, part: Part, slug: &str) -> Markup {
    let words = visit.words;
    let search = &frame.search;
    let categories: Vec<(String, Markup)> =
        frame.categories.iter().map(|row| (row.slug.clone(), text(visit, &row.name))).collect();
    let steps: Vec<(String, Markup)> = ["day", "week"]
        .map(|step| (step.to_owned(), html! { (words.t(&format!("desk-statistics-by-{step}"))) }))
        .to_vec();
    html! {
        form."panel kern-level-2" action=(part.place(slug)) aria-label=(words.t("desk-statistics-filter")) {
            div.filters {
                (choice("category", &words.t("desk-filter-category"), &words.t("desk-filter-all"), &categories, &search.category))
                @if part == Part::Door {
                    @for (name, value) in search.pairs() {
                        @if name != "category" && !value.is_empty() { input type="hidden" name=(name) value=(value); }
                    }
                } @else {
                    (day("from", &words.t("desk-statistics-from"), &day_name(search.from)))
                    (day("until", &words.t("desk-statistics-until"), &day_name(search.until)))
                    @if part == Part::Time {
                        (choice("step", &words.t("desk-statistics-step"), &words.t("desk-statistics-by-itself"), &steps, search.step_name()))
                    } @else if !search.step_name().is_empty() {
                        input type="hidden" name="step" value=(search.step_name());
                    }
                }
                button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (words.t("desk-filter-submit")) } }
            }
            @if search.narrows() { p { a href=(part.place(slug)) { (words.t("desk-statistics-show-all")) } } }
        }
    }
}

/// The file of a table, or of all.
fn file(visit: &Visit, frame: &Frame, id: &str) -> Markup {
    let words = visit.words;
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let key = if id == "all" { "desk-statistics-all-as-file" } else { "desk-statistics-as-file" };
    html! {
        form method="post" action=(at::StatisticsExports::new(slug).path()) {
            (hidden(&frame.search))
            button.tool type="submit" name="table" value=(id) aria-describedby=[(id != "all").then_some(id)] {
                span."kern-icon kern-icon--download kern-icon--small" aria-hidden="true" {}
                (words.t(key))
            }
        }
    }
}

/// What is counted how, for all parts; only who registered when says who waits.
fn meaning(visit: &Visit, part: Part) -> Markup {
    let words = visit.words;
    let waiting = (part == Part::Time).then_some("waiting");
    html! {
        section."panel kern-level-2" aria-labelledby="meaning" {
            h2.kern-heading-small #meaning { (words.t("desk-statistics-meaning")) }
            dl.stack."stack--s" {
                @for key in ["going", "cancelled", "expired"].into_iter().chain(waiting) {
                    div {
                        dt { strong { (words.t(&format!("desk-statistics-{key}"))) } }
                        dd { (words.t(&format!("desk-statistics-{key}-means"))) }
                    }
                }
            }
        }
    }
}
