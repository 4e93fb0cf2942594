//! The same person twice: those who look like it, two beside each other; and two orders of one buyer.

use super::order::path as order_path;
use super::pagination::pagination;
use super::state::{of_attendee, of_order, state};
use crate::query::merge::{Mergeable, Obstacle};
use crate::rules::pages::Page;
use address::desk::{Double as At, DoubleDismissal, Doubles};
use base::Permission::OrdersWrite;
use maud::{Markup, html};
use registration::entity::order;
use registration::query::attendee::{AttendeeView, Listed};
use registration::query::double::Double;
use web::Visit;
use web::form::{Form, submit};
use web::layout::{Section, desk_page, text};
use web::{Faults, Fields};

/// Where a page of the list is.
pub fn page_path(congress: &str, number: u64) -> String {
    let path = Doubles::new(congress).path();
    if number > 1 { format!("{path}?page={number}") } else { path }
}

/// All of a congress, page by page.
pub fn list(visit: &Visit, found: &[Double], page: Page) -> Markup {
    let words = visit.words;
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let title = words.t("desk-doubles");
    let main = html! {
        div.section-head {
            div {
                h1.kern-heading-large { (title) }
                p."muted measure" { (words.t("desk-doubles-lead")) }
            }
        }
        section."panel kern-level-2" aria-label=(title) {
            @if found.is_empty() { p.muted { (words.t("desk-doubles-none")) } }
            @else {
                ul."row-list row-list--bare" { @for pair in found { li."stack stack--s" { (entry(visit, pair)) } } }
                (pagination(words, page, |number| page_path(slug, number)))
            }
        }
    };
    desk_page(visit, Section::Attendees, &title, main)
}

fn entry(visit: &Visit, pair: &Double) -> Markup {
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let path = At::new(slug, name(&pair.first), name(&pair.second)).path();
    html! {
        h2.kern-title.kern-title--small dir="auto" {
            @if visit.may(OrdersWrite) { a href=(path) { (pair.first.view.name()) } } @else { (pair.first.view.name()) }
        }
        @for one in [&pair.first, &pair.second] {
            p.fine dir="auto" {
                span.code { (one.view.number) } " " (one.view.address)
                @if !one.view.attendee.organisation.is_empty() { ", " (one.view.attendee.organisation) }
                ", " (text(visit, one.view.category_name()))
            }
        }
    }
}

/// By order and position, as it stands in addresses.
fn name(one: &Listed) -> String {
    format!("{}-{}", one.order.code, one.view.attendee.position)
}

/// Two beside each other.
pub fn show(
    visit: &Visit,
    at: &At,
    first: &(AttendeeView, &order::Model),
    second: &(AttendeeView, &order::Model),
) -> Markup {
    let words = visit.words;
    let title = words.with("desk-double", &[("name", first.0.name().into())]);
    let (fields, faults) = (Fields::new(), Faults::new());
    let form = Form::new(words, &fields, &faults);
    let tick = |name: &'static str, key: &str| form.checkbox(name, html! { (words.t(key)) });
    let keeps = [("first", &first.0), ("second", &second.0)];
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(Doubles::new(&at.congress).path()) { (words.t("desk-doubles")) } }
                h1.kern-heading-large dir="auto" { (title) }
            }
        }
        div.desk-grid { (side(visit, first)) (side(visit, second)) }
        form."panel kern-level-2 measure" method="post" action=(at.path()) {
            fieldset.kern-fieldset {
                legend.kern-label { (words.t("desk-double-keep")) }
                div.kern-fieldset__body {
                    @for (value, view) in keeps {
                        @let id = format!("keep-{value}");
                        div.kern-form-check {
                            input.kern-form-check__radio id=(id) type="radio" name="keep" value=(value) required;
                            label.kern-label for=(id) { span.code { (view.number) } " " (view.address) }
                        }
                    }
                }
            }
            (tick("organisation", "desk-double-organisation"))
            (tick("address", "desk-double-address"))
            (tick("notify", "desk-double-notify"))
            p.muted { (words.t("desk-double-meaning")) }
            (submit(&words.t("desk-double-submit")))
        }
        form."panel kern-level-2" method="post" action=(DoubleDismissal::new(&at.congress, &at.first, &at.second).path()) {
            p { (words.t("desk-double-apart-lead")) }
            div { button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (words.t("desk-double-apart")) } } }
        }
    };
    desk_page(visit, Section::Attendees, &title, main)
}

fn side(visit: &Visit, (view, order): &(AttendeeView, &order::Model)) -> Markup {
    let words = visit.words;
    let row = &view.attendee;
    let (tone, word) = of_attendee(words, row.state);
    html! {
        section."panel kern-level-2" aria-label=(view.number) {
            div."cluster cluster--between" { h2.kern-heading-small { span.code { (view.number) } } (state(tone, &word, "")) }
            dl."key-values key-values--start" {
                div { dt { (words.t("desk-name")) } dd dir="auto" { (view.name()) } }
                div { dt { (words.t("desk-email")) } dd dir="auto" { (view.address) } }
                div { dt { (words.t("desk-column-organisation")) } dd dir="auto" { (row.organisation) } }
                div { dt { (words.t("desk-category")) } dd { (text(visit, view.category_name())) } }
                div { dt { (words.t("desk-order-word")) } dd { a.code href=(order_path(visit, order)) { (order.code) } } }
                div { dt { (words.t("desk-column-buyer")) } dd dir="auto" { (order.buyer_name) } }
                div { dt { (words.t("desk-column-time")) } dd { (words.date_time(row.created_at, visit.zone())) } }
            }
        }
    }
}

/// Which order everybody of this one goes to, or why to none.
pub fn merge(visit: &Visit, order: &order::Model, mergeable: &Mergeable) -> Markup {
    let words = visit.words;
    let title = words.with("desk-merge", &[("code", (&order.code).into())]);
    let (fields, faults) = (Fields::new().with("send", "on"), Faults::new());
    let form = Form::new(words, &fields, &faults);
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(order_path(visit, order)) { (words.t("desk-hand-back")) } }
                h1.kern-heading-large { (title) }
                p."muted measure" { (words.t("desk-merge-lead")) }
            }
        }
        @if let Some(obstacle) = mergeable.own {
            section."panel kern-level-2" { p { (words.t(own_obstacle(obstacle))) } }
        } @else if mergeable.others.is_empty() {
            section."panel kern-level-2 stack stack--s" {
                p.muted { (words.t(if mergeable.with_money.is_empty() { "desk-merge-none" } else { "desk-merge-none-other" })) }
                (left_out(visit, mergeable))
            }
        } @else {
            form."panel kern-level-2 measure" method="post" {
                fieldset.kern-fieldset {
                    legend.kern-label { (words.t("desk-merge-into")) }
                    div.kern-fieldset__body {
                        @for other in &mergeable.others {
                            @let id = format!("into-{}", other.code);
                            @let (tone, word) = of_order(words, other.state);
                            div.kern-form-check {
                                input.kern-form-check__radio id=(id) type="radio" name="into" value=(other.code) required;
                                label.kern-label for=(id) {
                                    span.code { (other.code) } " " (words.date_time(other.placed_at, visit.zone())) " " (state(tone, &word, ""))
                                }
                            }
                        }
                    }
                }
                (left_out(visit, mergeable))
                (form.checkbox("send", html! { (words.t("desk-merge-send")) }))
                (submit(&words.t("desk-merge-submit")))
            }
        }
    };
    desk_page(visit, Section::Orders, &title, main)
}

/// Why an order goes over into none.
fn own_obstacle(obstacle: Obstacle) -> &'static str {
    match obstacle {
        Obstacle::Money => "desk-merge-own-money",
        Obstacle::State => "desk-merge-own-state",
    }
}

/// Orders of the same buyer that are not to choose, and why.
fn left_out(visit: &Visit, mergeable: &Mergeable) -> Markup {
    let words = visit.words;
    html! {
        @if !mergeable.with_money.is_empty() {
            p."fine muted" {
                (words.with("desk-merge-left-out", &[("count", mergeable.with_money.len().into())])) " "
                @for (at, other) in mergeable.with_money.iter().enumerate() {
                    @if at > 0 { ", " }
                    a.code href=(order_path(visit, other)) { (other.code) }
                }
            }
        }
    }
}
