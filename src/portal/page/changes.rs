//! What releases of the programme changed, and a release as it was.

use super::{Scene, breadcrumb, button};
use address::release as at;
use base::Uuid;
use maud::{Markup, html};
use programme::query::release::{Named, Told};
use programme::rules::change::{Change, Held};
use programme::words::{Teller, version};
use std::collections::HashSet;

/// Changes in words, in the order of time. `link`: where a slot's session has a page.
pub fn changes(teller: Teller<'_>, all: &[Change], link: impl Fn(&Held) -> Option<String>) -> Markup {
    html! {
        ul.row-list {
            @for change in all {
                li {
                    strong dir="auto" {
                        @match link(&change.held) {
                            Some(path) => a href=(path) { (teller.title(&change.held)) },
                            None => (teller.title(&change.held)),
                        }
                    }
                    @for sentence in teller.sentences(change) { span.sub dir="auto" { (sentence) } }
                }
            }
        }
    }
}

fn teller<'a>(scene: Scene, named: &'a Named) -> Teller<'a> {
    Teller { words: scene.words, zone: scene.zone(), named }
}

/// What a release is called: "Fassung 3".
pub fn name(scene: Scene, told: &Told) -> String {
    version(scene.words, &told.release)
}

/// The releases with what each changed, newest first. What has a page leads there: what the newest release holds, and what
/// was cancelled since.
pub fn main(scene: Scene, all: &[Told], named: &Named) -> Markup {
    let slug = &scene.congress.slug;
    let newest: HashSet<Uuid> =
        all.first().into_iter().flat_map(|told| &told.slots).filter_map(|held| held.session).collect();
    let link = |held: &Held| {
        let id = held.session?;
        let session = named.sessions.get(&id)?;
        let is_public = newest.contains(&id) || session.cancelled_at.is_some();
        is_public.then(|| address::programme::Session::new(slug, &session.code).path())
    };
    html! {
        div."wrap wrap--text band stack stack--l" {
            div."stack stack--s" {
                h1.kern-heading-x-large { (scene.t("portal-changes")) }
                p.measure { (scene.t("portal-changes-lead")) }
                p { (button("secondary", &at::ChangesFeed::new(slug).path(), &scene.t("portal-changes-feed"))) }
            }
            @if all.is_empty() { p { (scene.t("portal-changes-no-release")) } }
            @for told in all {
                @let id = format!("v{}", told.release.number);
                section."panel kern-level-2" aria-labelledby=(id) {
                    h2.kern-heading-small id=(id) dir="auto" { (name(scene, told)) }
                    p.muted { time datetime=(told.release.made_at.to_rfc3339()) { (scene.words.date_time(told.release.made_at, scene.zone())) } }
                    @if !told.release.note.is_empty() { p { (scene.text(&told.release.note)) } }
                    @match &told.changes {
                        None => p { (scene.with("portal-changes-first", &[("count", told.slots.len().into())])) },
                        Some(all) if all.is_empty() => p { (scene.t("portal-changes-none")) },
                        Some(all) => (changes(teller(scene, named), all, link)),
                    }
                    p { a href=(at::Version::new(slug, told.release.number.to_string()).path()) { (scene.t("portal-changes-read")) } }
                }
            }
        }
    }
}

/// A release as it was, as a plain list by days. `newest`: nothing was released after it.
pub fn one(scene: Scene, told: &Told, named: &Named, newest: bool) -> Markup {
    let teller = teller(scene, named);
    let title = name(scene, told);
    let day = |held: &Held| scene.words.weekday_date(held.starts_at, scene.zone());
    let days = told.slots.chunk_by(|one, next| day(one) == day(next));
    html! {
        div."wrap wrap--text band stack stack--l" {
            (breadcrumb(scene.words, &at::Changes::new(&scene.congress.slug).path(), &scene.t("portal-changes"), &title))
            div."stack stack--s" {
                h1.kern-heading-x-large dir="auto" { (title) }
                p.muted { time datetime=(told.release.made_at.to_rfc3339()) { (scene.words.date_time(told.release.made_at, scene.zone())) } }
                p.measure { (scene.t(if newest { "portal-changes-is-newest" } else { "portal-changes-is-old" })) }
                @if !told.release.note.is_empty() { p { (scene.text(&told.release.note)) } }
            }
            @for slots in days {
                @if let Some(first) = slots.first() {
                    section."stack stack--s" {
                        h2.kern-heading-small { (day(first)) }
                        ol.row-list {
                            @for held in slots {
                                li { strong dir="auto" { (teller.title(held)) } span.sub dir="auto" { (teller.place(held)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What a feed says of a release, as HTML.
pub fn content(scene: Scene, told: &Told, named: &Named) -> Markup {
    let teller = teller(scene, named);
    html! {
        @if !told.release.note.is_empty() { p { (told.release.note.in_language(scene.words.language())) } }
        @match &told.changes {
            None => p { (scene.with("portal-changes-first", &[("count", told.slots.len().into())])) },
            Some(all) if all.is_empty() => p { (scene.t("portal-changes-none")) },
            Some(all) => ul {
                @for change in all {
                    li { strong { (teller.title(&change.held)) } ": " (teller.sentences(change).join("; ")) }
                }
            },
        }
    }
}
