//! The outbox, newest first.

use super::{kind, path, subject, trouble};
use crate::form::list::Asked;
use crate::form::mail::{MailSearch, SORTS};
use crate::page::chip::{Chip, chips};
use crate::page::list::{bar, export, tick, views};
use crate::page::pagination::{pagination, rows};
use crate::page::state::{of_mail, of_message, state};
use crate::query::mail::MailList;
use base::Permission::MailWrite;
use identity::entity::saved_view;
use maud::{Markup, html};
use post::State;
use post::query::MessageLine;
use web::Visit;
use web::layout::{Section, desk_page};

pub fn list(visit: &Visit, list: &MailList, kept: &[saved_view::Model]) -> Markup {
    let words = visit.words;
    let title = words.t("desk-outbox");
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let main = html! {
        div.section-head {
            div {
                h1.kern-heading-large { (title) }
                p."muted number" { (words.with("desk-mails-count", &[("count", list.page.total.into())])) }
            }
            a."kern-btn kern-btn--tertiary" href=(address::desk::MailTexts::new(slug).path()) { span.kern-label { (words.t("mail-texts")) } }
            (export(words, &address::desk::MailExports::new(slug).path(), &list.search, list.page.total))
        }
        @if let Some(stuck) = &list.stuck { (trouble::stuck(visit, stuck)) }
        @if list.count(Some(State::Held)) > 0 { (held(visit, slug, list.count(Some(State::Held)))) }
        (views(visit, slug, &list.search, kept))
        (filter(visit, slug, list))
        @if list.mails.is_empty() {
            section."panel kern-level-2" aria-label=(title) { (empty(visit, slug, list)) }
        } @else {
            form."panel kern-level-2" action=(address::desk::MailBatch::new(slug).path()) aria-label=(words.t("desk-mails-batch-label")) {
                @if visit.may(MailWrite) { (bar(words, &list.search, list.page.total, &super::batch::DEEDS)) }
                (table(visit, list))
                (pagination(words, list.page, |n| list.search.with_page(n).path(slug)))
            }
        }
    };
    desk_page(visit, Section::Mails, &title, main)
}

/// Held mails go out when somebody says so: all at once here.
fn held(visit: &Visit, slug: &str, count: i64) -> Markup {
    let words = visit.words;
    html! {
        section."panel kern-level-2" aria-labelledby="held" {
            h2.kern-heading-small #held { (words.with("desk-task-held", &[("count", count.into())])) }
            p.measure { (words.t("desk-mails-held-note")) }
            @if visit.may(MailWrite) {
                form method="post" action=(address::desk::MailReleases::new(slug).path()) {
                    button."kern-btn kern-btn--secondary" type="submit" {
                        span.kern-label { (words.with("desk-mails-release", &[("count", count.into())])) }
                    }
                }
            }
        }
    }
}

/// What the list is asked for.
fn filter(visit: &Visit, slug: &str, list: &MailList) -> Markup {
    let words = visit.words;
    let search = &list.search;
    let mut kinds: Vec<&str> = list.kinds.iter().map(|(kind, _, _)| kind.as_str()).collect();
    kinds.extend(Some(search.kind.as_str()).filter(|kind| !kind.is_empty()));
    kinds.sort_unstable();
    kinds.dedup();
    html! {
        form."panel kern-level-2" action=(address::desk::Mails::new(slug).path()) aria-label=(words.t("desk-filter")) {
            div.filters {
                div.kern-form-input {
                    label.kern-label for="q" { (words.t("desk-mails-query")) }
                    input.kern-form-input__input #q name="q" type="search" autocomplete="off" value=(search.query);
                }
                (select("kind", &words.t("desk-mail-kind"), &search.kind, std::iter::once(("", words.t("desk-filter-all"))).chain(kinds.iter().map(|k| (*k, kind(words, k))))))
                (select("sort", &words.t("desk-mails-sort"), search.sort_name(), SORTS.iter().map(|(_, name)| (*name, words.t(&format!("desk-mails-sort-{name}"))))))
                @if let Some(state) = search.state { input type="hidden" name="state" value=(state.name()); }
                button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (words.t("desk-filter-submit")) } }
            }
            (chips(words, &words.t("desk-filter-state"), &states(visit, slug, list)))
        }
    }
}

fn select<'a>(name: &str, label: &str, chosen: &str, options: impl Iterator<Item = (&'a str, String)>) -> Markup {
    html! {
        div.kern-form-input {
            label.kern-label for=(name) { (label) }
            div.kern-form-input__select-wrapper {
                select.kern-form-input__select id=(name) name=(name) {
                    @for (value, word) in options { option value=(value) selected[value == chosen] { (word) } }
                }
            }
        }
    }
}

fn states(visit: &Visit, slug: &str, list: &MailList) -> Vec<Chip> {
    let words = visit.words;
    let chip = |word: String, count: i64, state: Option<State>| Chip {
        word,
        count,
        path: list.search.with_state(state).path(slug),
        current: list.search.state == state,
    };
    let there =
        State::ALL.into_iter().filter(|state| list.count(Some(*state)) > 0 || list.search.state == Some(*state));
    let each = there.map(|state| chip(of_mail(words, state).1, list.count(Some(state)), Some(state)));
    std::iter::once(chip(words.t("desk-filter-all"), list.count(None), None)).chain(each).collect()
}

fn empty(visit: &Visit, slug: &str, list: &MailList) -> Markup {
    let words = visit.words;
    html! {
        @if !list.search.narrows() {
            p { strong { (words.t("desk-mails-none")) } }
            p.muted { (words.t("desk-mails-none-next")) }
        } @else {
            p { strong { (words.t("desk-mails-nothing")) } }
            p { a href=(MailSearch::of(None).path(slug)) { (words.t("desk-outbox-all")) } }
        }
    }
}

fn table(visit: &Visit, list: &MailList) -> Markup {
    let words = visit.words;
    html! {
        div.kern-table-responsive role="region" aria-labelledby="list" tabindex="0" {
            table."kern-table kern-table--small dense" {
                caption.kern-sr-only #list { (words.with("desk-mails-caption", &[("rows", rows(words, list.page).into())])) }
                thead.kern-table__header {
                    tr.kern-table__row {
                        @if visit.may(MailWrite) {
                            td."kern-table__header tick" { span.kern-sr-only { (words.t("desk-column-tick")) } }
                        }
                        th.kern-table__header scope="col" { (words.t("desk-column-subject")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-column-to")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-column-state")) }
                        th."kern-table__header kern-table__header--numeric wide-only" scope="col" { (words.t("desk-column-time")) }
                    }
                }
                tbody.kern-table__body { @for mail in &list.mails { (row(visit, mail)) } }
            }
        }
    }
}

fn row(visit: &Visit, mail: &MessageLine) -> Markup {
    let words = visit.words;
    let (tone, word) = of_message(words, mail);
    html! {
        tr.kern-table__row {
            @if visit.may(MailWrite) {
                @let what = format!("{}, {}", subject(words, mail), mail.to_address);
                (tick("mail", &mail.id.to_string(), &words.with("desk-tick", &[("what", what.into())])))
            }
            th.kern-table__header scope="row" {
                a href=(path(visit, mail)) { (subject(words, mail)) }
                span."sub narrow-only" { (mail.to_address) }
                (state(tone, &word, "narrow-only"))
                @if let Some(trouble) = mail.trouble { span.sub { (trouble::meaning(visit, trouble)) } }
                @if let Some(answer) = mail.answer.as_ref().filter(|_| mail.state != State::Sent) { span.sub { (answer) } }
            }
            td."kern-table__cell wide-only" { (mail.to_name) span.sub { (mail.to_address) } }
            td."kern-table__cell wide-only" { (state(tone, &word, "")) }
            td."kern-table__cell kern-table__cell--numeric wide-only" { (words.short(mail.created_at, visit.zone())) }
        }
    }
}
