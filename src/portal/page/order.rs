//! An order behind its link: how it stands, its tickets, and what can be done.

use crate::page::{Scene, button, history, line, money, ticket};
use crate::query::order::{OrderPage, Ticket};
use maud::{Markup, html};
use registration::entity::order::State;
use web::layout::module;

/// The whole page.
pub fn main(scene: Scene, page: &OrderPage, secret: &str) -> Markup {
    let order = &page.view.order;
    let here = Paths { slug: &scene.congress.slug, code: &order.code, secret };
    let valid = page.view.valid().count();
    html! {
        div."wrap band--tight stack" data-register-done=(scene.congress.slug) {
            div {
                p.muted { (scene.t("portal-order")) " " span.code { (order.code) } " " (scene.with("portal-order-of", &[
                    ("date", scene.words.date(order.placed_at, scene.zone()).into()),
                ])) }
                h1.kern-heading-x-large { (heading(scene, page, valid)) }
            }
            (standing(scene, page))
            @let nameless = page.view.nameless().count();
            @if nameless > 0 { (line("warning", &scene.with("portal-standing-nameless", &[("count", nameless.into())]))) }
            @if valid > 0 {
                div.cluster {
                    a."kern-btn kern-btn--primary" href=(here.tickets()) {
                        span."kern-icon kern-icon--download" aria-hidden="true" {}
                        span.kern-label { (scene.with("portal-tickets-pdf", &[("count", valid.into())])) }
                    }
                }
            }
        }
        div."wrap split band--tight" {
            section.stack aria-labelledby="tickets" {
                h2.kern-heading-large #tickets { (scene.t("portal-tickets")) }
                @for ticket in &page.tickets { (ticket::card(scene, ticket, &here.of(ticket))) }
            }
            aside."split__aside stack stack--l" {
                (money::section(scene, page, &|number| here.invoice(number)))
                @if valid > 0 { (calendar(scene, &here.calendar())) }
                section.stack aria-labelledby="history" {
                    h2.kern-heading-small #history { (scene.t("portal-history")) }
                    (history::list(scene, page))
                }
                (change(scene, page, &here))
            }
        }
        (module("register.js"))
    }
}

/// The addresses of an order.
struct Paths<'a> {
    slug: &'a str,
    code: &'a str,
    secret: &'a str,
}

impl Paths<'_> {
    fn tickets(&self) -> String {
        address::OrderTickets::new(self.slug, self.code, self.secret).path()
    }

    fn calendar(&self) -> String {
        address::OrderCalendar::new(self.slug, self.code, self.secret).path()
    }

    fn invoice(&self, number: &str) -> String {
        address::OrderInvoice::new(self.slug, self.code, self.secret, number).path()
    }

    fn mail(&self) -> String {
        address::OrderMail::new(self.slug, self.code, self.secret).path()
    }

    fn cancellation(&self) -> String {
        address::OrderCancellation::new(self.slug, self.code, self.secret).path()
    }

    fn of(&self, ticket: &Ticket) -> ticket::Links {
        let position = ticket.view.attendee.position.to_string();
        ticket::Links {
            name: address::OrderAttendeeName::new(self.slug, self.code, self.secret, &position).path(),
            mail: address::OrderAttendeeMail::new(self.slug, self.code, self.secret, &position).path(),
            cancellation: address::OrderAttendeeCancellation::new(self.slug, self.code, self.secret, &position).path(),
        }
    }
}

fn heading(scene: Scene, page: &OrderPage, valid: usize) -> String {
    match page.view.order.state {
        State::Confirmed if valid == 0 => scene.t("portal-order-nameless"),
        State::Confirmed => scene.with("portal-order-ready", &[("count", valid.into())]),
        State::AwaitingPayment => scene.t("portal-order-awaiting-payment"),
        State::AwaitingApproval => scene.t("portal-order-awaiting-approval"),
        State::Waiting => scene.t("portal-order-waiting"),
        State::Expired => scene.t("portal-order-expired"),
        State::Cancelled => scene.t("portal-order-cancelled"),
    }
}

/// How it stands, in a sentence, and what comes next.
fn standing(scene: Scene, page: &OrderPage) -> Markup {
    let total = scene.words.money(&page.view.total());
    match page.view.order.state {
        State::Confirmed => line("success", &scene.t("portal-standing-confirmed")),
        State::AwaitingPayment => {
            line("warning", &scene.with("portal-standing-awaiting-payment", &[("total", total.into())]))
        }
        State::AwaitingApproval => line("info", &scene.t("portal-standing-awaiting-approval")),
        State::Waiting => line("info", &scene.t("portal-standing-waiting")),
        State::Expired => line("info", &scene.t("portal-standing-expired")),
        State::Cancelled => line("info", &scene.t("portal-standing-cancelled")),
    }
}

/// The congress as a calendar file.
pub fn calendar(scene: Scene, path: &str) -> Markup {
    html! {
        section."stack stack--s" aria-labelledby="calendar" {
            h2.kern-heading-small #calendar { (scene.t("portal-calendar")) }
            ul.row-list { li { a href=(path) { (scene.t("portal-calendar-file")) } } }
        }
    }
}

fn change(scene: Scene, page: &OrderPage, here: &Paths) -> Markup {
    let changeable = page.tickets.iter().any(|ticket| ticket.changeable);
    let returnable = page.tickets.iter().any(|ticket| ticket.returnable);
    html! {
        section."stack stack--s" aria-labelledby="change" {
            h2.kern-heading-small #change { (scene.t("portal-order-change")) }
            @if changeable {
                p.muted { (scene.with("portal-order-change-until", &[
                    ("names", scene.words.date_time(scene.congress.ends_at, scene.zone()).into()),
                    ("tickets", scene.words.date_time(scene.congress.starts_at, scene.zone()).into()),
                ])) }
                div { (button("secondary", &here.mail(), &scene.t("portal-order-send-again"))) }
                @if returnable {
                    div { (button("secondary kern-btn--danger", &here.cancellation(), &scene.t("portal-order-cancel"))) }
                }
            } @else {
                p.muted { (scene.t("portal-order-fixed")) }
            }
            p."fine muted" { (scene.t("portal-order-link")) }
        }
    }
}
