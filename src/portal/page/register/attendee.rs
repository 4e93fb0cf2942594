//! One person of the form: name, address, ticket, language of the mails.

use super::RegisterPage;
use crate::page::{Scene, filled};
use crate::query::offer::Offer;
use base::Language;
use locale::Words;
use maud::{Markup, html};
use ticketing::rules::Availability;
use web::form::Form;

pub(super) fn fieldset(scene: Scene, form: Form, page: &RegisterPage, n: usize) -> Markup {
    let name = |part: &str| format!("{part}-{n}");
    let (given, family, email) = (name("given"), name("family"), name("email"));
    let (category, language) = (name("category"), name("language"));
    let number = || html! { span data-number { (n) } };
    html! {
        fieldset.attendee data-attendee=(n) {
            legend.kern-sr-only { (filled(scene.words, "portal-person", &[("number", number())])) }
            div.attendee__head {
                p.kern-label aria-hidden="true" { (filled(scene.words, "portal-person", &[("number", number())])) }
                button."kern-btn kern-btn--tertiary attendee__remove" type="submit" name="action" value={ "remove-" (n) }
                    hidden[page.typed.people.count == 1] {
                    span.kern-label {
                        (scene.t("portal-remove"))
                        span.kern-sr-only { ": " (filled(scene.words, "portal-person", &[("number", number())])) }
                    }
                }
            }
            div.attendee__fields {
                (form.input(&given, &scene.t("portal-given-name")).autocomplete("off").required())
                (form.input(&family, &scene.t("portal-family-name")).autocomplete("off").required())
                (form.input(&email, &scene.t("portal-email")).email().autocomplete("off").optional())
            }
            div.form-grid {
                (form.select(&category, &scene.t("portal-ticket")).options(tickets(scene, page, n)).whole())
                (form.select(&language, &scene.t("portal-language")).options(languages(scene.words)))
            }
        }
    }
}

/// What can be had, and what this person has chosen even if it cannot any more.
fn tickets(scene: Scene, page: &RegisterPage, n: usize) -> Vec<(String, String)> {
    let chosen = page.typed.people.of("category", n);
    let offered = page.offers.iter().filter(|offer| offer.can_be_had() || offer.slug() == chosen);
    offered.map(|offer| (offer.slug().to_owned(), ticket(scene, offer))).collect()
}

/// "Vor Ort: Verwaltung, 49,00 €".
fn ticket(scene: Scene, offer: &Offer) -> String {
    let name = offer.view.category.name.in_language(scene.words.language());
    let word = format!("{name}, {}", scene.price(&offer.price()));
    let more = match (offer.closed, offer.availability()) {
        (Some(_), _) => "portal-closed-no-longer",
        (None, Availability::None) => "portal-availability-none",
        (None, Availability::Few) => "portal-availability-few",
        (None, Availability::Free) => return word,
    };
    format!("{word} – {}", scene.t(more))
}

fn languages(words: Words) -> Vec<(String, String)> {
    Language::ALL.map(|language| (language.to_string(), words.t(&format!("portal-language-{language}")))).to_vec()
}
