//! Giving tickets back: the page before the button.

use crate::page::{Scene, breadcrumb, button};
use crate::query::order::Ticket;
use maud::{Markup, html};
use web::form::Form;
use web::{Faults, Fields};

/// What ends, and the button that ends it. `whole`: the order's last ones, so the order too.
pub fn main(scene: Scene, action: &str, back: &str, tickets: &[&Ticket], whole: bool) -> Markup {
    let (fields, faults) = (Fields::new(), Faults::new());
    let form = Form::new(scene.words, &fields, &faults);
    let title = scene.t(if whole { "portal-order-cancel" } else { "portal-cancel-title" });
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            (breadcrumb(scene.words, back, &scene.t("portal-back"), &title))
            h1.kern-heading-x-large { (title) }
            p.measure { (scene.with("portal-cancel-lead", &[("count", tickets.len().into())])) }
            ul.row-list {
                @for ticket in tickets {
                    li {
                        strong dir="auto" { (ticket.view.name()) }
                        p.muted { (scene.text(ticket.view.category_name())) " · " span.code { (ticket.view.number) } }
                    }
                }
            }
            form."stack stack--l" method="post" action=(action) {
                div.form-section { (form.input("reason", &scene.t("portal-cancel-reason")).optional().autocomplete("off")) }
                div.cluster {
                    button."kern-btn kern-btn--primary" type="submit" {
                        span.kern-label { (scene.with("portal-cancel-submit", &[("count", tickets.len().into())])) }
                    }
                    (button("tertiary", back, &scene.t("portal-keep-tickets")))
                }
            }
        }
    }
}
