//! Who ordered, what it costs, and their way in.

use super::path;
use crate::page::money::owed;
use crate::query::order::OrderDetail;
use base::Permission::OrdersWrite;
use maud::{Markup, html};
use registration::entity::order::BuyerKind;
use registration::form::Billing;
use web::Visit;

pub(super) fn panel(visit: &Visit, detail: &OrderDetail) -> Markup {
    let words = visit.words;
    let order = &detail.view.order;
    html! {
        section."panel kern-level-2" aria-labelledby="buyer" {
            div.panel__head {
                h2.kern-heading-small #buyer { (words.t("desk-buyer")) }
                @if visit.may(OrdersWrite) {
                    a.fine href={ (path(visit, order)) "/buyer" } { (words.t("desk-hand-edit")) span.kern-sr-only { ": " (order.buyer_name) } }
                }
            }
            dl."key-values key-values--start" {
                div { dt { (words.t("desk-name")) } dd { (order.buyer_name) } }
                @if !order.buyer_organisation.is_empty() {
                    div { dt { (words.t("desk-column-organisation")) } dd { (order.buyer_organisation) } }
                }
                div { dt { (words.t("desk-buyer-kind")) } dd { (words.t(kind(order.buyer_kind))) } }
                div { dt { (words.t("desk-email")) } dd { a href=(crate::page::mailbox::path(visit, order.mailbox_id)) { (detail.view.buyer_address) } } }
                div { dt { (words.t("desk-language")) } dd { (locale::Words::new(language(&order.language)).t("web-language-name")) } }
                @let (amount, back) = owed(words, order, &detail.account.balance);
                div { dt { (words.t("desk-column-amount")) } dd { (amount) @if let Some(back) = back { ", " (back) } } }
                @for (name, value) in Billing::from(order).parts().into_iter().filter(|part| !part.1.is_empty() && *part != ("country", "DE")) {
                    div { dt { (words.t(&format!("billing-{name}"))) } dd { (value) } }
                }
            }
            @if !order.notify { p."fine muted" { (words.t("desk-silent")) } }
            @if let Some(link) = &detail.link {
                div.kern-form-input {
                    label.kern-label for="link" { (words.t("desk-link")) }
                    p.kern-hint #link-hint { (words.t("desk-link-hint")) }
                    input."kern-form-input__input code" #link type="text" readonly value=(link) aria-describedby="link-hint";
                    p { a."kern-btn kern-btn--secondary kern-btn--x-small" href={ (path(visit, order)) "/link" } { span.kern-label { (words.t("desk-hand-link-word")) } } }
                }
            }
        }
    }
}

fn language(tag: &str) -> base::Language {
    tag.parse().unwrap_or_default()
}

fn kind(kind: BuyerKind) -> &'static str {
    match kind {
        BuyerKind::Person => "desk-buyer-person",
        BuyerKind::Business => "desk-buyer-business",
        BuyerKind::PublicBody => "desk-buyer-public-body",
    }
}
