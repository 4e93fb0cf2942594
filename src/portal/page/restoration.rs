//! Taking a ticket again that was given back: the page before the button.

use crate::page::{Scene, breadcrumb, button};
use crate::query::order::Ticket;
use maud::{Markup, html};
use web::form::submit;

/// `action` is where it goes, `back` the page it came from.
pub fn main(scene: Scene, action: &str, back: &str, ticket: &Ticket) -> Markup {
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            (breadcrumb(scene.words, back, &scene.t("portal-back"), &scene.t("portal-restore")))
            h1.kern-heading-x-large { (scene.t("portal-restore-title")) }
            p.measure { (scene.t("portal-restore-lead")) }
            ul.row-list {
                li {
                    strong dir="auto" { (ticket.view.name()) }
                    p.muted { (scene.text(ticket.view.category_name())) " · " span.code { (ticket.view.number) } }
                }
            }
            form.cluster method="post" action=(action) {
                (submit(&scene.t("portal-restore-submit")))
                (button("tertiary", back, &scene.t("portal-back")))
            }
        }
    }
}
