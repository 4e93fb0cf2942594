//! What goes with a ticket: ordered with it, given and taken away by hand.

use super::choice::told;
use super::ticket_path;
use crate::form::placement::{EXTRA, Placement};
use crate::page::money::amount;
use crate::query::order::OrderDetail;
use crate::query::placement::{Choice, Offer};
use base::Money;
use maud::{Markup, html};
use registration::query::attendee::AttendeeView;
use registration::query::extra::ExtraView;
use registration::rules::may_change;
use registration::service::extra::With;
use ticketing::query::CategoryView;
use web::Visit;
use web::form::Form;
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

/// What can go with the ticket of person `n`, a box each; what goes with some tickets only says so.
pub(super) fn boxes(visit: &Visit, form: Form, typed: &Placement, offer: &Offer, n: usize) -> Markup {
    let ticked = |choice: &Choice| typed.ticked(n).any(|slug| slug == choice.slug());
    let offered: Vec<&Choice> = offer.extras.iter().filter(|choice| choice.can_be_had() || ticked(choice)).collect();
    let field = format!("{EXTRA}-{n}");
    let wrong = form.faults.has(&field);
    html! {
        @if !offered.is_empty() {
            fieldset."kern-fieldset"."kern-fieldset--error"[wrong] aria-describedby=[wrong.then(|| format!("{field}-error"))] {
                legend.kern-label { (visit.words.t("desk-extras")) }
                div.kern-fieldset__body {
                    @for (at, choice) in offered.iter().enumerate() {
                        @let id = if at == 0 { field.clone() } else { format!("{field}-{}", choice.slug()) };
                        div.kern-form-check {
                            input.kern-form-check__checkbox id=(id) type="checkbox" name=(field) value=(choice.slug()) checked[ticked(choice)];
                            label.kern-label for=(id) { (told(visit, choice)) @if let Some(only) = only_with(visit, offer, choice) { span.muted { " " (only) } } }
                        }
                    }
                }
                @if let Some(sentence) = form.faults.sentence(&field, form.words) {
                    p.kern-error id={ (field) "-error" } {
                        span."kern-icon kern-icon--danger" aria-hidden="true" {}
                        span.kern-body { (sentence) }
                    }
                }
            }
        }
    }
}

/// "nur zu: Vor Ort", or "nicht zu: Online", where it does not go with all tickets.
fn only_with(visit: &Visit, offer: &Offer, extra: &Choice) -> Option<String> {
    let with = With::of(&extra.view.category, offer.tickets.iter().map(|choice| &choice.view.category))?;
    let (word, tickets) = with.told();
    let names: Vec<&str> = tickets.iter().map(|ticket| ticket.name.in_language(visit.language)).collect();
    Some(visit.words.with(word, &[("tickets", names.join(", ").into())]))
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
