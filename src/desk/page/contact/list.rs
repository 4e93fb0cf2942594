//! Contacts, by address.

use super::{slug, source, stands};
use crate::form::contact::ContactSearch;
use crate::form::list::Asked;
use crate::page::chip::{Chip, chips};
use crate::page::list::query;
use crate::page::pagination::{pagination, rows};
use crate::rules::pages::Page;
use address::campaign as at;
use base::Permission::MailWrite;
use campaign::query::contact::{Line, Standing};
use maud::{Markup, html};
use web::Visit;
use web::layout::{Section, desk_page};

/// A page of the list.
#[derive(Clone, Copy, Debug)]
pub struct List<'a> {
    pub search: &'a ContactSearch,
    pub page: Page,
    pub counts: &'a [(Standing, i64)],
    pub lines: &'a [Line],
}

pub fn list(visit: &Visit, list: &List<'_>) -> Markup {
    let words = visit.words;
    let (title, slug) = (words.t("contacts"), slug(visit));
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(at::Campaigns::new(slug).path()) { (words.t("campaign-all")) } }
                h1.kern-heading-large { (title) }
                p."muted measure" { (words.t("contacts-lead")) }
            }
            @if visit.may(MailWrite) {
                a."kern-btn kern-btn--primary" href=(at::ContactImports::new(slug).path()) {
                    span."kern-icon kern-icon--add" aria-hidden="true" {}
                    span.kern-label { (words.t("contact-import")) }
                }
            }
        }
        (filter(visit, list))
        section."panel kern-level-2" aria-label=(title) {
            @if list.lines.is_empty() {
                p { (words.t(if list.search.narrows() { "contacts-nobody" } else { "contacts-none" })) }
                @if list.search.narrows() { p { a href=(ContactSearch::place(slug)) { (words.t("contacts-show-all")) } } }
            } @else {
                (table(visit, list))
                (pagination(words, list.page, |n| list.search.with_page(n).path(slug)))
            }
        }
    };
    desk_page(visit, Section::Campaigns, &title, main)
}

fn filter(visit: &Visit, list: &List<'_>) -> Markup {
    let (words, slug, search) = (visit.words, slug(visit), list.search);
    let chip = |word: String, count: i64, standing: Option<Standing>| Chip {
        word,
        count,
        path: search.with_standing(standing).path(slug),
        current: search.standing == standing,
    };
    let all = chip(words.t("desk-filter-all"), list.counts.iter().map(|(_, n)| n).sum(), None);
    let each = Standing::ALL.into_iter().map(|standing| {
        let count = list.counts.iter().find(|(of, _)| *of == standing).map_or(0, |(_, n)| *n);
        chip(words.t(&format!("contact-standing-{}", standing.name())), count, Some(standing))
    });
    let standings: Vec<Chip> = std::iter::once(all).chain(each).collect();
    html! {
        form."panel kern-level-2" action=(ContactSearch::place(slug)) aria-label=(words.t("contact-filter")) {
            div.filters {
                (query(&words.t("contact-query"), &search.query))
                @if let Some(standing) = search.standing { input type="hidden" name="state" value=(standing.name()); }
                button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (words.t("desk-filter-submit")) } }
            }
            (chips(words, &words.t("desk-filter-state"), &standings))
        }
    }
}

fn table(visit: &Visit, list: &List<'_>) -> Markup {
    let words = visit.words;
    html! {
        div.kern-table-responsive role="region" aria-labelledby="list" tabindex="0" {
            table."kern-table kern-table--small dense" {
                caption.kern-sr-only #list { (words.with("contacts-caption", &[("rows", rows(words, list.page).into())])) }
                thead.kern-table__header {
                    tr.kern-table__row {
                        th.kern-table__header scope="col" { (words.t("contact-who")) }
                        th.kern-table__header scope="col" { (words.t("desk-column-state")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("contact-given")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("contact-source")) }
                    }
                }
                tbody.kern-table__body { @for line in list.lines { (row(visit, line)) } }
            }
        }
    }
}

fn row(visit: &Visit, line: &Line) -> Markup {
    let words = visit.words;
    html! {
        tr.kern-table__row {
            th.kern-table__header scope="row" dir="auto" {
                a href=(at::Contact::new(slug(visit), line.id.to_string()).path()) { (line.address) }
                @if !line.name.is_empty() { span.sub { (line.name) } }
            }
            td.kern-table__cell { (stands(words, line.standing())) }
            td."kern-table__cell wide-only" { @if let Some(at) = line.given_at { (words.short(at, visit.zone())) } }
            td."kern-table__cell wide-only" dir="auto" { @if let Some(said) = &line.source { (source(words, said)) } }
        }
    }
}
