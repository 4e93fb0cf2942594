//! Who pays, and who orders.

use super::{RegisterPage, question};
use crate::page::Scene;
use maud::{Markup, html};
use web::form::Form;

/// The body that the order is for.
pub(super) fn section(scene: Scene, form: Form, page: &RegisterPage) -> Markup {
    let costs = page.offers.iter().chain(&page.typed.extras).any(|offer| offer.view.costs());
    let heading = scene.t(if costs { "portal-register-payer" } else { "portal-register-whom" });
    let kinds = ["public_body", "business", "person"].map(|kind| {
        let word = scene.t(&format!("portal-buyer-{}", kind.replace('_', "-")));
        (kind, word, scene.t(&format!("portal-buyer-{}-means", kind.replace('_', "-"))))
    });
    let choices =
        kinds.into_iter().fold(form.choices("buyer", &heading), |c, (kind, word, means)| c.option(kind, word, means));
    html! {
        section.form-section aria-labelledby="wer" {
            h2.kern-heading-medium #wer { "1. " (heading) }
            (choices)
            div.form-grid {
                (form.input("organisation", &scene.t("portal-organisation"))
                    .hint(&scene.t("portal-organisation-hint"))
                    .autocomplete("organization")
                    .whole())
            }
            @if costs { (billing(scene, form)) }
        }
    }
}

/// Where an invoice goes: asked only where something is sold. Private persons may leave it out.
fn billing(scene: Scene, form: Form) -> Markup {
    html! {
        fieldset.kern-fieldset {
            legend.kern-label { (scene.t("billing-title")) }
            p.kern-hint { (scene.t("billing-hint")) }
            div.form-grid {
                (form.input("buyer-billing-street", &scene.t("billing-street")).autocomplete("address-line1").optional().whole())
                (form.input("buyer-billing-postcode", &scene.t("billing-postcode")).autocomplete("postal-code").optional())
                (form.input("buyer-billing-town", &scene.t("billing-town")).autocomplete("address-level2").optional())
                (form.input("buyer-billing-country", &scene.t("billing-country")).hint(&scene.t("billing-country-hint")).optional())
                (form.input("buyer-billing-vat-id", &scene.t("billing-vat-id")).hint(&scene.t("billing-vat-id-hint")).optional())
                (form.input("buyer-billing-leitweg-id", &scene.t("billing-leitweg-id")).hint(&scene.t("billing-leitweg-id-hint")).optional())
                (form.input("buyer-billing-purchase-order", &scene.t("billing-purchase-order")).hint(&scene.t("billing-purchase-order-hint")).optional())
                (form.input("buyer-billing-cost-centre", &scene.t("billing-cost-centre")).optional())
            }
        }
    }
}

/// The one who fills in the form.
pub(super) fn person(scene: Scene, form: Form, page: &RegisterPage) -> Markup {
    html! {
        section.form-section aria-labelledby="besteller" {
            h2.kern-heading-medium #besteller { "2. " (scene.t("portal-register-buyer")) }
            p.muted { (scene.t("portal-register-buyer-hint")) }
            div.form-grid {
                (form.input("buyer-name", &scene.t("portal-name")).autocomplete("name").required())
                (form.input("buyer-email", &scene.t("portal-email")).email().autocomplete("email").required())
            }
            (form.checkbox("self", html! { (scene.t("portal-register-self")) }))
            (question::once(form, page))
        }
    }
}
