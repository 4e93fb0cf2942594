//! What is not as it should be, on top of the page: told with what to do.

use super::path;
use crate::page::mail;
use crate::page::money::amount;
use crate::query::order::OrderDetail;
use base::Permission::{OrdersWrite, PaymentsWrite};
use base::{Money, Uuid};
use identity::query::bounce::Dead;
use maud::{Markup, html};
use payment::service::invoice::is_outdated;
use post::State;
use post::query::MessageLine;
use registration::entity::order;
use registration::form::Billing;
use web::Visit;

/// That nobody said where the invoice goes, and that the one that went out says what was corrected since.
fn invoice(visit: &Visit, detail: &OrderDetail) -> Markup {
    let words = visit.words;
    let order = &detail.view.order;
    let missing = !Billing::from(order).missing(order.buyer_kind, order.total_cents).is_empty();
    html! {
        @if missing {
            (alert("warning", html! {
                p.kern-body {
                    (words.t("desk-trouble-billing"))
                    @if visit.may(OrdersWrite) {
                        " " a href={ (path(visit, order)) "/buyer" } { (words.t("desk-trouble-billing-mend")) }
                    }
                }
            }))
        }
        @if is_outdated(order, &detail.account) {
            (alert("warning", html! {
                p.kern-body { (words.t("desk-trouble-invoice")) }
                @if visit.may(PaymentsWrite) {
                    form method="post" action={ (path(visit, order)) "/invoices" } {
                        button."kern-btn kern-btn--secondary kern-btn--x-small" type="submit" { span.kern-label { (words.t("desk-money-renew")) } }
                    }
                }
            }))
        }
    }
}

/// Mails that did not arrive, money that is missing, and invoices that do not say to whom they go.
pub(super) fn trouble(visit: &Visit, detail: &OrderDetail) -> Markup {
    let words = visit.words;
    let order = &detail.view.order;
    let bad: Vec<&MessageLine> = detail.mails.iter().flatten().filter(|mail| is_open(mail, detail)).collect();
    html! {
        @for dead in &detail.dead { (dead_address(visit, detail, dead)) }
        @for mail in bad {
            (alert("danger", html! {
                p.kern-body {
                    (words.with(if mail.state == State::Failed { "desk-trouble-failed" } else { "desk-trouble-in-doubt" }, &[("to", (&mail.to_address).into())]))
                    @if let Some(answer) = &mail.answer { span.sub { (words.with("desk-task-answer", &[("answer", answer.into())])) } }
                    " " a href=(mail::path(visit, mail)) { (words.t("desk-trouble-mail")) }
                    @if visit.may(OrdersWrite) {
                        " " a href=(mend(visit, detail, mail.mailbox_id)) { (words.t("desk-trouble-mend")) }
                    }
                }
            }))
        }
        (invoice(visit, detail))
        @if order.state == order::State::AwaitingPayment {
            @let open = Money { amount: detail.account.balance.open(), currency: order.currency.clone() };
            (alert("warning", html! {
                p.kern-body {
                    (words.with("desk-trouble-unpaid", &[("amount", amount(words, &open).into())]))
                    @if let Some(due) = order.payment_due_at {
                        " " (words.with("desk-trouble-due", &[("date", words.date(due, visit.zone()).into())]))
                    }
                }
            }))
        }
    }
}

/// Not mended yet: no later mail of its kind reached whoever it was for, and its address is still in use.
fn is_open(mail: &MessageLine, detail: &OrderDetail) -> bool {
    let used = detail.view.attendees.iter().any(|a| Some(a.attendee.mailbox_id) == mail.mailbox_id)
        || Some(detail.view.order.mailbox_id) == mail.mailbox_id;
    let later = |other: &&MessageLine| {
        other.mailbox_id == mail.mailbox_id && other.kind == mail.kind && other.created_at > mail.created_at
    };
    // That mails come back from an address is told once, however many did.
    let told = detail.dead.iter().any(|dead| Some(dead.mailbox) == mail.mailbox_id && mail.state == State::Failed);
    matches!(mail.state, State::Failed | State::InDoubt)
        && used
        && !told
        && !detail.mails.iter().flatten().any(|m| later(&m))
}

/// That mails come back from an address: since when, and why.
fn dead_address(visit: &Visit, detail: &OrderDetail, dead: &Dead) -> Markup {
    let words = visit.words;
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let seen = detail.mails.iter().flatten().any(|mail| mail.id == dead.last.message);
    html! {
        (alert("danger", html! {
            p.kern-body {
                (words.with("desk-trouble-dead", &[
                    ("to", (&dead.address).into()),
                    ("date", words.date(dead.last.at, visit.zone()).into()),
                ]))
                @if let Some(trouble) = dead.last.trouble { " " (mail::meaning(visit, trouble)) }
                @if let Some(said) = &dead.last.said { span.sub { (words.with("desk-task-answer", &[("answer", said.into())])) } }
                @if seen {
                    " " a href=(address::desk::Mail::new(slug, dead.last.message.to_string()).path()) { (words.t("desk-trouble-mail")) }
                }
                @if visit.may(OrdersWrite) {
                    " " a href=(mend(visit, detail, Some(dead.mailbox))) { (words.t("desk-trouble-mend")) }
                }
            }
        }))
    }
}

/// Where the address is corrected: the buyer's, or the attendee's who has it.
fn mend(visit: &Visit, detail: &OrderDetail, mailbox: Option<Uuid>) -> String {
    let order = &detail.view.order;
    let whose = detail.view.attendees.iter().find(|a| Some(a.attendee.mailbox_id) == mailbox);
    match whose {
        Some(a) => format!("{}/details", super::ticket_path(visit, order, a.attendee.position)),
        None => format!("{}/buyer", path(visit, order)),
    }
}

/// What one should know, in a line.
pub fn alert(tone: &str, body: Markup) -> Markup {
    html! {
        div class={ "kern-alert kern-alert--" (tone) " kern-alert--line" } {
            div.kern-alert__header {
                span class={ "kern-icon kern-icon--" (tone) } aria-hidden="true" {}
                div { (body) }
            }
        }
    }
}
