//! The register of invoices: every number, found and listed, with what took it back.

use crate::form::list::{Asked, day_name};
use crate::page::list::{choice, day, export, query};
use crate::page::pagination::{pagination, rows};
use crate::query::invoice::InvoiceList;
use address::desk as at;
use base::Money;
use locale::Words;
use maud::{Markup, html};
use payment::entity::invoice::{Kind, Model};
use payment::query::register::{Entry, Sum};
use sea_orm::ActiveEnum;
use web::Visit;
use web::layout::{Section, desk_page};

pub fn list(visit: &Visit, list: &InvoiceList) -> Markup {
    let words = visit.words;
    let title = words.t("desk-invoices");
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let main = html! {
        div.section-head {
            div {
                h1.kern-heading-large { (title) }
                p."muted measure" { (words.t("desk-invoices-lead")) }
            }
            (export(words, &at::InvoiceExports::new(slug).path(), &list.search, list.page.total))
        }
        @if list.page.total > 0 || list.search.narrows() { (filter(visit, slug, list)) }
        section."panel kern-level-2" aria-label=(title) {
            @if !list.entries.is_empty() {
                (table(visit, slug, list))
                (pagination(words, list.page, |n| list.search.with_page(n).path(slug)))
            } @else if list.search.narrows() {
                p { strong { (words.t("desk-invoices-nothing")) } }
                p { a href=(at::Invoices::new(slug).path()) { (words.t("desk-invoices-show-all")) } }
            } @else {
                p { strong { (words.t("desk-invoices-none")) } }
                p.muted { (words.t("desk-invoices-none-next")) }
            }
        }
    };
    desk_page(visit, Section::Orders, &title, main)
}

fn filter(visit: &Visit, slug: &str, list: &InvoiceList) -> Markup {
    let words = visit.words;
    let search = &list.search;
    let kinds = [Kind::Invoice, Kind::Cancellation].map(|kind| (kind.to_value(), html! { (words.t(word(kind))) }));
    let chosen = search.kind.map(|kind| kind.to_value()).unwrap_or_default();
    html! {
        form."panel kern-level-2" action=(at::Invoices::new(slug).path()) aria-label=(words.t("desk-invoices-filter")) {
            div.filters {
                (query(&words.t("desk-invoices-query"), &search.query))
                (choice("kind", &words.t("desk-invoices-kind"), &words.t("desk-filter-all"), &kinds, &chosen))
                (day("from", &words.t("desk-filter-from"), &day_name(search.from)))
                (day("until", &words.t("desk-filter-until"), &day_name(search.until)))
                button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (words.t("desk-filter-submit")) } }
            }
        }
    }
}

/// The key of what an invoice is.
pub fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Invoice => "desk-invoices-kind-invoice",
        Kind::Cancellation => "desk-invoices-kind-cancellation",
    }
}

fn table(visit: &Visit, slug: &str, list: &InvoiceList) -> Markup {
    let words = visit.words;
    let numeric = "kern-table__header kern-table__header--numeric";
    html! {
        div.kern-table-responsive role="region" aria-labelledby="list" tabindex="0" {
            table."kern-table kern-table--small dense" {
                caption.kern-sr-only #list { (words.with("desk-invoices-caption", &[("rows", rows(words, list.page).into())])) }
                thead.kern-table__header {
                    tr.kern-table__row {
                        th.kern-table__header scope="col" { (words.t("desk-invoices-number")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-invoices-day")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-invoices-buyer")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-column-code")) }
                        th class=(format!("{numeric} wide-only")) scope="col" { (words.t("desk-invoices-net")) }
                        th class=(format!("{numeric} wide-only")) scope="col" { (words.t("desk-invoices-vat")) }
                        th class=(format!("{numeric} wide-only")) scope="col" { (words.t("desk-invoices-gross")) }
                    }
                }
                tbody.kern-table__body { @for entry in &list.entries { (row(visit, slug, entry)) } }
                tfoot { @for sum in &list.sums { (together(words, sum)) } }
            }
        }
    }
}

/// What all that were found come to in one currency.
fn together(words: Words, sum: &Sum) -> Markup {
    let money = |cents: i64| words.money(&Money { amount: cents, currency: sum.currency.clone() });
    html! {
        tr.kern-table__row {
            th.kern-table__header scope="row" {
                (words.t("desk-invoices-sum"))
                span."sub narrow-only" { (money(sum.gross)) }
            }
            td."kern-table__cell wide-only" {}
            td."kern-table__cell wide-only" {}
            td."kern-table__cell wide-only" {}
            td."kern-table__cell kern-table__cell--numeric wide-only" { (money(sum.net)) }
            td."kern-table__cell kern-table__cell--numeric wide-only" { (money(sum.vat)) }
            td."kern-table__cell kern-table__cell--numeric wide-only" { strong { (money(sum.gross)) } }
        }
    }
}

fn row(visit: &Visit, slug: &str, entry: &Entry) -> Markup {
    let words = visit.words;
    let invoice: &Model = &entry.invoice;
    let content = &invoice.content;
    let money = |cents: i64| words.money(&Money { amount: cents, currency: invoice.currency.clone() });
    let pdf = at::OrderInvoice::new(slug, &content.order_code, &invoice.number).path();
    let order = at::Order::new(slug, &content.order_code).path();
    let buyer = content.buyer.lines.first().map_or("", String::as_str);
    let issued = words.day(invoice.issued_at.with_timezone(&visit.zone()).date_naive());
    html! {
        tr.kern-table__row {
            th.kern-table__header scope="row" {
                a.code href=(pdf) { (invoice.number) }
                @if let Some(number) = &content.cancels {
                    span.sub { (words.with("desk-invoices-takes-back", &[("number", number.into())])) }
                }
                @if let Some(number) = &entry.taken_back_by {
                    span.sub { (words.with("desk-invoices-taken-back", &[("number", number.into())])) }
                }
                span."sub narrow-only" { (issued) ", " (money(invoice.gross_cents)) }
                span."sub narrow-only" { span dir="auto" { (buyer) } " · " a.code href=(order) { (content.order_code) } }
            }
            td."kern-table__cell wide-only" { (issued) }
            td."kern-table__cell wide-only" {
                span dir="auto" { (buyer) }
                @if let Some(second) = content.buyer.lines.get(1) { span.sub dir="auto" { (second) } }
            }
            td."kern-table__cell wide-only" { a.code href=(order) { (content.order_code) } }
            td."kern-table__cell kern-table__cell--numeric wide-only" { (money(invoice.net_cents)) }
            td."kern-table__cell kern-table__cell--numeric wide-only" { (money(invoice.vat_cents)) }
            td."kern-table__cell kern-table__cell--numeric wide-only" { (money(invoice.gross_cents)) }
        }
    }
}
