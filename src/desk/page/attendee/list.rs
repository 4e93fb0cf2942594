//! Attendees, found and listed.

use super::filter::filter;
use crate::form::attendee::AttendeeSearch;
use crate::form::list::Asked;
use crate::page::list::{Heading, export, heading, views};
use crate::page::order::anchor;
use crate::page::pagination::{pagination, rows};
use crate::page::state::{of_attendee, state};
use crate::query::attendee::AttendeeList;
use identity::entity::saved_view;
use locale::Words;
use maud::{Markup, html};
use registration::entity::attendee::State;
use registration::query::attendee::{Key, Listed};
use registration::query::find::Sorting;
use web::Visit;
use web::layout::{Section, desk_page, text};

pub fn list(visit: &Visit, list: &AttendeeList, kept: &[saved_view::Model]) -> Markup {
    let words = visit.words;
    let title = words.t("desk-attendees");
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let main = html! {
        div.section-head {
            div {
                h1.kern-heading-large { (title) }
                p."muted number" { (counted(words, list)) }
                p.fine { a href=(address::desk::Doubles::new(slug).path()) { (words.t("desk-doubles")) } }
            }
            a."kern-btn kern-btn--secondary" href=(address::desk::Counts::new(slug).path()) { span.kern-label { (words.t("desk-counts-word")) } }
            (export(words, &address::desk::AttendeeExports::new(slug).path(), &list.search, list.page.total))
        }
        (views(visit, slug, &list.search, kept))
        (filter(visit, slug, list))
        section."panel kern-level-2" aria-label=(title) {
            @if list.attendees.is_empty() {
                (empty(visit, slug, list))
            } @else {
                (table(visit, slug, list))
                (pagination(words, list.page, |n| list.search.with_page(n).path(slug)))
            }
        }
    };
    desk_page(visit, Section::Attendees, &title, main)
}

/// How many registered, and beside them those whose ticket ended: "412 angemeldet, 13 storniert".
fn counted(words: Words, list: &AttendeeList) -> String {
    let ended = [("desk-attendees-cancelled", State::Cancelled), ("desk-attendees-expired", State::Expired)];
    let ended = ended.into_iter().map(|(key, state)| (key, list.count(state))).filter(|(_, n)| *n > 0);
    let all = std::iter::once(("desk-attendees-going", list.going())).chain(ended);
    all.map(|(key, n)| words.with(key, &[("count", n.into())])).collect::<Vec<_>>().join(", ")
}

/// Nothing found, or nobody there: what to do.
fn empty(visit: &Visit, slug: &str, list: &AttendeeList) -> Markup {
    let words = visit.words;
    html! {
        @if list.search.narrows() {
            p { strong { (words.t("desk-attendees-nothing")) } }
            @if !list.search.query.is_empty() { p.muted { (words.t("desk-orders-not-found-next")) } }
            p { a href=(AttendeeSearch::place(slug)) { (words.t("desk-attendees-show-all")) } }
        } @else {
            p { strong { (words.t("desk-chart-empty")) } }
            p { a href=(address::Register::new(slug).path()) { (words.t("desk-to-registration")) } }
        }
    }
}

fn table(visit: &Visit, slug: &str, list: &AttendeeList) -> Markup {
    let words = visit.words;
    let caption = words.with("desk-attendees-caption", &[("rows", rows(words, list.page).into())]);
    let column = |by: Key, word: &str, numeric: bool, class: &'static str| {
        let current = Some(list.search.sorting).filter(|sorting| sorting.by == by).map(|sorting| sorting.descending);
        // The newest first, names from A.
        let sorting = Sorting { by, descending: current.map_or(by == Key::Placed, |descending| !descending) };
        let path = list.search.with_sorting(sorting).path(slug);
        heading(&Heading { word: words.t(word), path, current, numeric, class })
    };
    html! {
        div.kern-table-responsive role="region" aria-labelledby="list" tabindex="0" {
            table."kern-table kern-table--small dense" {
                caption.kern-sr-only #list { (caption) }
                thead.kern-table__header {
                    tr.kern-table__row {
                        (column(Key::Name, "desk-name", false, ""))
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-column-organisation")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-category")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-number")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-column-state")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-door")) }
                        (column(Key::Placed, "desk-column-time", true, "wide-only"))
                    }
                }
                tbody.kern-table__body { @for listed in &list.attendees { (row(visit, slug, list, listed)) } }
            }
        }
    }
}

fn row(visit: &Visit, slug: &str, list: &AttendeeList, listed: &Listed) -> Markup {
    let words = visit.words;
    let (view, attendee) = (&listed.view, &listed.view.attendee);
    let (tone, word) = of_attendee(words, attendee.state);
    let path = address::desk::Order::new(slug, &listed.order.code).path();
    let inside = list.inside.get(&attendee.id).map(|at| words.short(*at, visit.zone()));
    html! {
        tr.kern-table__row {
            th.kern-table__header scope="row" {
                a href={ (path) "#" (anchor(attendee.position)) } { (sorted_name(words, listed)) }
                span."sub wide-only" { (view.address) }
                span."sub narrow-only" {
                    @if !attendee.organisation.is_empty() { (attendee.organisation) ", " }
                    (text(visit, view.category_name()))
                }
                (state(tone, &word, "narrow-only"))
                @if let Some(inside) = &inside { span."sub narrow-only" { (words.with("desk-inside-since", &[("time", inside.into())])) } }
            }
            td."kern-table__cell wide-only" { (attendee.organisation) }
            td."kern-table__cell wide-only" { (text(visit, view.category_name())) }
            td."kern-table__cell wide-only" { span.code { (view.number) } }
            td."kern-table__cell wide-only" { (state(tone, &word, "")) }
            td."kern-table__cell wide-only" { @if let Some(inside) = &inside { (inside) } @else { (words.t("desk-door-not-yet")) } }
            td."kern-table__cell kern-table__cell--numeric wide-only" { (words.short(attendee.created_at, visit.zone())) }
        }
    }
}

/// "Kemper, Petra": as the list is sorted.
fn sorted_name(words: Words, listed: &Listed) -> String {
    let attendee = &listed.view.attendee;
    if listed.view.is_nameless() {
        return words.t("desk-nameless");
    }
    match (attendee.family_name.is_empty(), attendee.given_name.is_empty()) {
        (false, false) => format!("{}, {}", attendee.family_name, attendee.given_name),
        _ => listed.view.name(),
    }
}
