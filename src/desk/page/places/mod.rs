//! Every place, and why it is taken.

mod category;
mod claims;
mod count;
mod session;

use crate::query::places::{Places, QuotaPlaces};
use crate::rules::places::Reason;
use base::Permission::OrdersWrite;
use maud::{Markup, html};
use web::Visit;
use web::layout::{Section, desk_page};

pub fn show(visit: &Visit, places: &Places) -> Markup {
    let words = visit.words;
    let title = words.t("desk-places");
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let main = html! {
        div.section-head {
            div {
                h1.kern-heading-large { (title) }
                p."muted measure" { (words.t("desk-places-lead")) }
            }
            a."kern-btn kern-btn--secondary" href=(address::desk::Overview::new(slug).path()) {
                span.kern-icon."kern-icon--arrow-back" aria-hidden="true" {}
                span.kern-label { (words.t("desk-overview")) }
            }
        }
        @if visit.may(OrdersWrite) {
            p { a href=(address::desk::Contingents::new(slug).path()) { (words.t("desk-contingents")) } }
        }
        (count::warning(visit, places))
        @if places.quotas.is_empty() { p.muted { (words.t("desk-quotas-empty")) } }
        @for (quota, n) in places.quotas.iter().zip(1..) { (claims::panel(visit, places, quota, n)) }
        @if places.quotas.iter().any(pending) { (crate::page::meter::legend(words)) }
        @if !places.sessions.is_empty() { (session::panel(visit, &places.sessions)) }
        @if !places.categories.is_empty() { (category::panel(visit, &places.categories)) }
    };
    desk_page(visit, Section::Overview, &title, main)
}

fn pending(quota: &QuotaPlaces) -> bool {
    quota.claims.count(Reason::AwaitingPayment) + quota.claims.count(Reason::AwaitingApproval) > 0
}
