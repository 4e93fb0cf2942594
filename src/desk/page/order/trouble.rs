//! What is not as it should be, on top of the page: told with what to do.

use super::path;
use crate::page::mail;
use crate::page::money::amount;
use crate::query::order::OrderDetail;
use base::Money;
use base::Permission::{OrdersWrite, PaymentsWrite};
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
        @for mail in bad {
            (alert("danger", html! {
                p.kern-body {
                    (words.with(if mail.state == State::Failed { "desk-trouble-failed" } else { "desk-trouble-in-doubt" }, &[("to", (&mail.to_address).into())]))
                    @if let Some(answer) = &mail.answer { span.sub { (words.with("desk-task-answer", &[("answer", answer.into())])) } }
                    " " a href=(mail::path(visit, mail)) { (words.t("desk-trouble-mail")) }
                    @if visit.may(OrdersWrite) {
                        " " a href=(mend(visit, detail, mail)) { (words.t("desk-trouble-mend")) }
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
    matches!(mail.state, State::Failed | State::InDoubt) && used && !detail.mails.iter().flatten().any(|m| later(&m))
}

/// Where the address is corrected: the buyer's, or the attendee's who has it.
fn mend(visit: &Visit, detail: &OrderDetail, mail: &MessageLine) -> String {
    let order = &detail.view.order;
    let whose = detail.view.attendees.iter().find(|a| Some(a.attendee.mailbox_id) == mail.mailbox_id);
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
