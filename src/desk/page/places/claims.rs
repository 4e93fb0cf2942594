//! The places of one quota: by category and reason, and how they came in.

use crate::form::list::Asked;
use crate::form::order::OrderSearch;
use crate::page::meter::Meter;
use crate::query::places::{Places, QuotaPlaces};
use crate::rules::places::{Cell, Reason, Row};
use base::Permission::{OrdersRead, VouchersRead};
use base::Uuid;
use maud::{Markup, html};
use registration::entity::order::Source;
use ticketing::entity::category;
use web::Visit;
use web::layout::text;

/// `n`: the how-manieth quota, for its ids.
pub(super) fn panel(visit: &Visit, places: &Places, quota: &QuotaPlaces, n: usize) -> Markup {
    let words = visit.words;
    let claims = &quota.claims;
    let pending = claims.count(Reason::AwaitingPayment) + claims.count(Reason::AwaitingApproval);
    let meter = Meter { size: quota.quota.size, taken: quota.quota.taken, pending };
    html! {
        section."panel kern-level-2" aria-labelledby={ "quota-" (n) } {
            div.panel__head {
                h2.kern-heading-small id={ "quota-" (n) } { (quota.quota.name) }
                (meter.numbers(words))
            }
            div."stack stack--s" {
                (meter.bar(words))
                @if claims.rows.is_empty() { p.muted { (words.t("desk-places-no-category")) } } @else { (table(visit, places, quota, n)) }
                @if let Some(due) = claims.due {
                    @let key = if due < visit.now { "desk-places-overdue" } else { "desk-places-due" };
                    p { (words.with(key, &[("time", words.date_time(due, visit.zone()).into())])) }
                }
                @if quota.guests > 0 { p { (words.with("desk-places-guests", &[("count", quota.guests.into())])) } }
                (sources(visit, quota))
            }
        }
    }
}

fn table(visit: &Visit, places: &Places, quota: &QuotaPlaces, n: usize) -> Markup {
    let words = visit.words;
    let claims = &quota.claims;
    // What never happens needs no column.
    let shown = |reason: &Reason| *reason == Reason::Confirmed || claims.count(*reason) > 0;
    let reasons: Vec<Reason> = Reason::ALL.into_iter().filter(shown).collect();
    html! {
        div.kern-table-responsive role="region" aria-labelledby={ "quota-" (n) "-table" } tabindex="0" {
            table."kern-table kern-table--small dense" {
                caption.kern-sr-only id={ "quota-" (n) "-table" } { (words.with("desk-places-caption", &[("quota", (&quota.quota.name).into())])) }
                thead.kern-table__header {
                    tr.kern-table__row {
                        th.kern-table__header scope="col" { (words.t("desk-filter-category")) }
                        @for reason in &reasons {
                            th."kern-table__header kern-table__header--numeric" scope="col" { (words.t(name(*reason))) }
                        }
                        @if reasons.len() > 1 {
                            th."kern-table__header kern-table__header--numeric" scope="col" { (words.t("desk-places-total")) }
                        }
                    }
                }
                tbody.kern-table__body {
                    @for row in &claims.rows { (line(visit, places, row, &reasons)) }
                    @if claims.rows.len() > 1 { (sum(visit, quota, &reasons)) }
                }
            }
        }
    }
}

fn line(visit: &Visit, places: &Places, row: &Row, reasons: &[Reason]) -> Markup {
    let words = visit.words;
    let category = row.category.and_then(|id| find(places, id));
    html! {
        tr.kern-table__row {
            th.kern-table__header scope="row" {
                @match category {
                    Some(category) => { (text(visit, &category.name)) }
                    None => { (words.t(nobody(row))) }
                }
            }
            @for reason in reasons {
                @let cell = row.cells.get(*reason as usize);
                td."kern-table__cell kern-table__cell--numeric" { @if let Some(cell) = cell { (number(visit, category, *reason, cell)) } }
            }
            @if reasons.len() > 1 {
                td."kern-table__cell kern-table__cell--numeric" { (words.number(row.total())) }
            }
        }
    }
}

fn sum(visit: &Visit, quota: &QuotaPlaces, reasons: &[Reason]) -> Markup {
    let (words, claims) = (visit.words, &quota.claims);
    html! {
        tr.kern-table__row {
            th.kern-table__header scope="row" { (words.t("desk-places-total")) }
            @for reason in reasons {
                td."kern-table__cell kern-table__cell--numeric" { strong { (words.number(claims.count(*reason))) } }
            }
            @if reasons.len() > 1 {
                td."kern-table__cell kern-table__cell--numeric" { strong { (words.number(claims.claimed())) } }
            }
        }
    }
}

/// A number that leads to the orders behind it: those of the category, in the state that they share if they do.
fn number(visit: &Visit, category: Option<&category::Model>, reason: Reason, cell: &Cell) -> Markup {
    let words = visit.words;
    let congress = visit.congress.as_ref().filter(|_| cell.n > 0 && visit.may(OrdersRead));
    match (congress, category) {
        (Some(congress), None) if reason == Reason::Voucher && visit.may(VouchersRead) => {
            // A label, not hidden words: what stands beside the visible part of a table widens the page.
            let label = format!("{}, {}", words.number(cell.n), words.t(name(reason)));
            html! { a href=(address::desk::Vouchers::new(&congress.slug).path()) aria-label=(label) { (words.number(cell.n)) } }
        }
        (Some(congress), Some(category)) => {
            let search = OrderSearch { category: category.slug.clone(), state: cell.state(), ..OrderSearch::default() };
            html! {
                a href=(search.path(&congress.slug)) {
                    (words.number(cell.n))
                    span.kern-sr-only { ", " (category.name.in_language(visit.language)) ", " (words.t(name(reason))) }
                }
            }
        }
        _ => html! { (words.number(cell.n)) },
    }
}

fn find(places: &Places, id: Uuid) -> Option<&category::Model> {
    places.categories.iter().map(|places| &places.view.category).find(|category| category.id == id)
}

/// How they came in: 368 über die Webseite · 40 eingelesen.
fn sources(visit: &Visit, quota: &QuotaPlaces) -> Markup {
    let words = visit.words;
    let each = quota.claims.sources.iter().map(|(origin, n)| {
        let name = origin.map_or_else(|| words.t("desk-places-source-nobody"), |origin| words.t(source(origin)));
        words.with("desk-places-source", &[("count", (*n).into()), ("source", name.into())])
    });
    let each: Vec<String> = each.collect();
    html! { @if !each.is_empty() { p."sub" { (each.join(" · ")) } } }
}

/// The key of an origin's name.
fn source(source: Source) -> &'static str {
    match source {
        Source::Web => "desk-source-web",
        Source::Api => "desk-source-api",
        Source::Desk => "desk-source-desk",
        Source::Import => "desk-source-import",
        Source::Demo => "desk-source-demo",
    }
}

/// The key of what places are held for that no attendee holds.
fn nobody(row: &Row) -> &'static str {
    let for_list = row.cells.get(Reason::WaitingList as usize).map_or(0, |cell| cell.n);
    if for_list > 0 && for_list == row.total() { "desk-places-for-list" } else { "desk-places-nobody" }
}

/// The key of a reason's name.
fn name(reason: Reason) -> &'static str {
    match reason {
        Reason::Confirmed => "desk-places-confirmed",
        Reason::AwaitingPayment => "desk-places-awaiting-payment",
        Reason::AwaitingApproval => "desk-places-awaiting-approval",
        Reason::WaitingList => "desk-places-waiting-list",
        Reason::Voucher => "desk-places-voucher",
        Reason::Contingent => "desk-places-contingent",
        Reason::Stray => "desk-places-stray",
    }
}
