//! The newest orders.

use crate::form::list::Asked;
use crate::form::order::OrderSearch;
use crate::page::state::{of_order, state};
use maud::{Markup, html};
use registration::query::newest::OrderLine;
use web::Visit;

pub(super) fn panel(visit: &Visit, orders: &[OrderLine]) -> Markup {
    let words = visit.words;
    let all = visit.congress.as_ref().map(|congress| OrderSearch::default().path(&congress.slug));
    html! {
        section."panel kern-level-2" aria-labelledby="newest" {
            div.panel__head {
                h2.kern-heading-small #newest { (words.t("desk-recent")) }
                @if let Some(all) = all { a.fine href=(all) { (words.t("desk-recent-all")) } }
            }
            @if orders.is_empty() {
                p.muted { (words.t("desk-recent-empty")) }
            } @else {
                ul."row-list row-list--bare" { @for order in orders { (entry(visit, order)) } }
            }
        }
    }
}

fn entry(visit: &Visit, order: &OrderLine) -> Markup {
    let words = visit.words;
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let (tone, word) = of_order(words, order.state);
    html! {
        li."stack stack--none" {
            div."cluster cluster--between" {
                span { a.code href=(address::desk::Order::new(slug, &order.code).path()) { (order.code) } " " (order.buyer_name) }
                (state(tone, &word, ""))
            }
            span.sub {
                @if !order.buyer_organisation.is_empty() { (order.buyer_organisation) " · " }
                (words.with("desk-tickets", &[("count", order.attendees.into())]))
                " · " (words.short(order.placed_at, visit.zone()))
            }
        }
    }
}
