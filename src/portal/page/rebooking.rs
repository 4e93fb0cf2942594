//! Another ticket instead: which ones there are, and what it means before the button.

use crate::page::{Scene, breadcrumb, button, change, line};
use crate::query::order::Ticket;
use crate::query::rebooking::Choice;
use base::Money;
use maud::{Markup, html};
use payment::rules::Balance;
use ticketing::entity::category::Place;
use web::form::{Form, Seen};
use web::{Faults, Fields};

/// What there is to choose. `path` is the page itself; `back` the page it came from.
pub fn choose(scene: Scene, path: &str, back: &str, ticket: &Ticket, choices: &[Choice]) -> Markup {
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            (breadcrumb(scene.words, back, &scene.t("portal-back"), &scene.t("portal-rebook")))
            h1.kern-heading-x-large { (scene.t("portal-rebook-title")) }
            p.measure {
                (scene.t("portal-rebook-now")) " " strong { (scene.text(ticket.view.category_name())) } ", "
                (scene.price(&price(ticket)))
            }
            @if choices.is_empty() {
                (line("info", &scene.t("portal-rebook-none")))
            } @else {
                p.measure { (scene.t("portal-rebook-lead")) }
                ul.row-list {
                    @for Choice { offer, price, .. } in choices {
                        li."cluster cluster--between" {
                            div {
                                strong { (scene.text(&offer.view.category.name)) }
                                p.muted { (scene.price(price)) }
                            }
                            @if offer.can_be_had() {
                                a."kern-btn kern-btn--secondary kern-btn--x-small" href=(address::with_query(path, &[("category", offer.slug())])) {
                                    span.kern-label {
                                        (scene.t("portal-rebook-choose"))
                                        span.kern-sr-only { ": " (offer.view.category.name.in_language(scene.words.language())) }
                                    }
                                }
                            } @else {
                                span.muted { (scene.t("portal-availability-none")) }
                            }
                        }
                    }
                }
            }
            p { (button("tertiary", back, &scene.t("portal-keep"))) }
        }
    }
}

/// What it means to have another ticket.
pub struct Preview<'a> {
    pub ticket: &'a Ticket,
    pub choice: &'a Choice,
    /// The money of the order as it is; none: somebody else pays.
    pub balance: Option<&'a Balance>,
    pub seen: &'a Seen,
}

/// Old and new, what happens, and the button.
pub fn preview(scene: Scene, action: &str, back: &str, view: &Preview) -> Markup {
    let (fields, faults) = (Fields::new(), Faults::new());
    let form = Form::new(scene.words, &fields, &faults);
    let Choice { offer, price: new, loses } = view.choice;
    let old = price(view.ticket);
    let place = &offer.view.category.place;
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            (breadcrumb(scene.words, back, &scene.t("portal-back"), &scene.t("portal-rebook")))
            h1.kern-heading-x-large { (scene.t("portal-rebook-preview-title")) }
            p dir="auto" { strong { (view.ticket.view.name()) } " " span.code { (view.ticket.view.number) } }
            dl."key-values key-values--start" {
                div { dt { (scene.t("portal-rebook-before")) } dd { (scene.text(view.ticket.view.category_name())) ", " (scene.price(&old)) } }
                div { dt { (scene.t("portal-rebook-after")) } dd { (scene.text(&offer.view.category.name)) ", " (scene.price(new)) } }
            }
            p.measure {
                (scene.t(match place { Place::OnSite => "portal-rebook-on-site", Place::Online => "portal-rebook-online" }))
                " " (scene.t("portal-rebook-place"))
            }
            @for one in loses {
                p.measure { (scene.words.with("portal-rebook-loses", &[("what", one.category.name.in_language(scene.words.language()).into())])) }
            }
            @if let Some(balance) = view.balance { (consequence(scene, view, balance, &old, new)) }
            form method="post" action=(action) {
                (form.seen(view.seen))
                input type="hidden" name="category" value=(offer.slug());
                input type="hidden" name="cents" value=(new.amount);
                div.cluster {
                    (form.submit(&scene.t("portal-rebook-submit")))
                    (button("tertiary", back, &scene.t("portal-keep")))
                }
            }
        }
    }
}

fn price(ticket: &Ticket) -> Money {
    Money { amount: ticket.view.attendee.price_cents, currency: ticket.view.category.currency.clone() }
}

fn consequence(scene: Scene, view: &Preview, balance: &Balance, old: &Money, new: &Money) -> Markup {
    if old.amount == new.amount {
        return html! {};
    }
    let after = Balance { total: balance.total - old.amount + new.amount, ..*balance };
    let waits = after.open() > 0 && new.amount > old.amount;
    html! {
        (change::money(scene, &after, &view.ticket.view.category.currency))
        p.measure { (scene.t("portal-rebook-invoice")) @if waits { " " (scene.t("portal-rebook-waits")) } }
    }
}
