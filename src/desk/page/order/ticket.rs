//! One ticket: how it stands, what can be done with it, and what happened to it.

use super::attendee::{actions, facts};
use super::trouble::alert;
use super::{answer, extra, mails, path, ticket_path};
use crate::page::state::{of_attendee, state};
use crate::page::timeline;
use crate::query::order::OrderDetail;
use base::Permission::OrdersWrite;
use base::Uuid;
use congress::entity::question::UsedFor;
use maud::{Markup, html};
use post::query::MessageLine;
use registration::query::attendee::AttendeeView;
use web::Visit;
use web::layout::{Section, desk_page};

/// `detail`: with the timeline of this ticket alone. `once`: as on the page of the order.
pub fn ticket(visit: &Visit, detail: &OrderDetail, view: &AttendeeView, once: Uuid) -> Markup {
    let words = visit.words;
    let order = &detail.view.order;
    let (tone, word) = of_attendee(words, view.attendee.state);
    let title = words.with("desk-ticket", &[("number", (&view.number).into())]);
    let all: &[MessageLine] = detail.mails.as_deref().unwrap_or_default();
    let mine: Vec<MessageLine> =
        all.iter().filter(|mail| mail.mailbox_id == Some(view.attendee.mailbox_id)).cloned().collect();
    let answers = format!("{}/answers", ticket_path(visit, order, view.attendee.position));
    let main = html! {
        div.section-head {
            div {
                p.fine {
                    a href=(path(visit, order)) { (words.with("desk-order", &[("code", (&order.code).into())])) }
                }
                h1.kern-heading-large { (view.name()) }
                p."muted cluster" { (state(tone, &word, "")) span.code { (view.number) } }
            }
        }
        div.desk-grid {
            div.stack {
                section."panel kern-level-2" aria-labelledby="ticket" {
                    div.panel__head { h2.kern-heading-small #ticket { (title) } }
                    (facts(visit, detail, view))
                    (asked(visit, detail, view))
                    @if visit.may(OrdersWrite) { (actions(visit, order, view, once, false)) }
                }
                (answer::panel(visit, &detail.answers, view.attendee.id, UsedFor::Attendee, &answers))
                @if visit.may(OrdersWrite) { (extra::panel(visit, detail, view)) }
                @if detail.mails.is_some() { (mails::panel(visit, &mine)) }
            }
            (timeline::panel(visit, &detail.timeline, all))
        }
    };
    desk_page(visit, Section::Orders, &title, main)
}

/// Who is asked to come instead, and the button that takes it back.
fn asked(visit: &Visit, detail: &OrderDetail, view: &AttendeeView) -> Markup {
    let words = visit.words;
    let Some(asked) = detail.asked.get(&view.attendee.id) else { return html! {} };
    let args = [("address", (&asked.address).into()), ("when", words.date_time(asked.until, visit.zone()).into())];
    let withdrawal =
        format!("{}/substitute/withdrawal", ticket_path(visit, &detail.view.order, view.attendee.position));
    html! {
        (alert("info", html! { p.kern-body { (words.with("desk-transfer-asked", &args)) } }))
        @if visit.may(OrdersWrite) {
            form method="post" action=(withdrawal) {
                button."kern-btn kern-btn--secondary kern-btn--x-small" type="submit" {
                    span.kern-label { (words.t("desk-transfer-withdraw")) }
                }
            }
        }
    }
}
