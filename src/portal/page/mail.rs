//! Sending the mails again: the page before the button.

use crate::page::{Scene, breadcrumb, button};
use maud::{Markup, html};
use web::form::submit;

/// To whom. Only the holder of the link sees this page, and the addresses are of their order.
pub fn main(scene: Scene, action: &str, back: &str, addresses: &[&str]) -> Markup {
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            (breadcrumb(scene.words, back, &scene.t("portal-back"), &scene.t("portal-send-again")))
            h1.kern-heading-x-large { (scene.t("portal-send-again")) }
            p.measure { (scene.t("portal-send-again-lead")) }
            ul.row-list { @for address in addresses { li dir="auto" { (address) } } }
            form.cluster method="post" action=(action) {
                (submit(&scene.t("portal-send-again-submit")))
                (button("tertiary", back, &scene.t("portal-back")))
            }
        }
    }
}
