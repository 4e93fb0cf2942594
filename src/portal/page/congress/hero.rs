//! The one loud place of the page: name, lead, when, where, and the button.

use super::{can_register, opening};
use crate::page::net::net;
use crate::page::{Scene, button};
use crate::query::front::Front;
use maud::{Markup, html};
use ticketing::entity::category::Place;
use web::layout::icon;

pub(super) fn hero(scene: Scene, front: &Front) -> Markup {
    let congress = &front.face.congress;
    html! {
        section."hero kern-dark" {
            div."wrap hero__row" {
                div."stack stack--l" {
                    h1 { (breakable(&congress.wordmark)) @if !congress.wordmark_accent.is_empty() { wbr; b { (congress.wordmark_accent) } } }
                    @if !congress.lead.is_empty() { p.hero__lead { (scene.text(&congress.lead)) } }
                    dl."stack stack--s" {
                        (fact("event-ok", &scene.t("portal-when"), &html! { (scene.words.span(congress.starts_at, congress.ends_at, scene.zone())) }))
                        @if let Some(place) = venue(scene, front) { (fact("place", &scene.t("portal-where"), &place)) }
                        @if let Some(online) = online(scene, front) { (fact("stream", &scene.t("portal-online"), &online)) }
                    }
                    @if scene.is_over() {
                        p { (scene.t("portal-over-sentence")) }
                    } @else if can_register(front) {
                        div.cluster {
                            (button("primary", &address::Register::new(&congress.slug).path(), &scene.t("portal-register-now")))
                            (programme(scene))
                        }
                        p.fine { (scene.t("portal-register-promise")) }
                    } @else if let Some(sentence) = opening(scene, &front.offers) {
                        p { (sentence) }
                    }
                    @if scene.is_over() || !can_register(front) { (programme(scene)) }
                }
                (net(&congress.venue_town))
            }
        }
    }
}

/// To the programme, once it is released.
fn programme(scene: Scene) -> Markup {
    let path = address::programme::Programme::new(&scene.congress.slug).path();
    html! { @if scene.congress.programme { (button("secondary", &path, &scene.t("timetable-look"))) } }
}

/// "Digitale", "Zukunft": a long word may break between its parts.
fn breakable(word: &str) -> Markup {
    let mut parts: Vec<String> = vec![];
    let mut before = ' ';
    for c in word.chars() {
        match parts.last_mut() {
            Some(part) if !(before.is_lowercase() && c.is_uppercase()) => part.push(c),
            _ => parts.push(c.into()),
        }
        before = c;
    }
    html! { @for (at, part) in parts.iter().enumerate() { @if at > 0 { wbr; } (part) } }
}

fn fact(name: &str, label: &str, value: &Markup) -> Markup {
    html! { div.fact { dt.kern-sr-only { (label) } dd { (icon(name)) (value) } } }
}

fn venue(scene: Scene, front: &Front) -> Option<Markup> {
    let congress = &front.face.congress;
    let parts = [congress.venue_name.as_str(), congress.venue_town.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if !parts.is_empty() {
        return Some(html! { (parts.join(", ")) });
    }
    (!congress.place.is_empty()).then(|| scene.text(&congress.place))
}

/// The first online ticket: its name and price.
fn online(scene: Scene, front: &Front) -> Option<Markup> {
    let offer = front.offers.iter().find(|offer| offer.view.category.place == Place::Online)?;
    Some(html! { (scene.text(&offer.view.category.name)) ", " (scene.price(&offer.price())) })
}
