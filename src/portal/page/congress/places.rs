//! What one can register for, what it costs, and why one cannot.

use super::Section;
use crate::page::{Scene, button, category};
use crate::query::front::Front;
use crate::query::offer::Offer;
use maud::html;
use ticketing::rules::Closed;
use web::Phase;

pub(super) fn section(scene: Scene, front: &Front) -> Section {
    if front.offers.is_empty() || scene.is_over() {
        return None;
    }
    Some((
        "plaetze",
        html! {
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
        },
    ))
}

/// What the prices include, where something costs.
fn vat(scene: Scene, offers: &[Offer]) -> Option<String> {
    let mut rates: Vec<i32> =
        offers.iter().filter(|o| o.view.costs()).map(|o| o.view.category.vat_basis_points).collect();
    rates.dedup();
    match rates[..] {
        [] => None,
        [0] => Some(scene.t("portal-prices-without-vat")),
        [rate] => Some(scene.with("portal-prices-with-vat", &[("rate", scene.words.percent(rate).into())])),
        _ => Some(scene.t("portal-prices-with-vats")),
    }
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
    if scene.congress.state == Phase::Draft {
        return Some(scene.t("portal-draft-sentence"));
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
