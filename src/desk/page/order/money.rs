//! What an order costs, what came in, what was paid back, and its invoices.

use super::{movement, path};
use crate::form::money::{Deed, KEPT};
use crate::page::state::{Tone, state};
use base::Money;
use base::Permission::PaymentsWrite;
use locale::Words;
use maud::{Markup, html};
use payment::entity::invoice::Kind;
use payment::query::Account;
use payment::rules::Standing;
use registration::entity::order;
use web::form::Form;
use web::layout::{Section, desk_page};
use web::{Faults, Fields, Visit};

/// The panel of an order. Nothing where nothing ever cost anything.
pub(super) fn panel(visit: &Visit, order: &order::Model, account: &Account) -> Markup {
    let words = visit.words;
    let money = |cents: i64| words.money(&Money { amount: cents, currency: order.currency.clone() });
    let balance = &account.balance;
    if balance.standing() == Standing::Free && account.invoices.is_empty() && account.payments.is_empty() {
        return html! {};
    }
    let (tone, word) = standing(words, balance.standing());
    html! {
        section."panel kern-level-2" aria-labelledby="money" {
            div.panel__head {
                h2.kern-heading-small #money { (words.t("desk-money")) }
                (state(tone, &word, ""))
            }
            dl."key-values key-values--start" {
                div { dt { (words.t("desk-money-total")) } dd.number { (money(balance.total)) } }
                div { dt { (words.t("desk-money-paid")) } dd.number { (money(balance.paid)) } }
                @if balance.refunded > 0 { div { dt { (words.t("desk-money-refunded")) } dd.number { (money(balance.refunded)) } } }
                @if balance.open() > 0 { div { dt { (words.t("desk-money-open")) } dd.number { strong { (money(balance.open())) } } } }
                @if balance.open() < 0 { div { dt { (words.t("desk-money-over")) } dd.number { strong { (money(-balance.open())) } } } }
                @if let Some(due) = order.payment_due_at.filter(|_| balance.open() > 0) {
                    div { dt { (words.t("desk-money-due")) } dd { (words.date(due, visit.zone())) } }
                }
            }
            @if visit.may(PaymentsWrite) {
                div."cluster cluster--s" {
                    @if balance.total > 0 || balance.kept() > 0 {
                        a."kern-btn kern-btn--secondary kern-btn--x-small" href={ (path(visit, order)) "/money?deed=payment" } { span.kern-label { (words.t("desk-money-note-payment")) } }
                    }
                    @if balance.kept() > 0 {
                        a."kern-btn kern-btn--tertiary kern-btn--x-small" href={ (path(visit, order)) "/money?deed=refund" } { span.kern-label { (words.t("desk-money-note-refund")) } }
                    }
                }
            }
            (movement::list(visit, order, account))
            (invoices(visit, order, account))
        }
    }
}

/// How it stands, in a word and its tone.
pub fn standing(words: Words, standing: Standing) -> (Tone, String) {
    let (tone, key) = match standing {
        Standing::Free => (Tone::Off, "desk-money-standing-free"),
        Standing::Open => (Tone::Wait, "desk-money-standing-open"),
        Standing::Part => (Tone::Wait, "desk-money-standing-part"),
        Standing::Paid => (Tone::Ok, "desk-money-standing-paid"),
        Standing::Over => (Tone::Bad, "desk-money-standing-over"),
    };
    (tone, words.t(key))
}

fn invoices(visit: &Visit, order: &order::Model, account: &Account) -> Markup {
    let words = visit.words;
    let slug = visit.congress.as_ref().map(|congress| congress.slug.as_str()).unwrap_or_default();
    html! {
        @if !account.invoices.is_empty() {
            h3.kern-heading-small { (words.t("desk-money-invoices")) }
            ul."row-list row-list--bare" {
                @for invoice in &account.invoices {
                    li {
                        a href=(address::desk::OrderInvoice::new(slug, &order.code, &invoice.number).path()) { (invoice.number) " (PDF)" }
                        span.sub {
                            (words.t(if invoice.kind == Kind::Invoice { "payment-invoice" } else { "payment-cancellation-invoice" }))
                            " · " (words.money(&Money { amount: invoice.gross_cents, currency: invoice.currency.clone() }))
                            " · " (words.date(invoice.issued_at, visit.zone()))
                        }
                    }
                }
            }
            @if visit.may(PaymentsWrite) && account.stands() {
                form method="post" action={ (path(visit, order)) "/invoices" } {
                    button."kern-btn kern-btn--tertiary kern-btn--x-small" type="submit" { span.kern-label { (words.t("desk-money-renew")) } }
                }
                p."fine muted" { (words.t("desk-money-renew-hint")) }
            }
        }
    }
}

/// The form for money that came in, or was paid back.
pub fn form(
    visit: &Visit,
    order: &order::Model,
    account: &Account,
    deed: Deed,
    fields: &Fields,
    faults: &Faults,
) -> Markup {
    let words = visit.words;
    let title = words.t(if deed == Deed::Payment { "desk-money-note-payment" } else { "desk-money-note-refund" });
    let money = |cents: i64| words.money(&Money { amount: cents, currency: order.currency.clone() });
    let open = account.balance.open();
    let form = Form::new(words, fields, faults);
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(path(visit, order)) { (words.with("desk-order", &[("code", (&order.code).into())])) } }
                h1.kern-heading-large { (title) }
                @if deed == Deed::Payment && open > 0 { p.muted { (words.with("desk-money-is-open", &[("amount", money(open).into())])) } }
                @if deed == Deed::Refund { p.muted { (words.with("desk-money-is-kept", &[("amount", money(account.balance.kept()).into())])) } }
            }
        }
        form."panel kern-level-2 stack stack--l" method="post" novalidate aria-label=(title) {
            (form.summary())
            (form.hidden("deed"))
            (form.once())
            // As it is now, also where the form comes back: who sends it again has seen it.
            input type="hidden" name=(KEPT) value=(account.balance.kept());
            div.form-grid {
                (form.input("amount", &words.with("desk-money-amount", &[("currency", (&order.currency).into())])).required())
                (form.input("day", &words.t("desk-money-day")).day().required())
            }
            (form.select("method", &words.t("desk-money-method"))
                .option("transfer", words.t("desk-money-method-transfer"))
                .option("cash", words.t("desk-money-method-cash"))
                .option("other", words.t("desk-money-method-other")))
            (form.input("reference", &words.t("desk-money-reference")).hint(&words.t("desk-money-reference-hint")).optional())
            (form.input("note", &words.t("desk-note")).optional())
            div.cluster {
                (form.submit(&title))
                a."kern-btn kern-btn--tertiary" href=(path(visit, order)) { span.kern-label { (words.t("desk-money-back")) } }
            }
        }
    };
    desk_page(visit, Section::Orders, &title, main)
}
