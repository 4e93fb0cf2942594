//! What the order comes to, with what is chosen now: beside the form, in the bar of a phone, and at the button.

use super::RegisterPage;
use crate::page::Scene;
use crate::query::offer::Offer;
use base::Money;
use base::money::vat_in_gross;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// The categories that are chosen, with how often.
fn chosen<'a>(page: &RegisterPage<'a>) -> Vec<(&'a Offer, i64)> {
    let count = |offer: &Offer| page.typed.categories().filter(|slug| *slug == offer.slug()).count();
    let counted = page.offers.iter().map(|offer| (offer, i64::try_from(count(offer)).unwrap_or(i64::MAX)));
    counted.filter(|(_, n)| *n > 0).collect()
}

fn total(chosen: &[(&Offer, i64)]) -> Money {
    let amount = chosen.iter().map(|(offer, n)| offer.view.category.price_cents * n).sum();
    let currency = chosen.first().map_or_else(|| "EUR".to_owned(), |(offer, _)| offer.view.category.currency.clone());
    Money { amount, currency }
}

/// The VAT in it, by rate.
fn vats(chosen: &[(&Offer, i64)]) -> Vec<(i32, i64)> {
    let mut gross: BTreeMap<i32, i64> = BTreeMap::new();
    for (offer, n) in chosen {
        *gross.entry(offer.view.category.vat_basis_points).or_default() += offer.view.category.price_cents * n;
    }
    gross.into_iter().map(|(rate, cents)| (rate, vat_in_gross(cents, rate))).filter(|(_, cents)| *cents > 0).collect()
}

/// The card beside the form.
pub(super) fn aside(scene: Scene, page: &RegisterPage) -> Markup {
    let chosen = chosen(page);
    let total = total(&chosen);
    html! {
        aside."split__aside split__aside--sticky" aria-labelledby="uebersicht" {
            div."kern-card kern-card--accent" {
                div.kern-card__container data-summary="order" {
                    h2.kern-title #uebersicht { (scene.t("portal-summary")) }
                    dl.key-values {
                        @for (offer, n) in &chosen {
                            @let price = Money { amount: offer.view.category.price_cents * n, currency: total.currency.clone() };
                            div { dt { (scene.words.number(*n)) " × " (scene.text(&offer.view.category.name)) } dd { (scene.price(&price)) } }
                        }
                        @for (rate, cents) in vats(&chosen) {
                            @let contained = Money { amount: cents, currency: total.currency.clone() };
                            div { dt { (scene.with("portal-vat", &[("rate", scene.words.percent(rate).into())])) } dd { (scene.words.money(&contained)) } }
                        }
                        div { dt.total { (scene.t("portal-total")) } dd.total { (scene.price(&total)) } }
                    }
                    hr.rule;
                    p.fine { (scene.t("portal-summary-changes")) }
                }
                noscript {
                    div.kern-card__container {
                        button."kern-btn kern-btn--tertiary" type="submit" name="action" value="update" {
                            span.kern-label { (scene.t("portal-summary-update")) }
                        }
                    }
                }
            }
        }
    }
}

/// The button that places the order says whether it costs.
pub(super) fn place(scene: Scene, page: &RegisterPage) -> Markup {
    let total = total(&chosen(page));
    let (word, note) = if total.is_zero() {
        ("portal-place-free", scene.t("portal-place-free-note"))
    } else {
        ("portal-place", scene.with("portal-place-note", &[("total", scene.words.money(&total).into())]))
    };
    html! {
        div.cluster {
            button."kern-btn kern-btn--primary" type="submit" name="action" value="place" {
                span.kern-label data-summary="place" { (scene.t(word)) }
            }
            p.muted data-summary="note" { (note) }
        }
    }
}

/// The bar at the foot of a phone.
pub(super) fn bar(scene: Scene, page: &RegisterPage) -> Markup {
    let total = total(&chosen(page));
    html! {
        div."order-bar narrow-only" {
            div."wrap cluster cluster--between" {
                p data-summary="bar" {
                    strong { (scene.price(&total)) } " "
                    (scene.with("portal-for-people", &[("count", page.typed.people.count.into())]))
                }
                a href="#uebersicht" { (scene.t("portal-to-summary")) }
            }
        }
    }
}
