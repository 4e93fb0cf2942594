//! All about one mail address: what it ordered, whose tickets go to it, which mails went there, and what happened.

use crate::page::order::mails;
use crate::page::state::{of_attendee, of_order, state};
use crate::page::timeline;
use crate::query::mailbox::MailboxDetail;
use base::Uuid;
use identity::entity::mailbox;
use maud::{Markup, html};
use registration::entity::order;
use registration::query::attendee::AttendeeView;
use web::Visit;
use web::layout::{Section, desk_page, text};

/// Where an address is shown.
pub(super) fn path(visit: &Visit, id: Uuid) -> String {
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    address::desk::Mailbox::new(slug, id.to_string()).path()
}

pub fn show(visit: &Visit, detail: &MailboxDetail) -> Markup {
    let words = visit.words;
    let address = &detail.mailbox.address;
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(address::desk::Orders::new(slug).path()) { (words.t("desk-orders-all")) } }
                h1."kern-heading-large break" { (address) }
                p.muted { (words.t("desk-mailbox-lead")) }
                (bounces(visit, &detail.mailbox))
            }
            a."kern-btn kern-btn--secondary" href={ "mailto:" (address) } { span.kern-label { (words.t("desk-mailbox-write")) } }
        }
        div.desk-grid {
            div.stack {
                (placed(visit, slug, &detail.placed))
                (tickets(visit, slug, &detail.tickets))
                @if let Some(list) = &detail.mails { (mails::panel(visit, list)) }
            }
            (timeline::panel(visit, &detail.timeline, detail.mails.as_deref().unwrap_or_default()))
        }
    };
    desk_page(visit, Section::Orders, address, main)
}

/// Whether mails come back from it, and whether mails that nobody asked for still go there.
fn bounces(visit: &Visit, mailbox: &mailbox::Model) -> Markup {
    let words = visit.words;
    html! {
        @if mailbox.bounces > 0 {
            p { (words.with("desk-mailbox-bounces", &[("count", mailbox.bounces.into())])) }
        }
        @if let Some(since) = mailbox.blocked_at {
            p { (words.with("desk-mailbox-blocked", &[("date", words.date(since, visit.zone()).into())])) }
        }
    }
}

fn placed(visit: &Visit, slug: &str, orders: &[order::Model]) -> Markup {
    let words = visit.words;
    html! {
        section."panel kern-level-2" aria-labelledby="placed" {
            div.panel__head { h2.kern-heading-small #placed { (words.t("desk-mailbox-orders")) } }
            @if orders.is_empty() {
                p.muted { (words.t("desk-mailbox-orders-none")) }
            } @else {
                ul."row-list row-list--bare" {
                    @for order in orders {
                        @let (tone, word) = of_order(words, order.state);
                        li {
                            div."cluster cluster--between" {
                                a.code href=(address::desk::Order::new(slug, &order.code).path()) { (order.code) }
                                (state(tone, &word, ""))
                            }
                            span.sub { (order.buyer_name) " · " (words.short(order.placed_at, visit.zone())) }
                        }
                    }
                }
            }
        }
    }
}

fn tickets(visit: &Visit, slug: &str, tickets: &[(AttendeeView, String)]) -> Markup {
    let words = visit.words;
    html! {
        section."panel kern-level-2" aria-labelledby="tickets" {
            div.panel__head { h2.kern-heading-small #tickets { (words.t("desk-mailbox-tickets")) } }
            @if tickets.is_empty() {
                p.muted { (words.t("desk-mailbox-tickets-none")) }
            } @else {
                ul."row-list row-list--bare" {
                    @for (view, code) in tickets {
                        @let (tone, word) = of_attendee(words, view.attendee.state);
                        @let position = view.attendee.position.to_string();
                        li {
                            div."cluster cluster--between" {
                                a href=(address::desk::Attendee::new(slug, code, position).path()) { (view.name()) }
                                (state(tone, &word, ""))
                            }
                            span.sub { span.code { (view.number) } " · " (text(visit, view.category_name())) }
                        }
                    }
                }
            }
        }
    }
}
