//! The way in: asking for a link, and the page behind it.

use super::{part, profile};
use crate::form::profile::wording;
use congress::entity::topic;
use maud::{Markup, html};
use web::form::Form;
use web::scene::{Scene, line};
use web::{Faults, Fields};

/// Asks for the link.
pub fn ask(scene: Scene, fields: &Fields, faults: &Faults) -> Markup {
    let form = Form::new(scene.words, fields, faults);
    let body = html! {
        form."stack stack--l" method="post" action=(address::networking::Entrance::new(&scene.congress.slug).path()) novalidate {
            (form.summary())
            div.form-grid { (form.input("email", &scene.t("portal-email")).email().autocomplete("email").required()) }
            (form.hidden("next"))
            div { (form.submit(&scene.t("network-entrance-submit"))) }
        }
        p."fine muted measure" { (scene.t("network-entrance-note")) }
    };
    part::below(scene, &scene.t("network-entrance"), Some(&scene.t("network-entrance-lead")), body)
}

/// The same whether the address is known or not.
pub fn sent(scene: Scene) -> Markup {
    let body = html! {
        (line("success", &scene.t("network-entrance-sent-line")))
        p.measure { (scene.t("network-entrance-sent-known")) }
    };
    part::below(scene, &scene.t("network-entrance-sent"), None, body)
}

/// From "my congress": where the link goes.
pub fn by_ticket(scene: Scene, address: &str, path: &str) -> Markup {
    let lead = scene.with("network-entrance-ticket", &[("address", address.into())]);
    let body = html! {
        div { (part::press(path, "primary", &scene.t("network-entrance-submit"), &[])) }
        p."fine muted measure" { (scene.t("network-entrance-ticket-note")) }
    };
    part::below(scene, &scene.t("network-entrance"), Some(&lead), body)
}

/// Behind the link of somebody who is in the directory: opening it changes nothing.
pub fn come_back(scene: Scene, name: &str, (path, next): (&str, &str)) -> Markup {
    let body = html! {
        div { (part::press(path, "primary", &scene.t("network-entrance-go"), &[("next", next)])) }
        p."fine muted measure" { (scene.t("network-entrance-device")) }
    };
    part::below(scene, &scene.with("network-entrance-hello", &[("name", name.into())]), None, body)
}

/// Behind the link of somebody who takes part and is not in the directory yet.
pub fn join(
    scene: Scene,
    path: &str,
    (fields, faults): (&Fields, &Faults),
    topics: &[(topic::Model, usize)],
    days: &[chrono::NaiveDate],
) -> Markup {
    let form = Form::new(scene.words, fields, faults);
    let body = html! {
        form."stack stack--l" method="post" action=(path) novalidate {
            (form.summary())
            (form.hidden("next"))
            (profile::sections(scene, form, fields, topics, days))
            section.stack aria-labelledby="einwilligung" {
                h2.kern-heading-medium #einwilligung { (scene.t("network-agree")) }
                (form.checkbox("agree", html! { (wording(scene.words, &scene.congress.name)) }).required())
                p."fine muted measure" { (scene.t("network-agree-note")) }
            }
            div { (form.submit(&scene.t("network-join"))) }
        }
    };
    part::below(scene, &scene.t("network-join-title"), Some(&scene.t("network-join-lead")), body)
}

/// Somebody who takes no part.
pub fn not_yet(scene: Scene) -> Markup {
    let body = html! {
        (line("info", &scene.t("network-error-ticket")))
        p { a href=(address::Congress::new(&scene.congress.slug).path()) { (scene.t("portal-to-congress")) } }
    };
    part::below(scene, &scene.t("network-entrance"), None, body)
}
