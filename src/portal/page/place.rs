//! Taking a place that has no name yet.

use crate::page::register::consent_box;
use crate::page::{Scene, breadcrumb, button, line};
use base::{Language, Text};
use maud::{Markup, html};
use web::form::Form;
use web::{Faults, Fields};

/// The form for whoever the place was passed on to. It names nobody else of the order.
pub fn take(scene: Scene, action: &str, ticket: &Text, fields: &Fields, faults: &Faults) -> Markup {
    let form = Form::new(scene.words, fields, faults);
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            h1.kern-heading-x-large { (scene.t("portal-place-title")) }
            p.measure { (scene.t("portal-place-lead")) }
            dl."key-values key-values--start" {
                div { dt { (scene.t("portal-ticket")) } dd { (scene.text(ticket)) } }
                div { dt { (scene.t("portal-when")) } dd {
                    (scene.words.span(scene.congress.starts_at, scene.congress.ends_at, scene.zone()))
                } }
            }
            form."stack stack--l" method="post" action=(action) novalidate {
                (form.summary())
                div.form-section {
                    (person(scene, form, true))
                    div.kern-fieldset__body { (consent_box(scene, form)) }
                }
                div.cluster { (form.submit(&scene.t("portal-place-submit"))) }
            }
        }
    }
}

/// The same for who ordered: they may type the name, and leave the address to themselves.
pub fn name(scene: Scene, action: &str, back: &str, fields: &Fields, faults: &Faults) -> Markup {
    let form = Form::new(scene.words, fields, faults);
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            (breadcrumb(scene.words, back, &scene.t("portal-back"), &scene.t("portal-name-place")))
            h1.kern-heading-x-large { (scene.t("portal-name-place")) }
            p.measure { (scene.t("portal-name-place-lead")) }
            form."stack stack--l" method="post" action=(action) novalidate {
                (form.summary())
                div.form-section { (person(scene, form, false)) }
                div.cluster {
                    (form.submit(&scene.t("portal-name-place-submit")))
                    (button("tertiary", back, &scene.t("portal-keep")))
                }
            }
        }
    }
}

fn person(scene: Scene, form: Form, own: bool) -> Markup {
    let languages =
        Language::ALL.map(|language| (language.to_string(), scene.t(&format!("portal-language-{language}"))));
    let (given, family, email) = (scene.t("portal-given-name"), scene.t("portal-family-name"), scene.t("portal-email"));
    let complete = |what: &'static str| if own { what } else { "off" };
    let email = form.input("email", &email).email().autocomplete(complete("email")).whole();
    html! {
        div.form-grid {
            (form.input("given", &given).autocomplete(complete("given-name")))
            (form.input("family", &family).autocomplete(complete("family-name")).required())
            @if own { (email.required()) } @else { (email.optional()) }
            (form.input("organisation", &scene.t("portal-organisation")).autocomplete("off").optional().whole())
            (form.select("language", &scene.t("portal-language")).options(languages.to_vec()))
        }
    }
}

/// Somebody has it: who, is not said.
pub fn taken(scene: Scene) -> Markup {
    html! {
        div."wrap wrap--text band--tight stack" {
            h1.kern-heading-x-large { (scene.t("portal-place-taken")) }
            (line("info", &scene.t("portal-place-taken-sentence")))
            p { a href=(address::Congress::new(&scene.congress.slug).path()) { (scene.t("portal-to-congress")) } }
        }
    }
}
