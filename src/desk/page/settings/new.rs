//! A congress from nothing.

use maud::{Markup, html};
use web::form::Form;
use web::layout::plain_page;
use web::{Faults, Fields, Visit};

pub fn form(visit: &Visit, fields: &Fields, faults: &Faults) -> Markup {
    let words = visit.words;
    let t = |key: &str| words.t(key);
    let form = Form::new(words, fields, faults);
    let title = t("desk-settings-new");
    let main = html! {
        div."wrap wrap--text band stack stack--l" {
            div."stack stack--s" {
                h1.kern-heading-x-large { (title) }
                p.measure { (t("desk-settings-new-lead")) }
            }
            form.form-section method="post" novalidate {
                (form.summary())
                (form.once())
                (super::pair(form, "name", "desk-settings-name", None, true))
                div.form-grid {
                    (form.input("from", &t("desk-settings-from")).day().required())
                    (form.input("to", &t("desk-settings-to")).day().hint(&t("desk-settings-to-hint")).optional())
                }
                (super::pair(form, "place", "desk-settings-place", Some("desk-settings-place-hint"), false))
                (form.input("slug", &t("desk-settings-slug")).hint(&t("desk-settings-new-slug-hint")).optional())
                (form.input("zone", &t("desk-settings-zone")).hint(&t("desk-settings-zone-hint")).required())
                (form.submit(&t("desk-settings-new-submit")))
            }
        }
    };
    plain_page(visit, &title, main)
}
