//! "My congress": one attendee's own page. It shows nothing of the others in the order.

use crate::page::{Scene, answers, calendar, change, line, order, programme, ticket, workshop};
use crate::query::order::Ticket;
use crate::query::workshop::Workshops;
use ::calendar::ics::Event;
use congress::entity::question::UsedFor;
use congress::rules::question::Respondent;
use maud::{Markup, html};
use registration::entity::attendee::State;
use registration::query::answer::AnswerSheet;
use registration::rules::may_answer;
use ticketing::entity::category::Place;

/// What of theirs goes into calendars.
pub struct OwnCalendar {
    /// The congress, as their ticket has it.
    pub day: Event,
    /// Of the calendar with all that they take part in, if they have one.
    pub link: Option<calendar::OwnLink>,
}

/// The whole page.
/// `refused`: cancelled because the order was refused, and why.
pub fn main(
    scene: Scene,
    own: &Ticket,
    (answers, workshops): (&AnswerSheet, &Workshops),
    refused: Option<&str>,
    secret: &str,
    own_calendar: OwnCalendar,
) -> Markup {
    let slug = &scene.congress.slug;
    let links = ticket::Links {
        name: address::MyName::new(slug, secret).path(),
        mail: address::MyMail::new(slug, secret).path(),
        category: address::MyCategory::new(slug, secret).path(),
        restoration: address::MyRestoration::new(slug, secret).path(),
        substitute: address::MySubstitute::new(slug, secret).path(),
        cancellation: address::MyCancellation::new(slug, secret).path(),
    };
    let state = own.view.attendee.state;
    let (tone, heading, sentence) = standing(state);
    let sentence = match (state, own.view.category.place) {
        (State::Valid, Place::Online) => "portal-my-standing-valid-online",
        _ => sentence,
    };
    html! {
        div."wrap band--tight stack" {
            div {
                p.muted { (scene.t("portal-my")) }
                h1.kern-heading-x-large { (scene.t(if refused.is_some() { "portal-my-refused" } else { heading })) }
            }
            @if own.view.attendee.test { (line("info", &scene.t("portal-test-order"))) }
            @match refused {
                Some(reason) => { (order::refused(scene, reason)) }
                None => { (line(tone, &scene.t(sentence))) }
            }
            @if state == State::Valid {
                div.cluster {
                    a."kern-btn kern-btn--primary" href=(address::MyTicket::new(slug, secret).path()) {
                        span."kern-icon kern-icon--download" aria-hidden="true" {}
                        span.kern-label { (scene.with("portal-tickets-pdf", &[("count", 1.into())])) }
                    }
                }
            }
        }
        div."wrap split band--tight" {
            section.stack aria-labelledby="ticket" {
                h2.kern-heading-large #ticket { (scene.t("portal-my-ticket")) }
                (ticket::card(scene, own, &links))
            }
            aside."split__aside stack stack--l" {
                @if scene.congress.network {
                    section."panel kern-level-1 stack stack--s" aria-labelledby="vernetzung" {
                        h2.kern-heading-small #vernetzung { (scene.t("web-menu-network")) }
                        p.measure { (scene.t("network-lead")) }
                        p { (super::button("secondary", &address::networking::EntranceByTicket::new(slug, secret).path(), &scene.t("network-enter"))) }
                    }
                }
                (workshop::section(scene, workshops, &[(None, &own.view, address::MyWorkshops::new(slug, secret).path())]))
                (asked(scene, own, answers, secret))
                @if state == State::Valid {
                    (calendar::add(scene, &[(String::new(), own_calendar.day)], &address::MyCalendar::new(slug, secret).path()))
                    (calendar::own(scene, own_calendar.link.as_ref(), &address::calendar::OwnFeedLink::new(slug, secret).path()))
                }
                (programme::mine::link(scene, &address::programme::MyProgramme::new(slug, secret).path()))
                (change::until(scene, own.may))
                p."fine muted" { (scene.t("portal-my-link")) }
            }
        }
    }
}

/// What they were asked, and have still to answer.
fn asked(scene: Scene, own: &Ticket, sheet: &AnswerSheet, secret: &str) -> Markup {
    let row = &own.view.attendee;
    let categories = [row.category_id];
    let of = Respondent { used_for: UsedFor::Attendee, categories: &categories, at: Some(scene.now), sensitive: true };
    let open = may_answer(row.state) && !scene.is_over();
    let missing = if open { sheet.missing(row.id, &of) } else { vec![] };
    let told = sheet.told(row.id, true);
    let form = address::MyAnswers::new(&scene.congress.slug, secret).path();
    html! {
        @if open && sheet.asks(UsedFor::Attendee) || !told.is_empty() {
            (answers::section(scene, "portal-answers", &told, &missing, open.then_some(&*form)))
        }
    }
}

fn standing(state: State) -> (&'static str, &'static str, &'static str) {
    match state {
        State::Valid => ("success", "portal-my-valid", "portal-my-standing-valid"),
        State::Unpaid => ("warning", "portal-my-unpaid", "portal-my-standing-unpaid"),
        State::Unapproved => ("info", "portal-my-unapproved", "portal-my-standing-unapproved"),
        State::Waiting => ("info", "portal-my-waiting", "portal-my-standing-waiting"),
        State::Expired => ("info", "portal-my-expired", "portal-my-standing-expired"),
        State::Cancelled => ("info", "portal-my-cancelled", "portal-my-standing-cancelled"),
    }
}
