//! The public page of a congress: what, when, where; what it costs; what to expect; who carries it; how to get there.

use crate::page::net::net;
use crate::page::prose::prose;
use crate::page::{Scene, button, category};
use crate::query::front::Front;
use crate::query::offer::Offer;
use congress::entity::{organisation, partner, passage};
use congress::query::Partner;
use locale::Arg;
use maud::{Markup, html};
use ticketing::entity::category::Place;
use ticketing::rules::Closed;
use web::layout::{icon, icon_small};

/// The whole page.
pub fn main(scene: Scene, front: &Front) -> Markup {
    let sections = [
        places(scene, front),
        highlights(scene, front),
        topics(scene, front),
        people_and_place(scene, front),
    ];
    html! {
        (hero(scene, front))
        // Every other band is tinted, whichever there are.
        @for (at, (id, section)) in sections.into_iter().flatten().enumerate() {
            @if at % 2 == 0 { section.band aria-labelledby=(id) { (section) } }
            @else { section."band kern-layer kern-level-1" aria-labelledby=(id) { (section) } }
        }
    }
}

type Section = Option<(&'static str, Markup)>;

fn hero(scene: Scene, front: &Front) -> Markup {
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
                        div.cluster { (button("primary", &address::Register::new(&congress.slug).path(), &scene.t("portal-register-now"))) }
                        p.fine { (scene.t("portal-register-promise")) }
                    } @else if let Some(sentence) = opening(scene, &front.offers) {
                        p { (sentence) }
                    }
                }
                (net())
            }
        }
    }
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

/// Whether the form has anything to choose.
pub fn can_register(front: &Front) -> bool {
    front.offers.iter().any(Offer::can_be_had)
}

/// Why nobody can register now, and when they can.
pub fn opening(scene: Scene, offers: &[Offer]) -> Option<String> {
    if scene.is_over() {
        return Some(scene.t("portal-over-sentence"));
    }
    if offers.iter().any(Offer::can_be_had) {
        return None;
    }
    let first = offers.iter().filter_map(|offer| match offer.closed {
        Some(Closed::NotYet(from)) => Some(from),
        _ => None,
    });
    if let Some(from) = first.min() {
        return Some(scene.with("portal-opens", &[("when", scene.words.date_time(from, scene.zone()).into())]));
    }
    let sold_out = offers.iter().any(|offer| offer.closed.is_none());
    Some(scene.t(if sold_out {
        "portal-all-sold-out"
    } else if offers.is_empty() {
        "portal-nothing-on-sale"
    } else {
        "portal-closed-sentence"
    }))
}

fn places(scene: Scene, front: &Front) -> Section {
    if front.offers.is_empty() || scene.is_over() {
        return None;
    }
    Some(("plaetze", html! {
        div."wrap stack stack--l" {
            div."stack stack--s" {
                h2.kern-heading-large #plaetze { (scene.t("portal-places")) }
                @if let Some(vat) = vat(scene, &front.offers) { p.measure { (vat) } }
            }
            ul.plain-list { @for offer in &front.offers { (category::row(scene, offer)) } }
            @if can_register(front) {
                div.cluster {
                    (button("primary", &address::Register::new(&scene.congress.slug).path(), &scene.t("portal-register-now")))
                }
            } @else if let Some(sentence) = opening(scene, &front.offers) {
                p { (sentence) }
            }
        }
    }))
}

/// What the prices include, where something costs.
fn vat(scene: Scene, offers: &[Offer]) -> Option<String> {
    let mut rates: Vec<i32> = offers.iter().filter(|o| !o.price().is_zero()).map(|o| o.view.category.vat_basis_points).collect();
    rates.dedup();
    match rates[..] {
        [] => None,
        [0] => Some(scene.t("portal-prices-without-vat")),
        [rate] => Some(scene.with("portal-prices-with-vat", &[("rate", percent(scene, rate))])),
        _ => Some(scene.t("portal-prices-with-vats")),
    }
}

/// 1900 is 19, 1950 is 19,5.
pub(crate) fn percent(scene: Scene, basis_points: i32) -> Arg {
    let point = if scene.words.language() == base::Language::De { "," } else { "." };
    let digits = format!("{}{point}{:02}", basis_points / 100, basis_points % 100);
    digits.trim_end_matches('0').trim_end_matches(point).to_owned().into()
}

fn highlights(scene: Scene, front: &Front) -> Section {
    let all: Vec<&passage::Model> = front.face.passages(passage::Place::Highlight).collect();
    (!all.is_empty()).then(|| ("programm", html! {
        div.wrap {
            div.section-head { h2.kern-heading-large #programm { (scene.t("portal-highlights")) } }
            div.tiles {
                @for passage in all {
                    article."kern-card kern-level-2" {
                        div.kern-card__container {
                            header."kern-card__header kern-hgroup" {
                                h3.kern-title { (scene.text(&passage.title)) }
                                @if !passage.preline.is_empty() { p."kern-preline kern-preline--small" { (scene.text(&passage.preline)) } }
                            }
                            (body(scene, passage))
                        }
                    }
                }
            }
        }
    }))
}

/// The text of a passage, marked with its language if that is not the page's.
fn body(scene: Scene, passage: &passage::Model) -> Markup {
    let (markdown, language) = passage.body.get(scene.words.language());
    html! {
        @if language == scene.words.language() { (prose(markdown, 3)) } @else { div lang=(language) { (prose(markdown, 3)) } }
    }
}

fn topics(scene: Scene, front: &Front) -> Section {
    (!front.face.topics.is_empty()).then(|| ("themen", html! {
        div."wrap stack stack--l" {
            h2.kern-heading-large #themen { (scene.t("portal-topics")) }
            ul."cluster plain-list" {
                @for topic in &front.face.topics { li { span.topic-chip { (scene.text(&topic.name)) } } }
            }
        }
    }))
}

/// Two columns of one band: who carries it, how to get there.
fn people_and_place(scene: Scene, front: &Front) -> Section {
    let has_place = !front.face.congress.venue_name.is_empty() || front.face.passages(passage::Place::Arrival).next().is_some();
    if front.face.partners.is_empty() && !has_place {
        return None;
    }
    let id = if front.face.partners.is_empty() { "anreise" } else { "partner" };
    Some((id, html! {
        div."wrap split split--even" {
            @if !front.face.partners.is_empty() { (partners(scene, &front.face.partners)) }
            @if has_place { (arrival(scene, front)) }
        }
    }))
}

fn partners(scene: Scene, all: &[Partner]) -> Markup {
    let (supporters, carriers): (Vec<&Partner>, Vec<&Partner>) = all.iter().partition(|p| p.part == partner::Part::Supporter);
    html! {
        div.stack {
            h2.kern-heading-large #partner { (scene.t("portal-partners")) }
            @if !carriers.is_empty() { (names(&carriers)) }
            @if !supporters.is_empty() {
                h3.kern-heading-small { (scene.t("portal-supporters")) }
                (names(&supporters))
            }
        }
    }
}

fn names(partners: &[&Partner]) -> Markup {
    html! {
        ul."cluster plain-list" {
            @for partner in partners { li."cluster cluster--s" { (icon_small(sign(partner.kind))) (partner.name) } }
        }
    }
}

fn sign(kind: organisation::Kind) -> &'static str {
    use organisation::Kind::{Authority, Business, District, Initiative, Municipality, Other, School, University};
    match kind {
        Municipality | District | Authority => "municipality",
        University | School => "university",
        Business => "business",
        Initiative | Other => "initiative",
    }
}

fn arrival(scene: Scene, front: &Front) -> Markup {
    let congress = &front.face.congress;
    let town = format!("{} {}", congress.venue_postcode, congress.venue_town);
    let address: Vec<&str> = [congress.venue_street.as_str(), town.trim()].into_iter().filter(|p| !p.is_empty()).collect();
    html! {
        div.stack #ort {
            h2.kern-heading-large #anreise { (scene.t("portal-arrival")) }
            dl.stack {
                @if !congress.venue_name.is_empty() {
                    div.fact { dt { (icon("place")) (congress.venue_name) } dd { (address.join(", ")) } }
                }
                @for passage in front.face.passages(passage::Place::Arrival) {
                    div.fact {
                        dt { (icon(if passage.icon.is_empty() { "place" } else { &passage.icon })) (scene.text(&passage.title)) }
                        dd { (body(scene, passage)) }
                    }
                }
            }
        }
    }
}
