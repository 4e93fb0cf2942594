//! One person of the form: name, address, ticket, language of the mails.

use super::{RegisterPage, question};
use crate::form::register::EXTRA;
use crate::page::{Scene, filled};
use crate::query::offer::Offer;
use base::Language;
use locale::Words;
use maud::{Markup, html};
use registration::service::extra::With;
use ticketing::rules::Availability;
use web::form::Form;

/// From so many people on, whoever is complete shows as one line that opens.
const COMPACT: usize = 4;

pub(super) fn fieldset(scene: Scene, form: Form, page: &RegisterPage, n: usize) -> Markup {
    let number = || html! { span data-number { (n) } };
    let title = || filled(scene.words, "portal-person", &[("number", number())]);
    let compact = page.typed.people.count >= COMPACT;
    if page.typed.people.is_nameless(n) {
        return nameless(scene, form, page, n, &title());
    }
    html! {
        fieldset.attendee."attendee--compact"[compact] data-attendee=(n) {
            legend.kern-sr-only { (title()) }
            @if compact {
                details.attendee__fold open[is_open(page, n)] {
                    summary {
                        span.attendee__line {
                            span.muted { (title()) }
                            " " strong dir="auto" data-person-name { (name(page, n)) }
                        }
                    }
                    div.stack {
                        (fields(scene, form, page, n))
                        div { (remove(scene, page, n, &title())) }
                    }
                }
            } @else {
                div.attendee__head {
                    p.kern-label aria-hidden="true" { (title()) }
                    (remove(scene, page, n, &title()))
                }
                (fields(scene, form, page, n))
            }
        }
    }
}

/// A place whose name comes later: its ticket is chosen, nothing else is asked.
fn nameless(scene: Scene, form: Form, page: &RegisterPage, n: usize, title: &Markup) -> Markup {
    let (later, language) = (format!("later-{n}"), format!("language-{n}"));
    html! {
        fieldset."attendee attendee--compact" data-attendee=(n) data-nameless {
            legend.kern-sr-only { (title) }
            (form.hidden(&later))
            (form.hidden(&language))
            div.attendee__head {
                p.attendee__line aria-hidden="true" { span.muted { (title) } " " strong { (scene.t("portal-nameless")) } }
                (remove(scene, page, n, title))
            }
            (choice(scene, form, page, n))
        }
    }
}

/// The tickets to choose from; below the label, which of them are looked at first.
fn choice(scene: Scene, form: Form, page: &RegisterPage, n: usize) -> Markup {
    let (category, label, approval) = (format!("category-{n}"), scene.t("portal-ticket"), approval(scene, page, n));
    let select = form.select(&category, &label).options(tickets(scene, page, n)).whole();
    html! {
        @if let Some(approval) = &approval { (select.hint(approval)) } @else { (select) }
    }
}

/// Something is to be typed or to be mended.
fn is_open(page: &RegisterPage, n: usize) -> bool {
    let parts = ["given", "family", "email", "organisation", "category", "language", EXTRA];
    name(page, n).is_empty()
        || parts.iter().any(|part| page.faults.has(&format!("{part}-{n}")))
        || page.asked.person(&page.typed.people, n).iter().any(|(_, field)| page.faults.has(field))
}

fn name(page: &RegisterPage, n: usize) -> String {
    base::name::full(page.typed.people.of("given", n).trim(), page.typed.people.of("family", n).trim())
}

fn remove(scene: Scene, page: &RegisterPage, n: usize, title: &Markup) -> Markup {
    html! {
        button."kern-btn kern-btn--tertiary attendee__remove" type="submit" name="action" value={ "remove-" (n) }
            hidden[page.typed.people.count == 1] {
            span.kern-label { (scene.t("portal-remove")) span.kern-sr-only { ": " (title) } }
        }
    }
}

fn fields(scene: Scene, form: Form, page: &RegisterPage, n: usize) -> Markup {
    let name = |part: &str| format!("{part}-{n}");
    let (given, family, email) = (name("given"), name("family"), name("email"));
    let (organisation, language) = (name("organisation"), name("language"));
    let has_own = !page.typed.people.of("organisation", n).trim().is_empty();
    html! {
        div.attendee__fields {
            (form.input(&given, &scene.t("portal-given-name")).autocomplete("off").required())
            (form.input(&family, &scene.t("portal-family-name")).autocomplete("off").required())
            (form.input(&email, &scene.t("portal-email")).email().autocomplete("off").optional())
        }
        div.form-grid {
            @if has_own { (form.input(&organisation, &scene.t("portal-organisation")).autocomplete("off").optional().whole()) }
            (choice(scene, form, page, n))
            (form.select(&language, &scene.t("portal-language")).options(languages(scene.words)))
        }
        (extras(scene, form, page, n))
        (question::person(form, page, n))
    }
}

/// What can be had, and what this person has chosen even if it cannot any more.
fn offered<'a>(page: &'a RegisterPage, n: usize) -> impl Iterator<Item = &'a Offer> {
    let chosen = page.typed.people.of("category", n);
    page.offers.iter().filter(move |offer| offer.can_be_had() || offer.slug() == chosen)
}

fn tickets(scene: Scene, page: &RegisterPage, n: usize) -> Vec<(String, String)> {
    offered(page, n).map(|offer| (offer.slug().to_owned(), ticket(scene, offer))).collect()
}

/// That staff look at registrations with these tickets before they hold: it is said before anybody has chosen.
fn approval(scene: Scene, page: &RegisterPage, n: usize) -> Option<String> {
    let (looked_at, others): (Vec<&Offer>, Vec<&Offer>) =
        offered(page, n).partition(|offer| offer.view.category.needs_approval);
    match (looked_at.is_empty(), others.is_empty()) {
        (true, _) => None,
        (false, true) => Some(scene.t("portal-approval")),
        (false, false) => {
            let names = looked_at.iter().map(|offer| offer.view.category.name.in_language(scene.words.language()));
            let names = names.collect::<Vec<_>>().join(", ");
            Some(scene.with("portal-approval-of", &[("tickets", names.into())]))
        }
    }
}

/// What can go with a ticket, a box each: "Abendessen, 45,00 €". What goes with some tickets only says so.
fn extras(scene: Scene, form: Form, page: &RegisterPage, n: usize) -> Markup {
    let ticked = |offer: &Offer| page.typed.ticked(n).any(|slug| slug == offer.slug());
    let offered: Vec<&Offer> = page.typed.extras.iter().filter(|offer| offer.can_be_had() || ticked(offer)).collect();
    let field = format!("{EXTRA}-{n}");
    let wrong = form.faults.has(&field);
    html! {
        @if !offered.is_empty() {
            fieldset."kern-fieldset"."kern-fieldset--error"[wrong] data-extras aria-describedby=[wrong.then(|| format!("{field}-error"))] {
                legend.kern-label { (scene.t("portal-extras")) }
                div.kern-fieldset__body {
                    @for (at, offer) in offered.iter().enumerate() {
                        @let id = if at == 0 { field.clone() } else { format!("{field}-{}", offer.slug()) };
                        div.kern-form-check {
                            input.kern-form-check__checkbox id=(id) type="checkbox" name=(field) value=(offer.slug()) checked[ticked(offer)];
                            label.kern-label for=(id) { (ticket(scene, offer)) @if let Some(only) = only_with(scene, page, offer) { span.muted { " " (only) } } }
                        }
                    }
                }
                @if let Some(sentence) = form.faults.sentence(&field, form.words) {
                    p.kern-error id={ (field) "-error" } {
                        span."kern-icon kern-icon--danger" aria-hidden="true" {}
                        span.kern-body { (sentence) }
                    }
                }
            }
        }
    }
}

fn only_with(scene: Scene, page: &RegisterPage, extra: &Offer) -> Option<String> {
    let with = With::of(&extra.view.category, page.offers.iter().map(|offer| &offer.view.category))?;
    let (word, tickets) = with.told();
    let names: Vec<&str> = tickets.iter().map(|ticket| ticket.name.in_language(scene.words.language())).collect();
    Some(scene.with(word, &[("tickets", names.join(", ").into())]))
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
