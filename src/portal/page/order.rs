//! An order behind its link: how it stands, its tickets, and what can be done.

use crate::page::{Scene, answers, button, change, dead, history, line, money, programme, ticket, workshop};
use crate::query::order::{May, OrderPage, Ticket};
use base::{Money, Uuid};
use congress::entity::question::UsedFor;
use congress::rules::question::Respondent;
use maud::{Markup, html};
use registration::entity::order::State;
use registration::query::attendee::AttendeeView;
use registration::rules::{may_answer, may_answer_order};
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
            @if order.test { (line("info", &scene.t("portal-test-order"))) }
            @let nameless = page.view.nameless().count();
            (standing(scene, page, (valid, nameless)))
            (dead::notice(scene, page, &|dead| here.address(dead.position)))
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
                (workshops(scene, page, &here))
                (asked(scene, page, &here))
                @if valid > 0 { (calendar(scene, &here.calendar())) }
                (programme::mine::link(scene, &here.programme()))
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

    fn programme(&self) -> String {
        address::programme::OrderProgramme::new(self.slug, self.code, self.secret).path()
    }

    fn invoice(&self, number: &str) -> String {
        address::OrderInvoice::new(self.slug, self.code, self.secret, number).path()
    }

    fn mail(&self) -> String {
        address::OrderMail::new(self.slug, self.code, self.secret).path()
    }

    fn address(&self, position: i32) -> String {
        address::OrderAttendeeAddress::new(self.slug, self.code, self.secret, position.to_string()).path()
    }

    fn cancellation(&self) -> String {
        address::OrderCancellation::new(self.slug, self.code, self.secret).path()
    }

    fn of(&self, ticket: &Ticket) -> ticket::Links {
        let position = ticket.view.attendee.position.to_string();
        ticket::Links {
            name: address::OrderAttendeeName::new(self.slug, self.code, self.secret, &position).path(),
            mail: address::OrderAttendeeMail::new(self.slug, self.code, self.secret, &position).path(),
            category: address::OrderAttendeeCategory::new(self.slug, self.code, self.secret, &position).path(),
            restoration: address::OrderAttendeeRestoration::new(self.slug, self.code, self.secret, &position).path(),
            substitute: address::OrderAttendeeSubstitute::new(self.slug, self.code, self.secret, &position).path(),
            cancellation: address::OrderAttendeeCancellation::new(self.slug, self.code, self.secret, &position).path(),
        }
    }
}

/// What the order was asked itself, and which of its people have still to answer what. What people answered for themselves
/// stands on their own pages.
fn asked(scene: Scene, page: &OrderPage, here: &Paths) -> Markup {
    let (order, sheet) = (&page.view.order, &page.answers);
    let held: Vec<_> = page.view.attendees.iter().filter(|a| may_answer(a.attendee.state)).collect();
    let named = held.iter().filter(|a| !a.is_nameless());
    let categories: Vec<Uuid> = held.iter().map(|a| a.attendee.category_id).collect();
    let open = may_answer_order(order.state) && !scene.is_over();
    let at = Some(scene.now);
    let own = Respondent { used_for: UsedFor::Order, categories: &categories, at, sensitive: true };
    let missing = if open { sheet.missing(order.id, &own) } else { vec![] };
    let told = sheet.told(order.id, true);
    let person = |a: &&AttendeeView| {
        let categories = [a.attendee.category_id];
        let of = Respondent { used_for: UsedFor::Attendee, categories: &categories, at, sensitive: false };
        let missing = sheet.missing(a.attendee.id, &of);
        (a.name(), missing)
    };
    let people: Vec<_> = named.map(person).filter(|(_, missing)| open && !missing.is_empty()).collect();
    let form = address::OrderAnswers::new(here.slug, here.code, here.secret).path();
    html! {
        @if open && sheet.asks(UsedFor::Order) || !told.is_empty() {
            (answers::section(scene, "portal-answers-of-order", &told, &missing, open.then_some(&*form)))
        }
        (answers::missing(scene, &people))
    }
}

/// Seats in sessions, of each who books them.
fn workshops(scene: Scene, page: &OrderPage, here: &Paths) -> Markup {
    let people: Vec<_> = page
        .tickets
        .iter()
        .map(|ticket| {
            let position = ticket.view.attendee.position.to_string();
            let path = address::OrderAttendeeWorkshops::new(here.slug, here.code, here.secret, position).path();
            (Some(ticket.view.name()), &ticket.view, path)
        })
        .collect();
    workshop::section(scene, &page.workshops, &people)
}

fn heading(scene: Scene, page: &OrderPage, valid: usize) -> String {
    match page.view.order.state {
        State::Confirmed if valid == 0 => scene.t("portal-order-nameless"),
        State::Confirmed => scene.with("portal-order-ready", &[("count", valid.into())]),
        State::AwaitingPayment => scene.t("portal-order-awaiting-payment"),
        State::AwaitingApproval => scene.t("portal-order-awaiting-approval"),
        State::Waiting => scene.t("portal-order-waiting"),
        State::Expired => scene.t("portal-order-expired"),
        State::Cancelled if page.refused.is_some() => scene.t("portal-order-refused"),
        State::Cancelled => scene.t("portal-order-cancelled"),
    }
}

/// How it stands, in a sentence, and what comes next.
fn standing(scene: Scene, page: &OrderPage, (valid, nameless): (usize, usize)) -> Markup {
    let open = Money { amount: page.account.balance.open(), currency: page.view.order.currency.clone() };
    let total = scene.words.money(&open);
    match page.view.order.state {
        // What has no name yet is told below.
        State::Confirmed if valid == 0 && nameless > 0 => html! {},
        State::Confirmed if nameless > 0 => {
            line("success", &scene.with("portal-standing-some", &[("count", valid.into())]))
        }
        State::Confirmed => line("success", &scene.t("portal-standing-confirmed")),
        State::AwaitingPayment => {
            line("warning", &scene.with("portal-standing-awaiting-payment", &[("total", total.into())]))
        }
        State::AwaitingApproval => line("info", &scene.t("portal-standing-awaiting-approval")),
        State::Waiting => line("info", &scene.t("portal-standing-waiting")),
        State::Expired => line("info", &scene.t("portal-standing-expired")),
        State::Cancelled => match &page.refused {
            Some(reason) => refused(scene, reason),
            None => line("info", &scene.t("portal-standing-cancelled")),
        },
    }
}

/// That it was not accepted, and why, as the mail says.
pub fn refused(scene: Scene, reason: &str) -> Markup {
    html! {
        (line("info", &scene.t("portal-standing-refused")))
        @if !reason.is_empty() { p.measure dir="auto" { (scene.with("portal-refused-reason", &[("reason", reason.into())])) } }
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
    let can = |what: fn(May) -> bool| page.tickets.iter().any(|ticket| what(ticket.may));
    // What can only be taken again says so on its card.
    if !can(|may| !May { take_again: false, ..may }.is_nothing()) {
        return html! {
            div."stack stack--s" {
                @if !can(|may| may.take_again) { p.muted { (scene.t("portal-order-fixed")) } }
                p."fine muted" { (scene.t("portal-order-link")) }
            }
        };
    }
    html! {
        section."stack stack--s" aria-labelledby="change" {
            h2.kern-heading-small #change { (scene.t("portal-order-change")) }
            (change::list(scene, May {
                rename: can(|may| may.rename),
                mail: false,
                hand_on: can(|may| may.hand_on),
                rebook: can(|may| may.rebook),
                give_back: can(|may| may.give_back),
                take_again: false,
            }))
            @if can(|may| may.mail) {
                div { (button("secondary", &here.mail(), &scene.t("portal-order-send-again"))) }
            }
            @if can(|may| may.give_back) {
                div { (button("secondary kern-btn--danger", &here.cancellation(), &scene.t("portal-cancel-some"))) }
            }
            p."fine muted" { (scene.t("portal-order-link")) }
        }
    }
}
