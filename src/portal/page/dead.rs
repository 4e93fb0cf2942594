//! An address in an order from which mails come back: that it is so, and the form for another.

use crate::page::{Scene, breadcrumb, button};
use crate::query::order::{DeadAddress, OrderPage};
use maud::{Markup, html};
use web::form::Form;
use web::{Faults, Fields};

/// Which tickets do not arrive, since when and why. `path`: of the form, by the attendee's position.
pub fn notice(scene: Scene, page: &OrderPage, path: &dyn Fn(&DeadAddress) -> String) -> Markup {
    html! {
        @for dead in &page.dead {
            div."kern-alert kern-alert--warning" role="note" {
                div.kern-alert__header {
                    span."kern-icon kern-icon--warning" aria-hidden="true" {}
                    span.kern-title { (scene.with("portal-dead-address", &[("name", (&dead.name).into())])) }
                }
                div.kern-alert__body {
                    p.kern-body {
                        (scene.with("portal-dead-since", &[
                            ("to", (&dead.known.address).into()),
                            ("date", scene.words.date(dead.known.last.at, scene.zone()).into()),
                        ]))
                        @if let Some(trouble) = dead.known.last.trouble { " " (scene.t(&format!("post-trouble-{}", trouble.name()))) }
                    }
                    p { a href=(path(dead)) { (scene.t("portal-dead-mend")) span.kern-sr-only { ": " (dead.name) } } }
                }
            }
        }
    }
}

/// Asks for another address. `action` is where it goes, `back` the page it came from.
pub fn form(
    scene: Scene,
    action: &str,
    back: &str,
    dead: &DeadAddress,
    (fields, faults): (&Fields, &Faults),
) -> Markup {
    let form = Form::new(scene.words, fields, faults);
    let title = scene.t("portal-new-address");
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            (breadcrumb(scene.words, back, &scene.t("portal-back"), &title))
            h1.kern-heading-x-large { (title) }
            p.measure { (scene.with("portal-new-address-lead", &[("name", (&dead.name).into()), ("to", (&dead.known.address).into())])) }
            form."stack stack--l" method="post" action=(action) novalidate {
                (form.summary())
                (form.input("email", &scene.t("portal-email")).email().required())
                div.cluster {
                    (form.submit(&scene.t("portal-new-address-submit")))
                    (button("tertiary", back, &scene.t("portal-keep")))
                }
            }
        }
    }
}
