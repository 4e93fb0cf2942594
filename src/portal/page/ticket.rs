//! A ticket as a card: who, what for, whether it is good, and its code.

use crate::page::{Scene, badge, substitute};
use crate::query::order::Ticket;
use maud::{Markup, PreEscaped, html};
use registration::entity::attendee::State;

/// Where the holder goes to change it.
pub struct Links {
    pub name: String,
    pub mail: String,
    pub substitute: String,
    pub category: String,
    pub restoration: String,
    pub cancellation: String,
}

/// The card. Only a ticket that opens the door shows its code.
pub fn card(scene: Scene, ticket: &Ticket, links: &Links) -> Markup {
    let (attendee, number) = (&ticket.view.attendee, &ticket.view.number);
    let (name, id) = (ticket.view.name(), format!("t-{}", attendee.position));
    html! {
        article.ticket-card aria-labelledby=(id) {
            div.ticket-card__main {
                div."cluster cluster--between cluster--top" {
                    div {
                        h3."kern-title kern-title--small" id=(id) dir="auto" {
                            @if ticket.view.is_nameless() { (scene.t("portal-nameless")) } @else { (name) }
                        }
                        @if !attendee.organisation.is_empty() { p.muted dir="auto" { (attendee.organisation) } }
                    }
                    @if ticket.pass_on.is_some() { (badge("warning", &scene.t("portal-nameless-state"))) }
                    @else { (state(scene, attendee.state)) }
                }
                dl."key-values key-values--start" {
                    div { dt { (scene.t("portal-ticket")) } dd { (scene.text(ticket.view.category_name())) } }
                    @for extra in &ticket.extras { div { dt { (scene.t("portal-extra")) } dd { (scene.text(&extra.category.name)) } } }
                    @if !ticket.view.is_nameless() {
                        div { dt { (scene.t("portal-email")) } dd dir="auto" { (ticket.view.address) } }
                    }
                }
                @if let Some(asked) = &ticket.asked { (substitute::waiting(scene, asked, &links.substitute)) }
                @if let Some(link) = &ticket.pass_on { (pass_on(scene, link, links, &name, ticket.may.give_back)) }
                @else if !ticket.may.is_nothing() { (actions(scene, links, &name, ticket)) }
            }
            div.ticket-card__code {
                @if let Some(code) = &ticket.code {
                    div.qr role="img" aria-label=(scene.with("portal-qr-alt", &[("name", name.into())])) { (PreEscaped(code)) }
                }
                span.code { (number) }
            }
        }
    }
}

/// A place that nobody has yet: its link, to be sent to whoever is to have it.
fn pass_on(scene: Scene, link: &str, links: &Links, name: &str, returnable: bool) -> Markup {
    html! {
        p { (scene.t("portal-pass-on")) }
        p.fine dir="auto" { a href=(link) { (link) } }
        div.cluster {
            (action(scene, &links.name, "portal-name-place", name))
            @if returnable { (action(scene, &links.cancellation, "portal-cancel", name)) }
        }
    }
}

pub(super) fn action(scene: Scene, href: &str, key: &str, name: &str) -> Markup {
    html! {
        a."kern-btn kern-btn--secondary kern-btn--x-small" href=(href) {
            span.kern-label { (scene.t(key)) span.kern-sr-only { ": " (name) } }
        }
    }
}

fn actions(scene: Scene, links: &Links, name: &str, ticket: &Ticket) -> Markup {
    let may = ticket.may;
    let action = |href: &str, key: &str| action(scene, href, key, name);
    html! {
        div.cluster {
            @if may.rename { (action(&links.name, "portal-change-name")) }
            @if may.hand_on && ticket.asked.is_none() { (action(&links.substitute, "portal-substitute")) }
            @if may.rebook { (action(&links.category, "portal-rebook")) }
            @if may.mail { (action(&links.mail, "portal-send-again")) }
            @if may.give_back { (action(&links.cancellation, "portal-cancel")) }
            @if may.take_again { (action(&links.restoration, "portal-restore")) }
        }
    }
}

/// Whether it is good, as a word with its shape.
pub(super) fn state(scene: Scene, state: State) -> Markup {
    let (tone, key) = match state {
        State::Valid => ("success", "registration-attendee-valid"),
        State::Unpaid => ("warning", "registration-attendee-unpaid"),
        State::Unapproved => ("info", "registration-attendee-unapproved"),
        State::Waiting => ("info", "registration-attendee-waiting"),
        State::Expired => ("danger", "registration-attendee-expired"),
        State::Cancelled => ("danger", "registration-attendee-cancelled"),
    };
    badge(tone, &scene.t(key))
}
