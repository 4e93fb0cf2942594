//! A category: what it costs and how many places are left, in steps.

use crate::page::{Scene, badge};
use crate::query::offer::Offer;
use maud::{Markup, html};
use ticketing::rules::{Availability, Closed};

/// A row of the list on the congress's page.
pub fn row(scene: Scene, offer: &Offer) -> Markup {
    let category = &offer.view.category;
    html! {
        li.category {
            div {
                h3.category__name { (scene.text(&category.name)) }
                @if !category.description.is_empty() { p.muted { (scene.text(&category.description)) } }
            }
            div {
                p.category__price { (scene.price(&offer.price())) }
                @for sentence in prices(scene, offer) { p."fine muted" { (sentence) } }
            }
            div.category__seats {
                (state(scene, offer))
                (meter(scene, offer))
                @if offer.can_be_had() {
                    @let register = address::Register::new(&scene.congress.slug).path();
                    a href=(address::with_query(&register, &[("category", offer.slug())])) {
                        (scene.t("portal-category-choose"))
                        span.kern-sr-only { ": " (category.name.in_language(scene.words.language())) }
                    }
                } @else if offer.waitable {
                    (waiting(scene, offer))
                }
            }
        }
    }
}

/// The link to the waiting list, where this one is chosen.
pub fn waiting(scene: Scene, offer: &Offer) -> Markup {
    let list = address::WaitingList::new(&scene.congress.slug).path();
    html! {
        a href=(address::with_query(&list, &[("category", offer.slug())])) {
            (scene.t("waiting-to-list"))
            span.kern-sr-only { ": " (offer.name(scene.words.language())) }
        }
    }
}

/// Until when the price holds and what it is then, and what groups pay.
fn prices(scene: Scene, offer: &Offer) -> Vec<String> {
    let rises = offer.rises().map(|(at, then)| {
        let when = scene.words.date_time(at, scene.zone());
        scene.with("portal-price-until", &[("when", when.into()), ("then", scene.price(&then).into())])
    });
    let groups = offer.for_groups().into_iter().map(|(number, each)| {
        scene.with("portal-price-from", &[("number", number.into()), ("each", scene.price(&each).into())])
    });
    rises.into_iter().chain(groups).collect()
}

/// The badge: a word with its shape.
fn state(scene: Scene, offer: &Offer) -> Markup {
    if let Some(closed) = offer.closed {
        return badge("info", &closed_word(scene, closed));
    }
    match offer.availability() {
        Availability::Free => badge("success", &scene.t("portal-availability-free")),
        Availability::Few => badge("warning", &scene.t("portal-availability-few")),
        Availability::None => badge("danger", &scene.t("portal-availability-none")),
    }
}

/// When, or why not.
pub fn closed_word(scene: Scene, closed: Closed) -> String {
    match closed {
        Closed::NotYet(from) => {
            scene.with("portal-closed-not-yet", &[("when", scene.words.date_time(from, scene.zone()).into())])
        }
        Closed::NoLonger | Closed::Inactive => scene.t("portal-closed-no-longer"),
        Closed::Congress => scene.t(if scene.is_over() { "portal-over" } else { "portal-draft" }),
    }
}

/// How full it is. The words are in the badge; the bar moves in tenths.
fn meter(scene: Scene, offer: &Offer) -> Markup {
    let Some(tenths) = offer.tenths() else { return html! {} };
    let percent = u32::from(tenths) * 10;
    let label = match tenths {
        10 => scene.t("portal-meter-full"),
        0 => scene.t("portal-meter-empty"),
        _ => scene.with("portal-meter", &[("percent", percent.into())]),
    };
    html! {
        svg."seat-meter"."seat-meter--full"[tenths == 10] role="img" aria-label=(label) {
            rect.seat-meter__sold x="0%" width={ (percent) "%" } height="100%" {}
        }
    }
}
