//! What organisers decide by.

use super::{Counts, Names, points};
use crate::page::list::{choice, query, tick};
use crate::page::state::{Tone, state};
use address::review as at;
use base::Uuid;
use maud::{Markup, html};
use programme::entity::submission;
use programme::query::call::CallView;
use programme::query::review::board::{Board, Count, Filter, Line, Order};
use web::Visit;
use web::layout::{Section, desk_page, icon_small, text};

/// The orders by their names in the address.
pub const ORDERS: [(Order, &str); 5] = [
    (Order::Mean, "mean"),
    (Order::Median, "median"),
    (Order::Spread, "spread"),
    (Order::Reviews, "reviews"),
    (Order::Title, "title"),
];

/// What can be decided quietly for several at once.
const DEEDS: [(&str, &str, &str); 3] = [
    ("accepted", "ok", "desk-submissions-deed-accept"),
    ("rejected", "no", "desk-submissions-deed-reject"),
    ("back", "undo", "desk-submissions-deed-back"),
];

/// What stands around the board.
pub struct Around<'a> {
    pub names: &'a Names,
    pub calls: &'a [CallView],
}

pub fn board(visit: &Visit, board: &Board, filter: &Filter, around: &Around<'_>) -> Markup {
    let words = visit.words;
    let title = words.t("desk-review-board");
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let main = html! {
        div.section-head {
            div {
                h1.kern-heading-large { (title) }
                p."muted measure" { (words.t("desk-review-board-lead")) }
            }
            div.cluster {
                a."kern-btn kern-btn--secondary" href=(at::Frame::new(slug).path()) { span.kern-label { (words.t("desk-review-frame")) } }
            }
        }
        (filters(visit, slug, filter, around))
        section."panel kern-level-2" aria-label=(title) {
            @if board.lines.is_empty() { p { strong { (words.t("desk-review-board-none")) } } }
            @else {
                form method="get" action=(address::call::DeskSubmissionBatch::new(slug).path()) {
                    div.bulk-bar {
                        @for (name, shape, word) in DEEDS {
                            button.tool type="submit" name="deed" value=(name) { (icon_small(shape)) (words.t(word)) }
                        }
                        p."muted fine" { (words.t("desk-batch-hint")) }
                    }
                    (table(visit, slug, board, around.names))
                }
            }
        }
        (places(visit, board, around.names))
        (spread(visit, slug))
    };
    desk_page(visit, Section::ReviewBoard, &title, main)
}

fn filters(visit: &Visit, slug: &str, filter: &Filter, around: &Around<'_>) -> Markup {
    let words = visit.words;
    let all = words.t("desk-filter-all");
    let id = |id: Option<Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
    let calls: Vec<(String, Markup)> =
        around.calls.iter().map(|call| (call.row.id.to_string(), text(visit, &call.row.title))).collect();
    let tracks: Vec<(String, Markup)> =
        around.names.tracks.iter().map(|row| (row.id.to_string(), text(visit, &row.name))).collect();
    let kinds: Vec<(String, Markup)> =
        around.names.kinds.iter().map(|row| (row.id.to_string(), text(visit, &row.name))).collect();
    let states: Vec<(String, Markup)> = STATES.iter().map(|one| (one.name().to_owned(), word(visit, *one))).collect();
    let name = |one: Option<submission::State>| one.map(submission::State::name).unwrap_or_default();
    let orders: Vec<(String, Markup)> = ORDERS
        .iter()
        .map(|(_, name)| ((*name).to_owned(), html! { (words.t(&format!("desk-review-order-{name}"))) }))
        .collect();
    let order = ORDERS.iter().find(|(order, _)| *order == filter.order).map_or("", |(_, name)| name);
    html! {
        form."panel kern-level-2" action=(at::Board::new(slug).path()) aria-label=(words.t("desk-review-filter")) {
            div.filters {
                (query(&words.t("desk-review-filter-text"), &filter.text))
                @if around.calls.len() > 1 { (choice("call", &words.t("desk-review-call"), &all, &calls, &id(filter.call))) }
                (choice("track", &words.t("desk-review-track"), &all, &tracks, &id(filter.track)))
                (choice("kind", &words.t("desk-review-kind"), &all, &kinds, &id(filter.kind)))
                (choice("state", &words.t("desk-column-state"), &all, &states, name(filter.state)))
                (choice("pending", &words.t("desk-review-pending"), &all, &states, name(filter.pending)))
                (choice("order", &words.t("desk-review-order"), &words.t("desk-review-order-mean"), &orders[1..], order))
                button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (words.t("desk-filter-submit")) } }
            }
        }
    }
}

/// The states that stand on the board.
const STATES: [submission::State; 6] = {
    use submission::State::{Accepted, Cancelled, Confirmed, Rejected, Submitted, Withdrawn};
    [Submitted, Accepted, Confirmed, Rejected, Cancelled, Withdrawn]
};

/// The word of a state.
pub fn word(visit: &Visit, state: submission::State) -> Markup {
    html! { (visit.words.t(&format!("call-state-{}", state.name()))) }
}

fn table(visit: &Visit, slug: &str, board: &Board, names: &Names) -> Markup {
    let words = visit.words;
    html! {
        div.kern-table-responsive role="region" aria-labelledby="list" tabindex="0" {
            table."kern-table kern-table--small dense" {
                caption.kern-sr-only #list { (words.with("desk-review-board-caption", &[("n", board.lines.len().into())])) }
                thead.kern-table__header {
                    tr.kern-table__row {
                        td."kern-table__cell tick" {}
                        th.kern-table__header scope="col" { (words.t("desk-review-title")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-review-track")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-review-kind")) }
                        @for key in ["mean", "median", "spread", "reviews"] {
                            th."kern-table__header kern-table__header--numeric wide-only" scope="col" { (words.t(&format!("desk-review-column-{key}"))) }
                        }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-column-state")) }
                    }
                }
                tbody.kern-table__body { @for line in &board.lines { (row(visit, slug, line, names)) } }
            }
        }
    }
}

fn row(visit: &Visit, slug: &str, line: &Line, names: &Names) -> Markup {
    let (words, row) = (visit.words, &line.row);
    let reviews = |judged: usize| {
        words.with("desk-review-reviews", &[("judged", judged.into()), ("assigned", line.assigned.into())])
    };
    html! {
        tr.kern-table__row {
            (tick("code", &row.code, &words.with("desk-submission-tick", &[("title", (&row.title).into())])))
            th.kern-table__header scope="row" {
                a href=(at::Reviewed::new(slug, &row.code).path()) dir="auto" { (row.title) }
                span.narrow-only {
                    span.sub {
                        @if let Some(sum) = line.summary { (points(words, sum.mean)) " · " (reviews(sum.judged)) }
                        @else { (words.t("desk-review-own-hidden")) }
                    }
                    (stands(visit, row))
                }
            }
            td."kern-table__cell wide-only" { (names.track(visit, row.track_id)) }
            td."kern-table__cell wide-only" { (names.kind(visit, row.type_id)) }
            @if let Some(sum) = line.summary {
                td."kern-table__cell kern-table__cell--numeric wide-only" { (points(words, sum.mean)) }
                td."kern-table__cell kern-table__cell--numeric wide-only" { (points(words, sum.median)) }
                td."kern-table__cell kern-table__cell--numeric wide-only" { (points(words, sum.spread)) }
                td."kern-table__cell kern-table__cell--numeric wide-only" {
                    (reviews(sum.judged))
                    @if sum.abstained > 0 { span.sub { (words.with("desk-review-abstentions", &[("n", sum.abstained.into())])) } }
                }
            } @else {
                td."kern-table__cell wide-only" colspan="4" { (words.t("desk-review-own-hidden")) }
            }
            td."kern-table__cell wide-only" { (stands(visit, row)) }
        }
    }
}

/// The state, and what is decided quietly.
pub fn stands(visit: &Visit, row: &submission::Model) -> Markup {
    use submission::State::{Accepted, Confirmed, Submitted};
    let tone = match row.state {
        Confirmed => Tone::Ok,
        Accepted | Submitted => Tone::Wait,
        _ => Tone::Off,
    };
    html! {
        (state(tone, &word(visit, row.state).into_string(), ""))
        @if let Some(pending) = row.pending {
            span.sub { (visit.words.t("desk-review-pending")) ": " (word(visit, pending)) }
        }
    }
}

/// How much of each track and type is decided.
fn places(visit: &Visit, board: &Board, names: &Names) -> Markup {
    let words = visit.words;
    if board.by_track.is_empty() && board.by_kind.is_empty() {
        return Markup::default();
    }
    let tracks = rows(&board.by_track, names.tracks.iter().map(|row| (row.id, row.target)))
        .into_iter()
        .map(|(id, target)| Place { id, name: names.track(visit, id), target })
        .collect::<Vec<_>>();
    let kinds = rows(&board.by_kind, names.kinds.iter().map(|row| (row.id, row.target)))
        .into_iter()
        .map(|(id, target)| Place { id, name: names.kind(visit, id), target })
        .collect::<Vec<_>>();
    html! {
        div.stack {
            (counts(visit, &words.t("desk-review-by-track"), &tracks, &board.by_track))
            (counts(visit, &words.t("desk-review-by-kind"), &kinds, &board.by_kind))
        }
    }
}

/// A track or a type, and how many there is room for.
struct Place {
    id: Option<Uuid>,
    name: Markup,
    target: Option<i32>,
}

/// Those that there are of, or that there is room for, in their order; without one last.
fn rows(counts: &Counts<Uuid>, order: impl Iterator<Item = (Uuid, Option<i32>)>) -> Vec<(Option<Uuid>, Option<i32>)> {
    let all = order.map(|(id, target)| (Some(id), target)).chain([(None, None)]);
    all.filter(|(id, target)| target.is_some() || counts.contains_key(id)).collect()
}

/// What is left of what there is room for, once what is pending is announced too.
fn left(visit: &Visit, target: Option<i32>, count: Count) -> String {
    let taken = i64::try_from(count.decided + count.pending).unwrap_or(i64::MAX);
    match target.map(|target| i64::from(target) - taken) {
        None => "–".into(),
        Some(left) if left < 0 => visit.words.with("desk-review-places-over", &[("n", (-left).into())]),
        Some(left) => left.to_string(),
    }
}

fn counts(visit: &Visit, title: &str, rows: &[Place], counts: &Counts<Uuid>) -> Markup {
    let words = visit.words;
    html! {
        div."panel kern-level-2" {
            div.kern-table-responsive role="region" aria-label=(title) tabindex="0" {
                table."kern-table kern-table--small dense" {
                    caption."kern-title" { (title) }
                    thead.kern-table__header {
                        tr.kern-table__row {
                            td.kern-table__cell {}
                            @for key in ["decided", "pending", "left", "open"] {
                                th."kern-table__header kern-table__header--numeric" scope="col" { (words.t(&format!("desk-review-places-{key}"))) }
                            }
                        }
                    }
                    tbody.kern-table__body {
                        @for place in rows {
                            @let count = counts.get(&place.id).copied().unwrap_or_default();
                            tr.kern-table__row {
                                th.kern-table__header scope="row" { (place.name) }
                                @for n in [count.decided, count.pending] {
                                    td."kern-table__cell kern-table__cell--numeric" { (n) }
                                }
                                td."kern-table__cell kern-table__cell--numeric" { (left(visit, place.target, count)) }
                                td."kern-table__cell kern-table__cell--numeric" { (count.open) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn spread(visit: &Visit, slug: &str) -> Markup {
    let words = visit.words;
    html! {
        form."panel kern-level-2 stack" method="post" action=(at::Spread::new(slug).path()) aria-labelledby="spread" {
            h2.kern-heading-small #spread { (words.t("desk-review-spread")) }
            p.measure { (words.t("desk-review-spread-meaning")) }
            div.cluster {
                div.kern-form-input {
                    label.kern-label for="each" { (words.t("desk-review-spread-each")) }
                    input.kern-form-input__input #each name="each" type="number" min="1" max="20" value="3" required;
                }
                button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (words.t("desk-review-spread-do")) } }
            }
        }
    }
}
