//! The attendees of an order: which ticket, whether it is good, whether it was mailed, whether they are in.

use super::{answer, path, ticket_path};
use crate::page::state::{of_attendee, of_message, state};
use crate::query::order::OrderDetail;
use base::Permission::{OrdersWrite, VouchersRead};
use base::{Money, Uuid};
use checkin::query::admission::Entry;
use maud::{Markup, html};
use post::query::MessageLine;
use registration::entity::attendee::State;
use registration::entity::order;
use registration::mail::ORDER_MAIL;
use registration::query::attendee::AttendeeView;
use registration::rules::{may_change, may_pass_on};
use web::Visit;
use web::form::once;
use web::layout::text;

/// Where an attendee stands on the page of the order.
pub fn anchor(position: i32) -> String {
    format!("ticket-{position}")
}

pub(super) fn panel(visit: &Visit, detail: &OrderDetail, once: Uuid) -> Markup {
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
                    (entry(visit, detail, attendee, once))
                }
            }
        }
    }
}

fn entry(visit: &Visit, detail: &OrderDetail, view: &AttendeeView, once: Uuid) -> Markup {
    let row = &view.attendee;
    let (tone, word) = of_attendee(visit.words, row.state);
    html! {
        li."stack stack--s" id=(anchor(row.position)) {
            div."cluster cluster--between" {
                h3.kern-title.kern-title--small {
                    a href=(ticket_path(visit, &detail.view.order, row.position)) {
                        @if view.is_nameless() { (visit.words.t("desk-nameless")) } @else { (view.name()) }
                    }
                }
                (state(tone, &word, ""))
            }
            (facts(visit, detail, view))
            (answer::line(visit, &detail.answers, row.id))
            @if visit.may(OrdersWrite) { (actions(visit, &detail.view.order, view, once, true)) }
        }
    }
}

/// What is known of a ticket.
pub(super) fn facts(visit: &Visit, detail: &OrderDetail, view: &AttendeeView) -> Markup {
    let words = visit.words;
    let admissions: Vec<&Entry> =
        detail.admissions.iter().filter(|entry| entry.attendee_id == view.attendee.id).collect();
    let row = &view.attendee;
    html! {
        dl."key-values key-values--start" {
            div { dt { (words.t("desk-number")) } dd.code { (view.number) } }
            div { dt { (words.t("desk-category")) } dd { (text(visit, view.category_name())) } }
            @if row.voucher_id.is_some() { div { dt { (words.t("desk-attendee-voucher")) } dd { (voucher(visit, detail, view)) } } }
            @for one in detail.extras.iter().filter(|one| one.extra.attendee_id == row.id) {
                div { dt { (words.t("portal-extra")) } dd { (text(visit, &one.category.name)) } }
            }
            @if !row.organisation.is_empty() { div { dt { (words.t("desk-column-organisation")) } dd { (row.organisation) } } }
            div { dt { (words.t("desk-email")) } dd { a href=(crate::page::mailbox::path(visit, view.attendee.mailbox_id)) { (view.address) } } }
            @if let Some(mail) = mailed(detail, view) { div { dt { (words.t(mail_word(row.state))) } dd { (mail_line(visit, mail)) } } }
            div { dt { (words.t("desk-door")) } dd { (door(visit, &admissions)) } }
        }
    }
}

/// The voucher that a ticket came with, what it took off, and whether it takes no place of the quotas.
fn voucher(visit: &Visit, detail: &OrderDetail, view: &AttendeeView) -> Markup {
    let (words, row, order) = (visit.words, &view.attendee, &detail.view.order);
    let congress = visit.congress.as_ref().filter(|_| visit.may(VouchersRead));
    let path = congress.zip(row.voucher_id).map(|(c, id)| address::desk::Voucher::new(&c.slug, id.to_string()).path());
    let waived = words.money(&Money { amount: row.waived_cents, currency: order.currency.clone() });
    html! {
        @match path {
            Some(path) => { a.code href=(path) { (order.voucher) } }
            None => { span.code { (order.voucher) } }
        }
        @if row.waived_cents > 0 { ", " (words.with("desk-voucher-waived-of", &[("price", waived.into())])) }
        @if row.beyond_quota { ", " (words.t("desk-attendee-beyond")) }
    }
}

/// What the mails of an order bring to who has a ticket: the ticket once it is good, until then no more than a
/// confirmation.
fn mail_word(state: State) -> &'static str {
    if state == State::Valid { "desk-ticket-mail" } else { "desk-confirmation-mail" }
}

/// The newest mail about this ticket, to the address that it has now.
fn mailed<'a>(detail: &'a OrderDetail, view: &AttendeeView) -> Option<&'a MessageLine> {
    let mut mails = detail.mails.iter().flatten();
    mails.find(|mail| mail.kind == ORDER_MAIL && mail.mailbox_id == Some(view.attendee.mailbox_id))
}

fn mail_line(visit: &Visit, mail: &MessageLine) -> Markup {
    let (tone, word) = of_message(visit.words, mail);
    html! {
        a href=(crate::page::mail::path(visit, mail)) { (state(tone, &word, "")) }
        " " (visit.words.short(mail.sent_at.unwrap_or(mail.created_at), visit.zone()))
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

/// What can be done with a ticket. `short`: beside others, where the rest stands on the ticket's own page.
pub(super) fn actions(visit: &Visit, order: &order::Model, view: &AttendeeView, once: Uuid, short: bool) -> Markup {
    let words = visit.words;
    let position = view.attendee.position;
    let ends_at = visit.congress.as_ref().map_or(visit.now, |congress| congress.ends_at);
    let own = ticket_path(visit, order, position);
    let whose = html! { span.kern-sr-only { ": " (view.name()) } };
    let send = if view.attendee.state == State::Valid { "desk-send-ticket" } else { "desk-send-confirmation" };
    let cancel =
        address::with_query(&format!("{}/cancellation", path(visit, order)), &[("position", &position.to_string())]);
    let button = |href: &str, word: &str| {
        html! {
            a."kern-btn kern-btn--secondary kern-btn--x-small" href=(href) {
                span.kern-label { (words.t(word)) (whose) }
            }
        }
    };
    html! {
        @if may_change(view.attendee.state, ends_at, visit.now) {
            div.cluster {
                form method="post" action={ (path(visit, order)) "/mail" } {
                    input type="hidden" name="position" value=(position);
                    input type="hidden" name=(once::NAME) value=(once);
                    button."kern-btn kern-btn--secondary kern-btn--x-small" type="submit" {
                        span.kern-label { (words.t(send)) (whose) }
                    }
                }
                (button(&format!("{own}/details"), "desk-hand-edit"))
                (button(&format!("{own}/category"), "desk-hand-rebook-word"))
                @if !short && !view.is_nameless() && may_pass_on(view.attendee.state, ends_at, visit.now) {
                    (button(&format!("{own}/transfer"), "desk-transfer-word"))
                }
                @if !short { (button(&format!("{own}/link"), "desk-hand-link-word")) }
                (button(&cancel, "desk-cancel"))
            }
        }
        @if view.attendee.state == State::Cancelled && visit.now < ends_at {
            @let restore = format!("{}/restoration", path(visit, order));
            div.cluster { (button(&address::with_query(&restore, &[("position", &position.to_string())]), "desk-restore-word")) }
        }
    }
}
