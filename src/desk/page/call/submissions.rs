//! What came in.

use super::{names, of_pending, of_state, word};
use crate::form::call::SubmissionSearch;
use crate::form::list::Asked;
use crate::page::chip::{Chip, chips};
use crate::page::list::{bar, choice, query, tick, views};
use crate::page::pagination::{pagination, rows};
use crate::query::call::Submissions;
use identity::entity::saved_view;
use maud::{Markup, html};
use programme::entity::submission::State;
use programme::query::submission::Line;
use sea_orm::Iterable;
use web::Visit;
use web::layout::{Section, desk_page, text};

pub fn submissions(visit: &Visit, list: &Submissions, kept: &[saved_view::Model]) -> Markup {
    let words = visit.words;
    let title = words.t("desk-submissions");
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let (pending, edited) = list.pending();
    let main = html! {
        div.section-head {
            div {
                h1.kern-heading-large { (title) }
                p.muted { (words.with("desk-submissions-lead", &[("count", list.count(State::Submitted).into())])) }
            }
            div.cluster {
                a."kern-btn kern-btn--secondary" href=(address::call::DeskNewSubmission::new(slug).path()) {
                    span."kern-icon kern-icon--add" aria-hidden="true" {}
                    span.kern-label { (words.t("desk-submission-new")) }
                }
                @if pending > 0 {
                    a."kern-btn kern-btn--primary" href=(address::call::DeskAnnouncement::new(slug).path()) {
                        span.kern-label { (words.with("desk-submissions-announce", &[("count", (pending - edited).into())])) }
                    }
                }
            }
        }
        (views(visit, slug, &list.search, kept))
        (filter(visit, slug, list))
        section."panel kern-level-2" aria-label=(title) {
            @if list.lines.is_empty() {
                p { strong { (words.t(if list.search.narrows() { "desk-submissions-nothing" } else { "desk-submissions-none" })) } }
                @if list.search.narrows() { p { a href=(SubmissionSearch::place(slug)) { (words.t("desk-submissions-all")) } } }
            } @else {
                form method="get" action=(address::call::DeskSubmissionBatch::new(slug).path()) {
                    (bar(words, &list.search, list.page.total, &[
                        ("accepted", "ok", "desk-submissions-deed-accept"),
                        ("rejected", "no", "desk-submissions-deed-reject"),
                        ("back", "undo", "desk-submissions-deed-back"),
                    ]))
                    (table(visit, slug, list))
                }
                (pagination(words, list.page, |n| list.search.with_page(n).path(slug)))
            }
        }
    };
    desk_page(visit, Section::Submissions, &title, main)
}

fn filter(visit: &Visit, slug: &str, list: &Submissions) -> Markup {
    let words = visit.words;
    let search = &list.search;
    let all = words.t("desk-filter-all");
    let calls: Vec<_> = list.calls.iter().map(|call| (call.row.slug.clone(), text(visit, &call.row.title))).collect();
    let types: Vec<_> = list.types.iter().map(|kind| (kind.slug.clone(), text(visit, &kind.name))).collect();
    let tracks: Vec<_> = list.tracks.iter().map(|track| (track.slug.clone(), text(visit, &track.name))).collect();
    let pendings: Vec<_> = ["any", "none", "edited", "accepted", "rejected", "cancelled"]
        .map(|name| (name.to_owned(), html! { (words.t(&format!("desk-submission-filter-{name}"))) }))
        .to_vec();
    let states = State::iter().filter(|state| *state != State::Draft);
    let chip = |label: String, count: i64, state: Option<State>| Chip {
        word: label,
        count,
        path: search.with_state(state).path(slug),
        current: search.state == state,
    };
    let whole: i64 = states.clone().map(|state| list.count(state)).sum();
    let there = states.filter(|state| list.count(*state) > 0 || search.state == Some(*state));
    let each = there.map(|state| chip(word(words, state), list.count(state), Some(state)));
    let states: Vec<Chip> = std::iter::once(chip(all.clone(), whole, None)).chain(each).collect();
    html! {
        form."panel kern-level-2" action=(SubmissionSearch::place(slug)) aria-label=(words.t("desk-submissions-filter")) {
            div.filters {
                (query(&words.t("desk-filter-query"), &search.query))
                (choice("call", &words.t("desk-call"), &all, &calls, &search.call))
                (choice("pending", &words.t("desk-submission-decided"), &all, &pendings, search.pending_name()))
                @if !types.is_empty() { (choice("type", &words.t("call-type"), &all, &types, &search.kind)) }
                @if !tracks.is_empty() { (choice("track", &words.t("call-track"), &all, &tracks, &search.track)) }
                @if let Some(state) = search.state { input type="hidden" name="state" value=(state.name()); }
                button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (words.t("desk-filter-submit")) } }
            }
            (chips(words, &words.t("desk-filter-state"), &states))
        }
    }
}

fn table(visit: &Visit, slug: &str, list: &Submissions) -> Markup {
    let words = visit.words;
    html! {
        div.kern-table-responsive role="region" aria-labelledby="list" tabindex="0" {
            table."kern-table kern-table--small dense" {
                caption.kern-sr-only #list { (words.with("desk-submissions-caption", &[("rows", rows(words, list.page).into())])) }
                thead.kern-table__header {
                    tr.kern-table__row {
                        td."kern-table__cell tick" {}
                        th.kern-table__header scope="col" { (words.t("desk-submission")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("call-type")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("call-track")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-column-state")) }
                        th."kern-table__header kern-table__header--numeric wide-only" scope="col" { (words.t("desk-submission-in")) }
                    }
                }
                tbody.kern-table__body { @for line in &list.lines { (row(visit, slug, list, line)) } }
            }
        }
    }
}

fn row(visit: &Visit, slug: &str, list: &Submissions, line: &Line) -> Markup {
    let words = visit.words;
    let one = &line.row;
    let call = list.calls.iter().find(|call| call.row.id == one.call_id);
    let kind = list.types.iter().find(|kind| Some(kind.id) == one.type_id);
    let track = list.tracks.iter().find(|track| Some(track.id) == one.track_id);
    let label = words.with("desk-submission-tick", &[("title", (&one.title).into())]);
    html! {
        tr.kern-table__row {
            (tick("code", &one.code, &label))
            th.kern-table__header scope="row" dir="auto" {
                a href=(address::call::DeskSubmission::new(slug, &one.code).path()) { (one.title) }
                span.sub { (names(&line.parts)) }
                @if let Some(call) = call { span.sub { (text(visit, &call.row.title)) ", " span.code { (one.code) } } }
                span.narrow-only { (of_state(words, one.state)) (of_pending(words, one)) }
            }
            td."kern-table__cell wide-only" {
                @if let Some(kind) = kind { (text(visit, &kind.name)) }
                @if let Some(minutes) = one.minutes { span.sub { (words.with("call-minutes", &[("minutes", minutes.into())])) } }
            }
            td."kern-table__cell wide-only" { @if let Some(track) = track { (text(visit, &track.name)) } }
            td."kern-table__cell wide-only" { (of_state(words, one.state)) (of_pending(words, one)) }
            td."kern-table__cell kern-table__cell--numeric wide-only" {
                @if let Some(at) = one.submitted_at { (words.short(at, visit.zone())) }
            }
        }
    }
}
