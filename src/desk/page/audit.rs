//! Audit logs: what happened, when, and who did it.

use crate::form::audit::{AuditSearch, parts};
use crate::form::list::{Asked, day_name};
use crate::page::list::{choice, day, export, query, views};
use crate::page::pagination::{pagination, rows};
use crate::page::timeline::{Told, told, who};
use crate::query::audit::AuditList;
use crate::query::timeline::Named;
use crate::service::export::Reader;
use base::Permission::MailRead;
use identity::entity::saved_view;
use locale::Words;
use maud::{Markup, html};
use registration::ticket::number_of;
use store::event::{Line, Log};
use web::Visit;
use web::layout::{Section, desk_page, plain_page};

pub fn list(visit: &Visit, list: &AuditList, kept: &[saved_view::Model]) -> Markup {
    let words = visit.words;
    let title = words.t("desk-audit");
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let main = html! {
        div.section-head {
            div {
                h1.kern-heading-large { (title) }
                p."muted measure" { (words.t("desk-audit-lead")) }
                (to_installation(visit))
            }
            (export(words, &address::desk::AuditExports::new(slug).path(), &list.search, list.page.total))
        }
        (views(visit, slug, &list.search, kept))
        (lines(visit, slug, &title, list))
    };
    desk_page(visit, Section::Audit, &title, main)
}

/// The log of what concerns no congress in particular.
pub fn installation(visit: &Visit, list: &AuditList) -> Markup {
    let words = visit.words;
    let title = words.t("desk-audit-installation");
    let main = html! {
        div."wrap band stack" {
            div.section-head {
                div {
                    h1.kern-heading-x-large { (title) }
                    p.measure { (words.t("desk-audit-installation-lead")) }
                }
                (export(words, &address::desk::InstallationAuditExports::new().path(), &list.search, list.page.total))
            }
            (lines(visit, "", &title, list))
        }
    };
    plain_page(visit, &title, main)
}

/// The way to the installation's log, for who may read mails everywhere.
pub fn to_installation(visit: &Visit) -> Markup {
    html! {
        @if visit.actor.may_everywhere(MailRead) {
            p { a href=(address::desk::InstallationAudit::new().path()) { (visit.words.t("desk-audit-installation")) } }
        }
    }
}

/// The filter, and what it leaves.
fn lines(visit: &Visit, slug: &str, title: &str, list: &AuditList) -> Markup {
    let words = visit.words;
    html! {
        (filter(visit, slug, list.log, &list.search))
        section."panel kern-level-2" aria-label=(title) {
            @if list.lines.is_empty() {
                p { strong { (words.t("desk-audit-nothing")) } }
                @if list.search.narrows() { p { a href=(AuditSearch::place(slug)) { (words.t("desk-audit-show-all")) } } }
            } @else {
                (table(visit, slug, list))
                (pagination(words, list.page, |n| list.search.with_page(n).path(slug)))
            }
        }
    }
}

fn filter(visit: &Visit, slug: &str, log: Log, search: &AuditSearch) -> Markup {
    let words = visit.words;
    let part = |name: &str| {
        let word = words.t(&format!("desk-audit-part-{name}"));
        (name.to_owned(), html! { (word) })
    };
    let parts: Vec<(String, Markup)> = parts(log).map(part).collect();
    html! {
        form."panel kern-level-2" action=(AuditSearch::place(slug)) aria-label=(words.t("desk-audit-filter")) {
            div.filters {
                (query(&words.t("desk-audit-who"), &search.actor))
                (choice("part", &words.t("desk-audit-part"), &words.t("desk-filter-all"), &parts, search.part))
                (day("from", &words.t("desk-filter-from"), &day_name(search.from)))
                (day("until", &words.t("desk-filter-until"), &day_name(search.until)))
                button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (words.t("desk-filter-submit")) } }
            }
        }
    }
}

fn table(visit: &Visit, slug: &str, list: &AuditList) -> Markup {
    let words = visit.words;
    html! {
        div.kern-table-responsive role="region" aria-labelledby="list" tabindex="0" {
            table."kern-table kern-table--small dense" {
                caption.kern-sr-only #list { (words.with("desk-audit-caption", &[("rows", rows(words, list.page).into())])) }
                thead.kern-table__header {
                    tr.kern-table__row {
                        th.kern-table__header scope="col" { (words.t("desk-audit-what")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-audit-about")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-audit-who")) }
                        th."kern-table__header kern-table__header--numeric wide-only" scope="col" { (words.t("desk-column-time")) }
                    }
                }
                tbody.kern-table__body { @for line in &list.lines { (row(visit, slug, &list.named, line)) } }
            }
        }
    }
}

fn row(visit: &Visit, slug: &str, named: &Named, line: &Line) -> Markup {
    let words = visit.words;
    let Told { sentence, details, reason } = told(Reader::of(visit), &named.names, &named.mails, line);
    let (who, at) = (who(words, line), words.short(line.at, visit.zone()));
    let about = about(words, slug, named, line);
    let link = html! { @if let Some((word, path)) = &about { a.code href=(path) { (word) } } };
    html! {
        tr.kern-table__row {
            th.kern-table__header scope="row" dir="auto" {
                (sentence)
                @for detail in &details { span.sub { (detail) } }
                @if !reason.is_empty() { span.sub { (words.with("desk-history-reason", &[("reason", reason.into())])) } }
                span."sub narrow-only" { (who) ", " (at) " " (link) }
            }
            td."kern-table__cell wide-only" { (link) }
            td."kern-table__cell wide-only" dir="auto" { (who) }
            td."kern-table__cell kern-table__cell--numeric wide-only" { time datetime=(line.at.to_rfc3339()) { (at) } }
        }
    }
}

/// What a line is about: a word, and where it is. Of the installation nothing has a page of its own.
fn about(words: Words, slug: &str, named: &Named, line: &Line) -> Option<(String, String)> {
    use address::desk as at;
    line.congress_id?;
    match line.object_kind.as_str() {
        "order" => {
            let code = named.orders.get(&line.object_id)?;
            Some((code.clone(), at::Order::new(slug, code).path()))
        }
        "attendee" => {
            let ticket = named.tickets.get(&line.object_id)?;
            let code = named.orders.get(&ticket.order)?;
            let word = number_of(code, ticket.position);
            Some((word, at::Attendee::new(slug, code, ticket.position.to_string()).path()))
        }
        "message" => {
            let mail = named.mails.iter().find(|mail| mail.id == line.object_id)?;
            Some((words.t("desk-audit-mail"), at::Mail::new(slug, mail.id.to_string()).path()))
        }
        "waiting" => {
            named.names.attendees.get(&line.object_id)?;
            Some((words.t("desk-waiting"), at::WaitingEntry::new(slug, line.object_id.to_string()).path()))
        }
        _ => None,
    }
}

/// A line as words in a file: what, which details, about what.
pub fn plain(reader: Reader, named: &Named, line: &Line) -> [String; 3] {
    let Told { sentence, mut details, reason } = told(reader, &named.names, &named.mails, line);
    details.extend(Some(reason).filter(|reason| !reason.is_empty()));
    let about = about(reader.words, "", named, line).map_or_else(String::new, |(word, _)| word);
    [sentence, details.join("; "), about]
}

/// Who it was, in words.
pub fn actor(words: Words, line: &Line) -> String {
    who(words, line)
}
