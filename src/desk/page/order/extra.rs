//! What goes with a ticket: given and taken away by hand.

use super::ticket_path;
use crate::page::money::amount;
use crate::query::order::OrderDetail;
use base::Money;
use maud::{Markup, html};
use registration::query::attendee::AttendeeView;
use registration::query::extra::ExtraView;
use registration::rules::may_change;
use ticketing::query::CategoryView;
use web::Visit;
use web::layout::text;

/// Nothing where the congress has no add-ons.
pub(super) fn panel(visit: &Visit, detail: &OrderDetail, view: &AttendeeView) -> Markup {
    let words = visit.words;
    let mine: Vec<&ExtraView> = detail.extras.iter().filter(|one| one.extra.attendee_id == view.attendee.id).collect();
    let ends_at = visit.congress.as_ref().map_or(visit.now, |congress| congress.ends_at);
    let open = may_change(view.attendee.state, ends_at, visit.now);
    let fits = |add_on: &&CategoryView| {
        let tickets = &add_on.category.goes_with.0;
        let has = mine.iter().any(|one| one.category.id == add_on.category.id);
        !has && (tickets.is_empty() || tickets.contains(&view.category.slug))
    };
    let more: Vec<&CategoryView> = detail.add_ons.iter().filter(fits).filter(|_| open).collect();
    let path = format!("{}/extras", ticket_path(visit, &detail.view.order, view.attendee.position));
    html! {
        @if !mine.is_empty() || !more.is_empty() {
            section."panel kern-level-2" aria-labelledby="extras" {
                div.panel__head { h2.kern-heading-small #extras { (words.t("desk-extras")) } }
                ul."row-list row-list--bare" {
                    @for one in &mine {
                        @let price = Money { amount: one.extra.price_cents, currency: detail.view.order.currency.clone() };
                        li."cluster cluster--between" {
                            span { (text(visit, &one.category.name)) ", " (amount(words, &price)) }
                            @if open { (button(&path, "remove", &one.extra.id.to_string(), "desk-extra-remove", visit, &one.category.name)) }
                        }
                    }
                    @for add_on in &more {
                        li."cluster cluster--between" {
                            span.muted { (text(visit, &add_on.category.name)) ", " (amount(words, &add_on.price_for(1, visit.now))) }
                            (button(&path, "add", &add_on.category.slug, "desk-extra-add", visit, &add_on.category.name))
                        }
                    }
                }
            }
        }
    }
}

fn button(path: &str, name: &str, value: &str, word: &str, visit: &Visit, what: &base::Text) -> Markup {
    html! {
        form method="post" action=(path) {
            button."kern-btn kern-btn--secondary kern-btn--x-small" type="submit" name=(name) value=(value) {
                span.kern-label { (visit.words.t(word)) span.kern-sr-only { ": " (what.in_language(visit.language)) } }
            }
        }
    }
}
