//! What the order comes to, with what is chosen now: beside the form, in the bar of a phone, and at the button.

use super::RegisterPage;
use crate::page::Scene;
use crate::query::offer::Offer;
use base::Money;
use base::money::vat_in_gross;
use maud::{Markup, html};
use registration::rules::pricing::{self, Agreed};
use std::collections::BTreeMap;

/// A line of the sum: so many of a ticket at this price each.
struct Line<'a> {
    offer: &'a Offer,
    agreed: Agreed,
    number: i64,
}

/// What is chosen, in the order of the offer; what is alike is one line. A voucher is a line of its own.
fn lines<'a>(page: &RegisterPage<'a>) -> Vec<Line<'a>> {
    let chosen = [page.typed.chosen(page.offers), page.typed.chosen_extras()].concat();
    let agreed = [page.typed.regular(page.offers), page.typed.beside()].concat();
    let mut lines: Vec<Line> = vec![];
    for offer in page.offers.iter().chain(&page.typed.extras) {
        for (_, agreed) in chosen.iter().zip(&agreed).filter(|(one, _)| one.slug() == offer.slug()) {
            match lines.iter_mut().find(|line| line.offer.slug() == offer.slug() && line.agreed == *agreed) {
                Some(line) => line.number += 1,
                None => lines.push(Line { offer, agreed: *agreed, number: 1 }),
            }
        }
    }
    lines
}

/// What each ticket costs with the voucher, and what goes with them.
fn all(page: &RegisterPage) -> Vec<Agreed> {
    [page.typed.agreed(page.offers), page.typed.beside()].concat()
}

/// What it comes to, with the voucher.
fn total(page: &RegisterPage) -> Money {
    let amount = pricing::sum(&all(page));
    let first = page.typed.chosen(page.offers).into_iter().next();
    let currency = first.map_or_else(|| "EUR".to_owned(), |offer| offer.view.category.currency.clone());
    Money { amount, currency }
}

/// The VAT in it, by rate.
fn vats(page: &RegisterPage) -> Vec<(i32, i64)> {
    let mut gross: BTreeMap<i32, i64> = BTreeMap::new();
    for agreed in all(page) {
        *gross.entry(agreed.vat_basis_points).or_default() += agreed.cents;
    }
    gross.into_iter().map(|(rate, cents)| (rate, vat_in_gross(cents, rate))).filter(|(_, cents)| *cents > 0).collect()
}

/// The card beside the form.
pub(super) fn aside(scene: Scene, page: &RegisterPage) -> Markup {
    let lines = lines(page);
    let total = total(page);
    let waived = pricing::sum(&page.typed.regular(page.offers)) - pricing::sum(&page.typed.agreed(page.offers));
    html! {
        aside."split__aside split__aside--sticky" aria-labelledby="uebersicht" {
            div."kern-card kern-card--accent" {
                div.kern-card__container data-summary="order" {
                    h2.kern-title #uebersicht { (scene.t("portal-summary")) }
                    dl.key-values {
                        @for line in &lines {
                            @let price = Money { amount: line.agreed.cents * line.number, currency: total.currency.clone() };
                            div { dt { (scene.words.number(line.number)) " × " (scene.text(&line.offer.view.category.name)) } dd { (scene.price(&price)) } }
                        }
                        @if let Some((code, _)) = page.typed.voucher.used().filter(|_| waived > 0) {
                            @let waived = Money { amount: waived, currency: total.currency.clone() };
                            div { dt { (scene.with("portal-voucher-waived", &[("code", code.into())])) } dd { "−" (scene.words.money(&waived)) } }
                        }
                        @for (rate, cents) in vats(page) {
                            @let contained = Money { amount: cents, currency: total.currency.clone() };
                            div { dt { (scene.with("portal-vat", &[("rate", scene.words.percent(rate).into())])) } dd { (scene.words.money(&contained)) } }
                        }
                        div { dt.total { (scene.t("portal-total")) } dd.total { (scene.price(&total)) } }
                    }
                    hr.rule;
                    p.fine { (scene.with("portal-summary-changes", &[
                        ("names", scene.words.date_time(scene.congress.deadlines.names, scene.zone()).into()),
                        ("tickets", scene.words.date_time(scene.congress.deadlines.cancel, scene.zone()).into()),
                    ])) }
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
    let total = total(page);
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
    let total = total(page);
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
