//! Releases: what would change, and those that there are.

use crate::page::schedule::warning;
use crate::page::settings::{Tab, frame, frame_of_one};
use address::release as at;
use address::schedule::Schedule;
use base::Uuid;
use maud::{Markup, html};
use portal::page::changes::changes;
use programme::entity::release;
use programme::query::plan::Draft;
use programme::query::release::{Preview, Told};
use programme::rules::change::Held;
use programme::rules::clash::Clash;
use programme::words::{Teller, version};
use web::form::Form;
use web::layout::text;
use web::{Faults, Fields, Visit};

/// What would be released, the form that does it, and what was.
pub fn list(
    visit: &Visit,
    preview: &Preview,
    releases: &[release::Model],
    (draft, blocking): (&Draft, &[Clash]),
    (fields, faults): (&Fields, &Faults),
    stale: bool,
) -> Markup {
    let words = visit.words;
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let form = Form::new(words, fields, faults);
    let teller = Teller { words, zone: visit.zone(), named: &preview.named };
    let first = preview.newest.is_none();
    let nothing = preview.changes.is_empty() && !first;
    let main = html! {
        @if stale {
            section."kern-alert kern-alert--warning" role="alert" {
                div.kern-alert__header {
                    span."kern-icon kern-icon--warning" aria-hidden="true" {}
                    h2.kern-title { (words.t("desk-release-stale")) }
                }
                div.kern-alert__body { p { (words.t("desk-release-stale-next")) } }
            }
        }
        section."panel kern-level-2" aria-labelledby="now" {
            div.panel__head { h2.kern-heading-small #now { (words.t("desk-release-now")) } }
            @if first {
                p { (words.with("desk-release-first", &[("count", preview.slots.into())])) }
            } @else if nothing {
                p { (words.t("desk-release-nothing")) }
            } @else {
                p { (words.with("desk-release-changes", &[("count", preview.changes.len().into())])) }
                (changes(teller, &preview.changes, |held| session(slug, held)))
            }
        }
        @let some = !nothing && (preview.slots > 0 || !first);
        @if some && !blocking.is_empty() { (blocked(visit, slug, draft, blocking)) }
        @if some {
            form."panel kern-level-2 stack stack--l" method="post" novalidate {
                (form.summary())
                (form.hidden("draft"))
                div.form-grid {
                    (form.input("name", &words.t("desk-release-name")).hint(&words.t("desk-release-name-hint")).optional())
                }
                div.form-grid {
                    (form.textarea("note-de", &words.t("desk-release-note-de")).hint(&words.t("desk-release-note-hint")).optional())
                    (form.textarea("note-en", &words.t("desk-release-note-en")).optional())
                }
                (form.checkbox("notify", html! { (words.t("desk-release-notify")) " " span.muted { (words.t("desk-release-notify-hint")) } }))
                @if !blocking.is_empty() {
                    (form.checkbox("despite", html! { (words.t("desk-release-despite")) " " span.muted { (words.t("desk-release-despite-hint")) } }))
                }
                (form.submit(&words.t("desk-release-submit")))
            }
        }
        section."panel kern-level-2" aria-labelledby="releases" {
            div.panel__head { h2.kern-heading-small #releases { (words.t("desk-release-all")) } }
            @if releases.is_empty() {
                p.muted { (words.t("desk-settings-none-of-releases")) }
            } @else {
                ul.row-list {
                    @for row in releases {
                        li {
                            a href=(at::Release::new(slug, row.number.to_string()).path()) dir="auto" {
                                (version(words, row))
                            }
                            span.sub {
                                time datetime=(row.made_at.to_rfc3339()) { (words.date_time(row.made_at, visit.zone())) }
                                @if !row.made_by.is_empty() { ", " span dir="auto" { (row.made_by) } }
                            }
                        }
                    }
                }
            }
        }
    };
    frame(visit, Tab::Releases, &Tab::Releases.word(visit), &main)
}

/// What blocks, with the way to each slot.
fn blocked(visit: &Visit, slug: &str, draft: &Draft, blocking: &[Clash]) -> Markup {
    let words = visit.words;
    let all: Vec<&Clash> = blocking.iter().collect();
    let link = |slot: Uuid| format!("{}#sitzung", Schedule::new(slug).at("", &slot.to_string()));
    html! {
        section."panel kern-level-2" #verhindert aria-labelledby="verhindert-titel" {
            div.panel__head { h2.kern-heading-small #verhindert-titel { (words.with("desk-release-blocked", &[("n", blocking.len().into())])) } }
            p { (words.t("desk-release-blocked-lead")) }
            (warning::list(visit, draft, &all, &link, ""))
        }
    }
}

/// A release: what it changed, and what it holds.
pub fn show(visit: &Visit, told: &Told, teller: Teller<'_>) -> Markup {
    let words = visit.words;
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let row = &told.release;
    let title = version(words, row);
    let public = at::Version::new(slug, row.number.to_string()).path();
    let main = html! {
        div.cluster {
            a."kern-btn kern-btn--secondary" href=(public) { span.kern-label { (words.t("desk-release-public")) } }
            a."kern-btn kern-btn--tertiary" href=(at::Releases::new(slug).path()) { span.kern-label { (words.t("desk-settings-back")) } }
        }
        p.muted { time datetime=(row.made_at.to_rfc3339()) { (words.date_time(row.made_at, visit.zone())) } }
        @if !row.note.is_empty() { p.measure { (text(visit, &row.note)) } }
        section."panel kern-level-2" aria-labelledby="changed" {
            div.panel__head { h2.kern-heading-small #changed { (words.t("desk-release-changed")) } }
            @match &told.changes {
                None => p { (words.with("desk-release-first", &[("count", told.slots.len().into())])) },
                Some(all) if all.is_empty() => p.muted { (words.t("portal-changes-none")) },
                Some(all) => (changes(teller, all, |held| session(slug, held))),
            }
        }
        section."panel kern-level-2" aria-labelledby="holds" {
            div.panel__head { h2.kern-heading-small #holds { (words.t("desk-release-holds")) } }
            ol.row-list {
                @for held in &told.slots {
                    li { strong dir="auto" { (teller.title(held)) } span.sub { (teller.place(held)) } }
                }
            }
        }
    };
    frame_of_one(visit, Tab::Releases, &title, &main)
}

/// Where a slot's session is made.
fn session(slug: &str, held: &Held) -> Option<String> {
    held.session.map(|id| address::session::Session::new(slug, id.to_string()).path())
}
