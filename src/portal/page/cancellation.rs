//! Giving tickets back: which ones, and the page before the button.

use crate::page::{Scene, breadcrumb, button, change};
use crate::query::order::Ticket;
use base::Money;
use maud::{Markup, html};
use payment::rules::Balance;
use web::form::{Form, Seen};
use web::{Faults, Fields};

/// Which tickets of an order. `missed`: none was ticked.
pub fn choose(scene: Scene, action: &str, back: &str, tickets: &[&Ticket], missed: bool) -> Markup {
    let (fields, mut faults) = (Fields::new(), Faults::new());
    if missed {
        faults.add("position", "portal-cancel-none");
    }
    let form = Form::new(scene.words, &fields, &faults);
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            (breadcrumb(scene.words, back, &scene.t("portal-back"), &scene.t("portal-cancel-some")))
            h1.kern-heading-x-large { (scene.t("portal-cancel-some")) }
            form."stack stack--l" method="get" action=(action) {
                (form.summary())
                fieldset."kern-fieldset"."kern-fieldset--error"[missed] {
                    legend.kern-label { (scene.t("portal-cancel-which")) }
                    div.kern-fieldset__body {
                        @for (at, ticket) in tickets.iter().enumerate() {
                            @let position = ticket.view.attendee.position.to_string();
                            @let id = if at == 0 { "position".to_owned() } else { format!("position-{position}") };
                            div.kern-form-check {
                                input.kern-form-check__checkbox id=(id) type="checkbox" name="position" value=(position);
                                label.kern-label for=(id) {
                                    span dir="auto" { (ticket.view.name()) } " "
                                    span.muted { (scene.text(ticket.view.category_name())) " · " span.code { (ticket.view.number) } }
                                }
                            }
                        }
                    }
                }
                // What was ticked before stays unticked: a missing tick is told, not guessed.
                input type="hidden" name="chosen" value="yes";
                div.cluster {
                    button."kern-btn kern-btn--primary" type="submit" { span.kern-label { (scene.t("portal-cancel-next")) } }
                    (button("tertiary", back, &scene.t("portal-keep-tickets")))
                }
            }
            @if tickets.len() > 1 {
                p { a href=(address::with_query(action, &[("all", "yes")])) { (scene.t("portal-order-cancel")) } }
            }
        }
    }
}

/// The money of the order as it is, how much less it costs without the tickets, and in which currency.
pub struct Cost<'a> {
    pub balance: &'a Balance,
    pub less: i64,
    pub currency: &'a str,
}

/// What ends, and the button that ends it. `whole`: nothing of the order is left.
pub fn main(
    scene: Scene,
    (action, back): (&str, &str),
    tickets: &[&Ticket],
    whole: bool,
    money: Option<&Cost>,
    seen: Option<&Seen>,
) -> Markup {
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
            @if let Some(money) = money { (consequence(scene, money)) }
            form."stack stack--l" method="post" action=(action) {
                @if let Some(seen) = seen {
                    (form.seen(seen))
                    @for ticket in tickets { input type="hidden" name="position" value=(ticket.view.attendee.position); }
                }
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

/// What it means for the money: nothing where the tickets cost nothing.
fn consequence(scene: Scene, money: &Cost) -> Markup {
    if money.less == 0 {
        return html! {};
    }
    let of = |amount: i64| scene.words.money(&Money { amount, currency: money.currency.to_owned() });
    let after = Balance { total: money.balance.total - money.less, ..*money.balance };
    html! {
        dl."key-values key-values--start" {
            div { dt { (scene.t("portal-change-total-before")) } dd { (of(money.balance.total)) } }
            div { dt { (scene.t("portal-change-total-after")) } dd { (of(after.total)) } }
        }
        (change::money(scene, &after, money.currency))
    }
}
