//! Who waits, in the order of the queue.

use super::{choices, of_waiting};
use crate::form::list::Asked;
use crate::form::waiting::WaitingSearch;
use crate::page::chip::{Chip, chips};
use crate::page::list::{choice, export, query, views};
use crate::page::pagination::{pagination, rows};
use crate::page::state::state;
use crate::query::waiting::WaitingList;
use base::Permission::{CongressWrite, OrdersWrite};
use congress::entity::waiting::State;
use identity::entity::saved_view;
use maud::{Markup, html};
use registration::query::waiting::WaitingView;
use sea_orm::{ActiveEnum, Iterable};
use web::Visit;
use web::layout::{Section, desk_page, text};

pub fn list(visit: &Visit, list: &WaitingList, kept: &[saved_view::Model]) -> Markup {
    let words = visit.words;
    let title = words.t("desk-waiting");
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(address::desk::Orders::new(slug).path()) { (words.t("desk-orders-all")) } }
                h1.kern-heading-large { (title) }
                p."muted number" {
                    (words.with("desk-waiting-count", &[
                        ("entries", list.count(State::Waiting).into()), ("places", list.places(State::Waiting).into()),
                    ]))
                    ", " (words.with("desk-waiting-offered", &[("count", list.count(State::Offered).into())]))
                }
            }
            div.cluster {
                (export(words, &address::desk::WaitingExports::new(slug).path(), &list.search, list.page.total))
                @if visit.may(OrdersWrite) && list.terms.open {
                    a."kern-btn kern-btn--primary" href=(address::desk::NewWaiting::new(slug).path()) {
                        span."kern-icon kern-icon--add" aria-hidden="true" {}
                        span.kern-label { (words.t("desk-waiting-new")) }
                    }
                }
            }
        }
        (terms(visit, slug, list))
        (views(visit, slug, &list.search, kept))
        (filter(visit, slug, list))
        section."panel kern-level-2" aria-label=(title) {
            @if list.entries.is_empty() {
                p { strong { (words.t(if list.search.narrows() { "desk-waiting-nothing" } else { "desk-waiting-none" })) } }
                @if list.search.narrows() { p { a href=(WaitingSearch::place(slug)) { (words.t("desk-waiting-show-all")) } } }
            } @else {
                (table(visit, slug, list))
                (pagination(words, list.page, |n| list.search.with_page(n).path(slug)))
            }
        }
    };
    desk_page(visit, Section::Orders, &title, main)
}

/// On which terms one waits, in a sentence.
fn terms(visit: &Visit, slug: &str, list: &WaitingList) -> Markup {
    let (words, terms) = (visit.words, &list.terms);
    html! {
        p.muted {
            @if terms.open {
                (words.with("desk-waiting-terms", &[("hours", terms.hours.into()), ("days", terms.stop_days.into())]))
            } @else { (words.t("desk-waiting-shut")) }
            @if visit.may(CongressWrite) {
                " " a href=(address::settings::WaitingTerms::new(slug).path()) { (words.t("desk-waiting-to-settings")) }
            }
        }
    }
}

fn filter(visit: &Visit, slug: &str, list: &WaitingList) -> Markup {
    let words = visit.words;
    let search = &list.search;
    let categories: Vec<(String, Markup)> =
        list.categories.iter().map(|(slug, name)| (slug.clone(), text(visit, name))).collect();
    let chip = |word: String, count: i64, state: Option<State>| Chip {
        word,
        count,
        path: search.with_state(state).path(slug),
        current: search.state == state,
    };
    let there = State::iter().filter(|state| list.count(*state) > 0 || search.state == Some(*state));
    let each = there.map(|state| chip(of_waiting(words, state).1, list.count(state), Some(state)));
    let states: Vec<Chip> = std::iter::once(chip(words.t("desk-filter-all"), list.all(), None)).chain(each).collect();
    html! {
        form."panel kern-level-2" action=(WaitingSearch::place(slug)) aria-label=(words.t("desk-waiting-filter")) {
            div.filters {
                (query(&words.t("desk-filter-query"), &search.query))
                (choice("category", &words.t("desk-filter-category"), &words.t("desk-filter-all"), &categories, &search.category))
                @if let Some(state) = search.state { input type="hidden" name="state" value=(state.to_value()); }
                button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (words.t("desk-filter-submit")) } }
            }
            (chips(words, &words.t("desk-filter-state"), &states))
        }
    }
}

fn table(visit: &Visit, slug: &str, list: &WaitingList) -> Markup {
    let words = visit.words;
    html! {
        div.kern-table-responsive role="region" aria-labelledby="list" tabindex="0" {
            table."kern-table kern-table--small dense" {
                caption.kern-sr-only #list { (words.with("desk-waiting-caption", &[("rows", rows(words, list.page).into())])) }
                thead.kern-table__header {
                    tr.kern-table__row {
                        th."kern-table__header kern-table__header--numeric" scope="col" { (words.t("desk-waiting-position")) }
                        th.kern-table__header scope="col" { (words.t("desk-name")) }
                        th."kern-table__header kern-table__header--numeric" scope="col" { (words.t("desk-waiting-places")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-waiting-choices")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-column-state")) }
                        th."kern-table__header kern-table__header--numeric wide-only" scope="col" { (words.t("desk-waiting-since")) }
                    }
                }
                tbody.kern-table__body { @for view in &list.entries { (row(visit, slug, list, view)) } }
            }
        }
    }
}

fn row(visit: &Visit, slug: &str, list: &WaitingList, view: &WaitingView) -> Markup {
    let words = visit.words;
    let entry = &view.row;
    let (tone, word) = of_waiting(words, entry.state);
    let position = list.positions.get(&entry.id);
    html! {
        tr.kern-table__row {
            td."kern-table__cell kern-table__cell--numeric" {
                @if let Some(position) = position { (words.number(i64::try_from(*position).unwrap_or(i64::MAX))) }
                @else { span aria-hidden="true" { "–" } }
            }
            th.kern-table__header scope="row" dir="auto" {
                a href=(address::desk::WaitingEntry::new(slug, entry.id.to_string()).path()) { (entry.name) }
                @if !entry.organisation.is_empty() { span.sub { (entry.organisation) } }
                span."sub wide-only" { (view.address) }
                @if entry.priority > 0 { span.sub { (words.with("desk-waiting-priority-of", &[("priority", entry.priority.into())])) } }
                (state(tone, &word, "narrow-only"))
            }
            td."kern-table__cell kern-table__cell--numeric" { (words.number(entry.n.into())) }
            td."kern-table__cell wide-only" { (choices(visit, &view.choices)) }
            td."kern-table__cell wide-only" {
                (state(tone, &word, ""))
                @if let Some(offer) = view.open() {
                    span.sub { (words.with("desk-waiting-until", &[("time", words.short(offer.offer.ends_at, visit.zone()).into())])) }
                }
                @for code in view.codes() { span.sub { a.code href=(address::desk::Order::new(slug, code).path()) { (code) } } }
            }
            td."kern-table__cell kern-table__cell--numeric wide-only" { (words.short(entry.since, visit.zone())) }
        }
    }
}
