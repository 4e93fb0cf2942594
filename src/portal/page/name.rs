//! Correcting the name on a ticket.

use crate::page::{Scene, breadcrumb, button};
use maud::{Markup, html};
use web::form::Form;
use web::{Faults, Fields};

/// The form. `action` is where it goes, `back` the page it came from.
pub fn main(scene: Scene, action: &str, back: &str, fields: &Fields, faults: &Faults) -> Markup {
    let form = Form::new(scene.words, fields, faults);
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            (breadcrumb(scene.words, back, &scene.t("portal-back"), &scene.t("portal-change-name")))
            h1.kern-heading-x-large { (scene.t("portal-change-name")) }
            p.measure { (scene.t("portal-change-name-lead")) }
            form."stack stack--l" method="post" action=(action) novalidate {
                (form.summary())
                div.form-section {
                    div.form-grid {
                        (form.input("given", &scene.t("portal-given-name")).autocomplete("off"))
                        (form.input("family", &scene.t("portal-family-name")).autocomplete("off"))
                        (form.input("organisation", &scene.t("portal-organisation")).autocomplete("off").optional().whole())
                    }
                }
                div.cluster {
                    (form.submit(&scene.t("portal-change-name-submit")))
                    (button("tertiary", back, &scene.t("portal-keep")))
                }
            }
        }
    }
}
