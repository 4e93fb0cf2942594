//! Handing a ticket on: who is to come instead, and the page on which they take it over.

use crate::page::{Scene, breadcrumb, button, line};
use base::{Language, Time};
use maud::{Markup, html};
use registration::query::attendee::AttendeeView;
use registration::query::substitution::Asked;
use ticketing::entity::category::Place;
use web::form::Form;
use web::{Faults, Fields};

/// On the card of a ticket: who was asked, and the button that takes it back. `path`: where one names somebody.
pub fn waiting(scene: Scene, asked: &Asked, path: &str) -> Markup {
    let args =
        [("address", (&asked.address).into()), ("when", scene.words.date_time(asked.until, scene.zone()).into())];
    html! {
        div."stack stack--s" {
            (line("info", &scene.with("portal-substitute-waiting", &args)))
            form method="post" action=(address::below(path, "withdrawal")) {
                button."kern-btn kern-btn--secondary kern-btn--x-small" type="submit" {
                    span.kern-label { (scene.t("portal-substitute-withdraw")) }
                }
            }
        }
    }
}

/// Asks who is to come instead. `action` is where it goes, `back` the page it came from.
pub fn ask(scene: Scene, ticket: &AttendeeView, action: &str, back: &str, fields: &Fields, faults: &Faults) -> Markup {
    let form = Form::new(scene.words, fields, faults);
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            (breadcrumb(scene.words, back, &scene.t("portal-back"), &scene.t("portal-substitute")))
            h1.kern-heading-x-large { (scene.t("portal-substitute-title")) }
            (what(scene, ticket))
            p.measure { (scene.t("portal-substitute-lead")) }
            form."stack stack--l" method="post" action=(action) novalidate {
                (form.summary())
                div.form-section {
                    div.form-grid {
                        (form.input("email", &scene.t("portal-substitute-email")).email().autocomplete("off").required())
                        (form.select("language", &scene.t("portal-language")).options(languages(scene)))
                    }
                }
                div.cluster {
                    (form.submit(&scene.t("portal-substitute-submit")))
                    (button("tertiary", back, &scene.t("portal-keep")))
                }
            }
        }
    }
}

/// Where who was named takes over the ticket, until then.
pub fn take_over(
    scene: Scene,
    ticket: &AttendeeView,
    until: Time,
    action: &str,
    fields: &Fields,
    faults: &Faults,
) -> Markup {
    let form = Form::new(scene.words, fields, faults);
    let when = scene.words.date_time(until, scene.zone());
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            h1.kern-heading-x-large { (scene.t("portal-take-over-title")) }
            p.measure dir="auto" { (scene.with("portal-take-over-lead", &[("name", ticket.name().into()), ("when", when.into())])) }
            (what(scene, ticket))
            dl."key-values key-values--start" {
                div {
                    dt { (scene.t("portal-when")) }
                    dd { (scene.words.span(scene.congress.starts_at, scene.congress.ends_at, scene.zone())) }
                }
                @if ticket.category.place == Place::Online {
                    div { dt { (scene.t("portal-where")) } dd { (scene.t("registration-ticket-online")) } }
                } @else if !scene.congress.place.is_empty() {
                    div { dt { (scene.t("portal-where")) } dd { (scene.text(&scene.congress.place)) } }
                }
            }
            form."stack stack--l" method="post" action=(action) novalidate {
                (form.summary())
                div.form-section {
                    div.form-grid {
                        (form.input("given", &scene.t("portal-given-name")).autocomplete("given-name"))
                        (form.input("family", &scene.t("portal-family-name")).autocomplete("family-name"))
                        (form.input("organisation", &scene.t("portal-organisation")).autocomplete("organization").optional())
                        (form.select("language", &scene.t("portal-language")).options(languages(scene)))
                    }
                    p."fine muted" { (scene.t("portal-take-over-privacy")) }
                }
                div.cluster { (form.submit(&scene.t("portal-take-over-submit"))) }
            }
        }
    }
}

/// There is nothing to take over any more. `confirmed`: because that was done.
pub fn ended(scene: Scene, confirmed: bool) -> Markup {
    match confirmed {
        true => told(scene, "portal-taken-over-title", "portal-taken-over"),
        false => told(scene, "portal-take-over-ended-title", "portal-take-over-ended"),
    }
}

/// Somebody has taken it over under another name: the one that was typed now is not taken.
pub fn taken(scene: Scene) -> Markup {
    told(scene, "portal-taken-over-title", "portal-taken-over-other")
}

fn told(scene: Scene, title: &str, sentence: &str) -> Markup {
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            h1.kern-heading-x-large { (scene.t(title)) }
            p.measure { (scene.t(sentence)) }
            p { a href=(address::Congress::new(&scene.congress.slug).path()) { (scene.t("portal-to-congress")) } }
        }
    }
}

/// Which ticket.
fn what(scene: Scene, ticket: &AttendeeView) -> Markup {
    html! {
        ul.row-list {
            li {
                strong { (scene.text(ticket.category_name())) }
                p.muted { (scene.t("portal-ticket")) " " span.code { (ticket.number) } " · " span dir="auto" { (ticket.name()) } }
            }
        }
    }
}

fn languages(scene: Scene) -> Vec<(String, String)> {
    Language::ALL.map(|language| (language.to_string(), scene.t(&format!("portal-language-{language}")))).to_vec()
}
