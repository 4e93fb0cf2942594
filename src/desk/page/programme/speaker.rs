//! Speakers, found and listed.

use crate::form::list::Asked;
use crate::page::list::query;
use crate::page::pagination::{pagination, rows};
use crate::page::settings::{Tab, frame};
use crate::query::programme::SpeakerList;
use address::session as at;
use maud::{Markup, html};
use web::Visit;
use web::layout::text;

pub fn list(visit: &Visit, list: &SpeakerList) -> Markup {
    let words = visit.words;
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let title = Tab::Speakers.word(visit);
    let main = html! {
        div {
            a."kern-btn kern-btn--primary" href=(at::Speaker::new(slug, "new").path()) {
                span."kern-icon kern-icon--add" aria-hidden="true" {}
                span.kern-label { (words.t("desk-settings-add-to-speakers")) }
            }
        }
        form."panel kern-level-2" action=(at::Speakers::new(slug).path()) aria-label=(words.t("desk-programme-filter-speakers")) {
            div.filters {
                (query(&words.t("desk-programme-filter-speaker"), &list.search.query))
                button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (words.t("desk-filter-submit")) } }
            }
        }
        section."panel kern-level-2" aria-label=(title) {
            @if list.speakers.is_empty() {
                @if list.search.query.is_empty() {
                    p.measure { (words.t("desk-settings-none-of-speakers")) }
                } @else {
                    p { strong { (words.t("desk-programme-nobody")) } }
                    p { a href=(at::Speakers::new(slug).path()) { (words.t("desk-programme-show-all")) } }
                }
            } @else {
                (table(visit, slug, list))
                (pagination(words, list.page, |n| list.search.with_page(n).path(slug)))
            }
        }
    };
    frame(visit, Tab::Speakers, &title, &main)
}

fn table(visit: &Visit, slug: &str, list: &SpeakerList) -> Markup {
    let words = visit.words;
    html! {
        div.kern-table-responsive role="region" aria-labelledby="list" tabindex="0" {
            table."kern-table kern-table--small dense" {
                caption.kern-sr-only #list { (words.with("desk-programme-speakers-caption", &[("rows", rows(words, list.page).into())])) }
                thead.kern-table__header {
                    tr.kern-table__row {
                        th.kern-table__header scope="col" { (words.t("desk-programme-speaker-name")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-programme-speaks-in")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-programme-mails")) }
                    }
                }
                tbody.kern-table__body {
                    @for view in &list.speakers {
                        @let row = &view.row;
                        @let mails = words.t(if row.mailbox_id.is_some() { "desk-yes" } else { "desk-no" });
                        tr.kern-table__row {
                            th.kern-table__header scope="row" dir="auto" {
                                a href=(at::Speaker::new(slug, row.id.to_string()).path()) { (row.name) }
                                @if !row.organisation.is_empty() { span.sub { (row.organisation) } }
                                span."sub narrow-only" { (words.t("desk-programme-mails")) ": " (mails) }
                            }
                            td."kern-table__cell wide-only" {
                                @for one in &view.sessions {
                                    span.sub { a href=(at::Session::new(slug, one.id.to_string()).path()) { (text(visit, one.title())) } }
                                }
                            }
                            td."kern-table__cell wide-only" { (mails) }
                        }
                    }
                }
            }
        }
    }
}
