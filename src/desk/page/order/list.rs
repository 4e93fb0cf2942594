//! Orders, found and listed.

use super::filter::filter;
use super::path;
use crate::form::list::Asked;
use crate::form::order::OrderSearch;
use crate::page::list::{Heading, bar, export, heading, tick, views};
use crate::page::money::owed;
use crate::page::pagination::{pagination, rows};
use crate::page::state::{of_order, state};
use crate::query::order::OrderList;
use crate::rules::search::is_mistyped;
use base::Permission::{OrdersWrite, PaymentsWrite};
use base::name::fold;
use identity::entity::saved_view;
use maud::{Markup, html};
use registration::query::find::Sorting;
use registration::query::order::{Key, OrderView};
use web::Visit;
use web::layout::{Section, desk_page};

/// How many of the people that were searched for are named in a row.
const NAMED: usize = 3;

pub fn list(visit: &Visit, list: &OrderList, kept: &[saved_view::Model]) -> Markup {
    let words = visit.words;
    let title = words.t("desk-orders");
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let main = html! {
        div.section-head {
            div {
                h1.kern-heading-large { (title) }
                p."muted number" {
                    (words.with("desk-orders-count", &[("orders", list.all().into())]))
                    @if !list.search.narrows() { ", " (words.with("desk-attendees-count", &[("count", list.attendees.into())])) }
                }
            }
            div.cluster {
                a href=(address::desk::Waiting::new(slug).path()) { (words.t("desk-waiting")) }
                @if visit.may(PaymentsWrite) {
                    a href=(address::desk::Invoices::new(slug).path()) { (words.t("desk-invoices")) }
                }
                (export(words, &address::desk::OrderExports::new(slug).path(), &list.search, list.page.total))
                @if visit.may(OrdersWrite) {
                    a."kern-btn kern-btn--secondary" href=(address::desk::Imports::new(slug).path()) {
                        span.kern-label { (words.t("desk-import")) }
                    }
                    a."kern-btn kern-btn--primary" href=(address::desk::NewOrder::new(slug).path()) {
                        span."kern-icon kern-icon--add" aria-hidden="true" {}
                        span.kern-label { (words.t("desk-hand-new")) }
                    }
                }
            }
        }
        (views(visit, slug, &list.search, kept))
        (filter(visit, slug, list))
        @if list.orders.is_empty() {
            section."panel kern-level-2" aria-label=(title) { (empty(visit, slug, list)) }
        } @else {
            form."panel kern-level-2" action=(address::desk::OrderBatch::new(slug).path()) aria-label=(words.t("desk-batch-label")) {
                @if visit.may(OrdersWrite) { (bar(words, &list.search, list.page.total, &super::batch::DEEDS)) }
                (table(visit, slug, list))
                (pagination(words, list.page, |n| list.search.with_page(n).path(slug)))
            }
        }
    };
    desk_page(visit, Section::Orders, &title, main)
}

/// Nothing found, or nothing there: what to do.
fn empty(visit: &Visit, slug: &str, list: &OrderList) -> Markup {
    let words = visit.words;
    let search = &list.search;
    html! {
        @if !search.narrows() {
            p { strong { (words.t("desk-orders-none")) } }
            p.muted { (words.t("desk-orders-none-next")) }
            p { a href=(address::Register::new(slug).path()) { (words.t("desk-to-registration")) } }
        } @else {
            p {
                strong {
                    @if search.query.is_empty() { (words.t("desk-orders-nothing")) }
                    @else { (words.with("desk-orders-not-found", &[("query", (&search.query).into())])) }
                }
            }
            @if is_mistyped(&search.query) { p { (words.t("desk-orders-mistyped")) } }
            @if !search.query.is_empty() { p.muted { (words.t("desk-orders-not-found-next")) } }
            p.cluster {
                @if !search.query.is_empty() && (search.state.is_some() || !search.category.is_empty()) {
                    @let everywhere = OrderSearch { query: search.query.clone(), ..OrderSearch::default() };
                    a href=(everywhere.path(slug)) { (words.t("desk-orders-everywhere")) }
                }
                a href=(OrderSearch::default().path(slug)) { (words.t("desk-orders-show-all")) }
            }
        }
    }
}

fn table(visit: &Visit, slug: &str, list: &OrderList) -> Markup {
    let words = visit.words;
    let caption = [("rows", rows(words, list.page).into()), ("order", order_word(visit, &list.search).into())];
    let column = |by: Key, word: &str, numeric: bool, class: &'static str| {
        let current = Some(list.search.sorting).filter(|sorting| sorting.by == by).map(|sorting| sorting.descending);
        // The newest and the highest first, names from A.
        let first = matches!(by, Key::Placed | Key::Amount);
        let sorting = Sorting { by, descending: current.map_or(first, |descending| !descending) };
        let path = list.search.with_sorting(sorting).path(slug);
        heading(&Heading { word: words.t(word), path, current, numeric, class })
    };
    html! {
        div.kern-table-responsive role="region" aria-labelledby="list" tabindex="0" {
            table."kern-table kern-table--small dense" {
                caption.kern-sr-only #list { (words.with("desk-orders-caption", &caption)) }
                thead.kern-table__header {
                    tr.kern-table__row {
                        @if visit.may(OrdersWrite) {
                            td."kern-table__header tick" { span.kern-sr-only { (words.t("desk-column-tick")) } }
                        }
                        (column(Key::Code, "desk-column-code", false, ""))
                        (column(Key::Buyer, "desk-column-buyer", false, ""))
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-column-organisation")) }
                        th."kern-table__header kern-table__header--numeric wide-only" scope="col" { (words.t("desk-column-tickets")) }
                        (column(Key::Amount, "desk-column-amount", true, "wide-only"))
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-column-state")) }
                        (column(Key::Placed, "desk-column-time", true, "wide-only"))
                    }
                }
                tbody.kern-table__body { @for view in &list.orders { (row(visit, list, view)) } }
            }
        }
    }
}

/// How the list is sorted, in words.
fn order_word(visit: &Visit, search: &OrderSearch) -> String {
    visit.words.t(match (search.sorting.by, search.sorting.descending) {
        (Key::Placed, true) => "desk-sorted-newest",
        (Key::Placed, false) => "desk-sorted-oldest",
        (Key::Code, false) => "desk-sorted-code",
        (Key::Code, true) => "desk-sorted-code-back",
        (Key::Buyer, false) => "desk-sorted-name",
        (Key::Buyer, true) => "desk-sorted-name-back",
        (Key::Amount, false) => "desk-sorted-lowest",
        (Key::Amount, true) => "desk-sorted-highest",
    })
}

fn row(visit: &Visit, list: &OrderList, view: &OrderView) -> Markup {
    let words = visit.words;
    let order = &view.order;
    let (tone, word) = of_order(words, order.state);
    let balance = list.balances.get(&order.id).copied().unwrap_or_default();
    let (amount, back) = owed(words, order, &balance);
    let people = people(view, &list.search);
    html! {
        tr.kern-table__row {
            @if visit.may(OrdersWrite) {
                (tick("order", &order.code, &words.with("desk-tick", &[("what", (&order.code).into())])))
            }
            th.kern-table__header scope="row" {
                a.code href=(path(visit, order)) { (order.code) }
                @if !order.note.is_empty() { span."sub" { (words.t("desk-note")) } }
            }
            td.kern-table__cell {
                (order.buyer_name)
                span."sub wide-only" { (view.buyer_address) }
                @if !people.is_empty() { span.sub { (words.with("desk-row-for", &[("names", people.into())])) } }
                span."sub narrow-only" {
                    @if !order.buyer_organisation.is_empty() { (order.buyer_organisation) ", " }
                    (words.with("desk-tickets", &[("count", view.attendees.len().into())])) ", " (amount)
                    @if let Some(back) = &back { ", " (back) }
                }
                (state(tone, &word, "narrow-only"))
            }
            td."kern-table__cell wide-only" { (order.buyer_organisation) }
            td."kern-table__cell kern-table__cell--numeric wide-only" { (view.attendees.len()) }
            td."kern-table__cell kern-table__cell--numeric wide-only" { (amount) @if let Some(back) = &back { span.sub { (back) } } }
            td."kern-table__cell wide-only" { (state(tone, &word, "")) }
            td."kern-table__cell kern-table__cell--numeric wide-only" { (words.short(order.placed_at, visit.zone())) }
        }
    }
}

/// The attendees that were searched for by name, where the buyer is someone else.
fn people(view: &OrderView, search: &OrderSearch) -> String {
    let wanted = fold(&search.query);
    if wanted.is_empty() {
        return String::new();
    }
    let found = view.attendees.iter().filter(|a| wanted.split(' ').all(|word| a.attendee.search.contains(word)));
    let by_name = |name: &String| wanted.split(' ').any(|word| fold(name).contains(word));
    let names = found.map(|a| a.name()).filter(|name| *name != view.order.buyer_name).filter(by_name);
    let names: Vec<String> = names.take(NAMED).collect();
    names.join(", ")
}
