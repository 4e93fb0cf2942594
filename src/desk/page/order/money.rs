//! What an order costs, what came in, what was paid back, and its invoices.

use super::path;
use crate::form::money::Deed;
use crate::page::state::{Tone, state};
use base::Permission::PaymentsWrite;
use base::{Money, Uuid};
use chrono::NaiveDate;
use locale::Words;
use maud::{Markup, html};
use payment::entity::invoice::Kind;
use payment::entity::payment::{self as table, Method};
use payment::entity::refund;
use payment::query::Account;
use payment::rules::Standing;
use registration::entity::order;
use web::form::{Form, once};
use web::layout::{Section, desk_page};
use web::{Faults, Fields, Visit};

/// The panel of an order. Nothing where nothing ever cost anything.
pub(super) fn panel(visit: &Visit, order: &order::Model, account: &Account, once: Uuid) -> Markup {
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
            (movements(visit, order, account))
            (invoices(visit, order, account, once))
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

/// A line of money that moved.
struct Movement<'a> {
    id: Uuid,
    deed: Deed,
    cents: i64,
    method: Method,
    day: NaiveDate,
    reference: &'a str,
    note: &'a str,
    withdrawn: Option<&'a str>,
}

fn movements(visit: &Visit, order: &order::Model, account: &Account) -> Markup {
    let words = visit.words;
    let came = account.payments.iter().map(|p| Movement {
        id: p.id,
        deed: Deed::Payment,
        cents: p.cents,
        method: p.method,
        day: p.received_on,
        reference: &p.reference,
        note: &p.note,
        withdrawn: (p.state == table::State::Withdrawn).then_some(p.withdrawn_why.as_str()),
    });
    let went = account.refunds.iter().map(|r| Movement {
        id: r.id,
        deed: Deed::Refund,
        cents: r.cents,
        method: r.method,
        day: r.paid_on,
        reference: &r.reference,
        note: &r.note,
        withdrawn: (r.state == refund::State::Withdrawn).then_some(r.withdrawn_why.as_str()),
    });
    let all: Vec<Movement<'_>> = came.chain(went).collect();
    html! {
        @if !all.is_empty() {
            ul."row-list row-list--bare" {
                @for one in &all { (movement(visit, order, words, one)) }
            }
        }
    }
}

fn movement(visit: &Visit, order: &order::Model, words: Words, one: &Movement<'_>) -> Markup {
    let amount = words.money(&Money { amount: one.cents, currency: order.currency.clone() });
    let args = [
        ("amount", amount.into()),
        ("day", words.date(noon(one.day), locale::Tz::UTC).into()),
        ("method", words.t(method(one.method)).into()),
    ];
    let key = if one.deed == Deed::Payment { "desk-money-came" } else { "desk-money-went" };
    html! {
        li {
            span {
                @if one.withdrawn.is_some() { s { (words.with(key, &args)) } } @else { (words.with(key, &args)) }
                @for part in [one.reference, one.note] { @if !part.is_empty() { span.sub dir="auto" { (part) } } }
                @if let Some(why) = one.withdrawn { span.sub { (words.with("desk-money-withdrawn", &[("reason", why.into())])) } }
            }
            @if one.withdrawn.is_none() && visit.may(PaymentsWrite) {
                details {
                    summary.fine { (words.t("desk-money-withdraw")) }
                    form.stack method="post" action={ (path(visit, order)) "/money/" (one.id) "/withdrawal" } {
                        input type="hidden" name="deed" value=(one.deed.name());
                        (Form::new(words, &Fields::new(), &Faults::new()).input("why", &words.t("desk-money-why")).required())
                        button."kern-btn kern-btn--secondary kern-btn--x-small" type="submit" { span.kern-label { (words.t("desk-money-withdraw-submit")) } }
                    }
                }
            }
        }
    }
}

fn noon(day: NaiveDate) -> base::Time {
    day.and_hms_opt(12, 0, 0).unwrap_or_default().and_utc()
}

pub(crate) fn method(method: Method) -> &'static str {
    match method {
        Method::Transfer => "desk-money-method-transfer",
        Method::Cash => "desk-money-method-cash",
        Method::Other => "desk-money-method-other",
    }
}

fn invoices(visit: &Visit, order: &order::Model, account: &Account, once: Uuid) -> Markup {
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
                    input type="hidden" name=(once::NAME) value=(once);
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
            (form.hidden(once::NAME))
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
