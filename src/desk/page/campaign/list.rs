//! The campaigns of a congress.

use super::{path, slug, stands, time};
use base::Permission::MailWrite;
use campaign::query::campaign::Line;
use maud::{Markup, html};
use web::Visit;
use web::layout::{Section, desk_page};

pub fn list(visit: &Visit, campaigns: &[Line]) -> Markup {
    let words = visit.words;
    let title = words.t("campaigns");
    let main = html! {
        div.section-head {
            div {
                h1.kern-heading-large { (title) }
                p."muted measure" { (words.t("campaigns-lead")) }
            }
            div.cluster {
                a."kern-btn kern-btn--secondary" href=(address::campaign::Contacts::new(slug(visit)).path()) {
                    span.kern-label { (words.t("contacts")) }
                }
                a."kern-btn kern-btn--secondary" href=(address::campaign::Segments::new(slug(visit)).path()) {
                    span.kern-label { (words.t("campaign-saved")) }
                }
                @if visit.may(MailWrite) {
                    a."kern-btn kern-btn--primary" href=(address::campaign::NewCampaign::new(slug(visit)).path()) {
                        span."kern-icon kern-icon--add" aria-hidden="true" {}
                        span.kern-label { (words.t("campaign-new")) }
                    }
                }
            }
        }
        div."panel kern-level-2" {
            @if campaigns.is_empty() { p { (words.t("campaigns-none")) } } @else {
                div.kern-table-responsive role="region" aria-labelledby="list" tabindex="0" {
                    table."kern-table kern-table--small dense" {
                        caption.kern-sr-only #list { (title) }
                        thead.kern-table__header {
                            tr.kern-table__row {
                                th.kern-table__header scope="col" { (words.t("campaign-name")) }
                                th."kern-table__header wide-only" scope="col" { (words.t("campaign-kind")) }
                                th.kern-table__header scope="col" { (words.t("desk-column-state")) }
                                th."kern-table__header wide-only" scope="col" { (words.t("campaign-time")) }
                                th."kern-table__header kern-table__header--numeric wide-only" scope="col" { (words.t("campaign-recipients")) }
                                th."kern-table__header kern-table__header--numeric wide-only" scope="col" { (words.t("campaign-result-sent")) }
                                th."kern-table__header kern-table__header--numeric wide-only" scope="col" { (words.t("campaign-result-in-doubt")) }
                            }
                        }
                        tbody.kern-table__body { @for line in campaigns { (row(visit, line)) } }
                    }
                }
            }
        }
    };
    desk_page(visit, Section::Campaigns, &title, main)
}

fn row(visit: &Visit, line: &Line) -> Markup {
    let words = visit.words;
    // They have no room on a phone, and stand on the page of each.
    let numbers = [line.recipients, line.sent, line.in_doubt];
    html! {
        tr.kern-table__row {
            th.kern-table__header scope="row" dir="auto" { a href=(path(visit, &line.row)) { (line.row.name) } }
            td."kern-table__cell wide-only" { (words.t(&format!("campaign-kind-{}", line.row.kind.name()))) }
            td.kern-table__cell { (stands(words, line.row.state)) }
            td."kern-table__cell wide-only" { @if let Some(at) = time(&line.row) { (words.short(at, visit.zone())) } }
            @for n in numbers {
                td."kern-table__cell kern-table__cell--numeric wide-only" { @if line.row.started_at.is_some() { (words.number(n)) } }
            }
        }
    }
}
