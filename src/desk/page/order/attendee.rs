//! The attendees of an order: which ticket, whether it is good, whether they are in.

use super::path;
use crate::page::state::{of_attendee, state};
use crate::query::order::OrderDetail;
use base::Permission::OrdersWrite;
use checkin::query::admission::Entry;
use maud::{Markup, html};
use registration::entity::order;
use registration::query::attendee::AttendeeView;
use registration::rules::may_change;
use web::Visit;
use web::layout::text;

/// Where an attendee stands on the page of the order.
pub fn anchor(position: i32) -> String {
    format!("ticket-{position}")
}

pub(super) fn panel(visit: &Visit, detail: &OrderDetail) -> Markup {
    let words = visit.words;
    let view = &detail.view;
    html! {
        section."panel kern-level-2" aria-labelledby="attendees" {
            div.panel__head {
                h2.kern-heading-small #attendees { (words.t("desk-attendees")) }
                span."fine muted" { (words.with("desk-tickets", &[("count", view.attendees.len().into())])) }
            }
            ul."row-list row-list--bare" {
                @for attendee in &view.attendees {
                    (entry(visit, detail, attendee))
                }
            }
        }
    }
}

fn entry(visit: &Visit, detail: &OrderDetail, view: &AttendeeView) -> Markup {
    let words = visit.words;
    let admissions: Vec<&Entry> =
        detail.admissions.iter().filter(|entry| entry.attendee_id == view.attendee.id).collect();
    let row = &view.attendee;
    let (tone, word) = of_attendee(words, row.state);
    html! {
        li."stack stack--s" id=(anchor(row.position)) {
            div."cluster cluster--between" {
                h3.kern-title.kern-title--small { (view.name()) }
                (state(tone, &word, ""))
            }
            dl."key-values key-values--start" {
                div { dt { (words.t("desk-number")) } dd.code { (view.number) } }
                div { dt { (words.t("desk-category")) } dd { (text(visit, view.category_name())) } }
                @if !row.organisation.is_empty() { div { dt { (words.t("desk-column-organisation")) } dd { (row.organisation) } } }
                div { dt { (words.t("desk-email")) } dd { (view.address) } }
                div { dt { (words.t("desk-door")) } dd { (door(visit, &admissions)) } }
            }
            @if visit.may(OrdersWrite) { (actions(visit, &detail.view.order, view)) }
        }
    }
}

/// When and where they came in, and whether they left again.
fn door(visit: &Visit, admissions: &[&Entry]) -> Markup {
    let words = visit.words;
    html! {
        @if admissions.is_empty() { (words.t("desk-door-not-yet")) }
        @for (at, admission) in admissions.iter().enumerate() {
            @if at > 0 { br; }
            (words.date_time(admission.at, visit.zone())) ", " (text(visit, &admission.gate))
            @if let Some(left) = admission.left_at {
                " (" (words.with("desk-door-left", &[("time", words.time(left, visit.zone()).into())])) ")"
            }
        }
    }
}

fn actions(visit: &Visit, order: &order::Model, view: &AttendeeView) -> Markup {
    let words = visit.words;
    let position = view.attendee.position;
    let ends_at = visit.congress.as_ref().map_or(visit.now, |congress| congress.ends_at);
    let whose = html! { span.kern-sr-only { ": " (view.name()) } };
    html! {
        @if may_change(view.attendee.state, ends_at, visit.now) {
            div.cluster {
                form method="post" action={ (path(visit, order)) "/mail" } {
                    input type="hidden" name="position" value=(position);
                    button."kern-btn kern-btn--secondary kern-btn--x-small" type="submit" {
                        span.kern-label { (words.t("desk-send-ticket")) (whose) }
                    }
                }
                a."kern-btn kern-btn--secondary kern-btn--x-small"
                    href=(address::with_query(&format!("{}/cancellation", path(visit, order)), &[("position", &position.to_string())])) {
                    span.kern-label { (words.t("desk-cancel")) (whose) }
                }
            }
        }
    }
}
