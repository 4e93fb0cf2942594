//! One order, with all that is known about it.

use super::trouble::{alert, trouble};
use super::{all, answer, attendee, buyer, mails, money, path};
use crate::page::state::{of_order, state};
use crate::page::timeline;
use crate::query::order::OrderDetail;
use base::Permission::OrdersWrite;
use base::Uuid;
use congress::entity::question::UsedFor;
use maud::{Markup, html};
use registration::entity::order::{self, Source, State};
use registration::rules::may_change;
use web::Visit;
use web::form::once;
use web::layout::{Section, desk_page};

/// `once`: drawn for this page, so that a form of it that is sent twice does once what it asks for.
pub fn show(visit: &Visit, detail: &OrderDetail, once: Uuid) -> Markup {
    let words = visit.words;
    let order = &detail.view.order;
    let (tone, word) = of_order(words, order.state);
    let title = words.with("desk-order", &[("code", (&order.code).into())]);
    let placed = words.with(
        "desk-order-placed",
        &[
            ("time", words.date_time(order.placed_at, visit.zone()).into()),
            ("source", words.t(source(order.source)).into()),
        ],
    );
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(all(visit)) { (words.t("desk-orders-all")) } }
                h1.kern-heading-large { (words.t("desk-order-word")) " " span.code { (order.code) } }
                p."muted cluster" {
                    (state(tone, &word, "")) span { (placed) }
                    @if let (Some(id), Some(congress)) = (detail.waiting, &visit.congress) {
                        a href=(address::desk::WaitingEntry::new(&congress.slug, id.to_string()).path()) { (words.t("desk-order-from-waiting")) }
                    }
                }
            }
            @if visit.may(OrdersWrite) { (actions(visit, detail, once)) }
        }
        @if order.test { (test(visit, order)) }
        (trouble(visit, detail))
        (note(visit, detail))
        div.desk-grid {
            div.stack {
                (attendee::panel(visit, detail, once))
                (answer::panel(visit, &detail.answers, order.id, UsedFor::Order, &format!("{}/answers", path(visit, order))))
                @if let Some(list) = &detail.mails { (mails::panel(visit, list)) }
            }
            div.stack {
                (buyer::panel(visit, detail))
                (money::panel(visit, order, &detail.account))
                (timeline::panel(visit, &detail.timeline, detail.mails.as_deref().unwrap_or_default()))
            }
        }
    };
    desk_page(visit, Section::Orders, &title, main)
}

/// That it counts nowhere, and the way to be rid of it.
fn test(visit: &Visit, order: &order::Model) -> Markup {
    let words = visit.words;
    alert(
        "info",
        html! {
            p.kern-body { strong { (words.t("desk-test-order")) } " " (words.t("desk-test-order-means")) }
            @if visit.may(OrdersWrite) {
                form method="post" action={ (path(visit, order)) "/removal" } {
                    button."kern-btn kern-btn--secondary kern-btn--danger" type="submit" { span.kern-label { (words.t("desk-test-delete")) } }
                }
            }
        },
    )
}

/// What staff wrote, line by line.
fn note(visit: &Visit, detail: &OrderDetail) -> Markup {
    let words = visit.words;
    let order = &detail.view.order;
    html! {
        @if !order.note.is_empty() {
            (alert("info", html! {
                section #note aria-label=(words.t("desk-note")) {
                    @for line in order.note.lines() { p.kern-body dir="auto" { (line) } }
                    @if visit.may(OrdersWrite) {
                        p.fine { a href={ (path(visit, order)) "/note" } { (words.t("desk-note-edit")) } }
                    }
                }
            }))
        }
    }
}

/// What can be done with the whole of it.
fn actions(visit: &Visit, detail: &OrderDetail, once: Uuid) -> Markup {
    let words = visit.words;
    let order = &detail.view.order;
    let ends_at = visit.congress.as_ref().map_or(visit.now, |congress| congress.ends_at);
    let open = detail.view.attendees.iter().any(|a| may_change(a.attendee.state, ends_at, visit.now));
    html! {
        div.cluster {
            @if open && order.state == State::AwaitingApproval {
                a."kern-btn kern-btn--primary" href={ (path(visit, order)) "/decision" } {
                    span.kern-label { (words.t("desk-decide")) }
                }
            }
            @if open {
                form method="post" action={ (path(visit, order)) "/mail" } {
                    input type="hidden" name=(once::NAME) value=(once);
                    button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (words.t("desk-send-all")) } }
                }
            }
            @if order.note.is_empty() {
                a."kern-btn kern-btn--secondary" href={ (path(visit, order)) "/note" } {
                    span.kern-label { (words.t("desk-note-write")) }
                }
            }
            @if open {
                a."kern-btn kern-btn--secondary" href={ (path(visit, order)) "/merge" } { span.kern-label { (words.t("desk-merge-word")) } }
                a."kern-btn kern-btn--secondary kern-btn--danger" href={ (path(visit, order)) "/cancellation" } {
                    span.kern-label { (words.t("desk-cancel-order")) }
                }
            }
        }
    }
}

fn source(source: Source) -> &'static str {
    match source {
        Source::Web => "desk-source-web",
        Source::Api => "desk-source-api",
        Source::Desk => "desk-source-desk",
        Source::Import => "desk-source-import",
        Source::Demo => "desk-source-demo",
    }
}
