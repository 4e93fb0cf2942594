//! What an order costs, how to pay, and its invoices.

use crate::page::Scene;
use crate::query::order::OrderPage;
use base::Money;
use maud::{Markup, html};
use payment::document::{in_fours, reference};
use payment::query::standing;
use payment::rules::Standing;

/// Nothing where nothing ever cost anything. `invoice` gives the address of one by its number.
pub fn section(scene: Scene, page: &OrderPage, invoice: &dyn Fn(&str) -> String) -> Markup {
    let (order, account) = (&page.view.order, &page.account);
    let balance = &account.balance;
    if balance.standing() == Standing::Free && account.invoices.is_empty() {
        return html! {};
    }
    let money = |cents: i64| scene.words.money(&Money { amount: cents, currency: order.currency.clone() });
    let waived: i64 = page.view.held().map(|view| view.attendee.waived_cents).sum();
    let to_pay = standing(account.invoices.clone()).filter(|_| balance.open() > 0);
    html! {
        section."stack stack--s" aria-labelledby="money" {
            h2.kern-heading-small #money { (scene.t("portal-money")) }
            dl."key-values key-values--start" {
                @if waived > 0 {
                    div { dt { (scene.with("portal-voucher-waived", &[("code", (&order.voucher).into())])) } dd { "−" (money(waived)) } }
                }
                @if balance.open() > 0 {
                    div { dt { (scene.t("portal-money-open")) } dd { strong { (money(balance.open())) } } }
                    @if let Some(due) = order.payment_due_at {
                        div { dt { (scene.t("portal-money-due")) } dd { (scene.words.date(due, scene.zone())) } }
                    }
                    @if let Some(invoice) = &to_pay {
                        div { dt { (scene.t("portal-money-account-holder")) } dd { (invoice.content.account_holder) } }
                        div { dt { "IBAN" } dd.code { (in_fours(&invoice.content.iban)) } }
                        div { dt { (scene.t("portal-money-reference")) } dd.code { (reference(invoice)) } }
                    }
                } @else if balance.open() < 0 {
                    div { dt { (scene.t("portal-money-over")) } dd { strong { (money(-balance.open())) } } }
                } @else {
                    div { dt { (scene.t("portal-money-paid")) } dd { (money(balance.kept())) } }
                }
            }
            @if !account.invoices.is_empty() {
                ul.row-list {
                    @for one in &account.invoices {
                        li { a href=(invoice(&one.number)) { (scene.with(word(one), &[("number", (&one.number).into())])) } }
                    }
                }
            }
        }
    }
}

fn word(invoice: &payment::entity::invoice::Model) -> &'static str {
    match invoice.kind {
        payment::entity::invoice::Kind::Invoice => "portal-money-invoice",
        payment::entity::invoice::Kind::Cancellation => "portal-money-cancellation-invoice",
    }
}
