//! Sessions: their list, their form, cancelling them.

use super::{history, stands, when};
use crate::form::list::Asked;
use crate::form::programme::Programme;
use crate::form::programme::session::MOST;
use crate::form::settings::About;
use crate::page::chip::{Chip, chips};
use crate::page::list::{choice, export, query};
use crate::page::pagination::{pagination, rows};
use crate::page::settings::{Tab, frame, frame_of_one, pair};
use crate::page::state::{Tone, state};
use crate::query::programme::SessionList;
use address::session as at;
use base::Language;
use calendar::entity::invitation::{Participation, Role};
use maud::{Markup, html};
use programme::query::session::{SessionView, State};
use web::form::{Form, once};
use web::layout::text;
use web::{Faults, Fields, Visit};

pub fn list(visit: &Visit, list: &SessionList) -> Markup {
    let words = visit.words;
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let title = Tab::Sessions.word(visit);
    let main = html! {
        div.cluster {
            a."kern-btn kern-btn--primary" href=(at::Session::new(slug, "new").path()) {
                span."kern-icon kern-icon--add" aria-hidden="true" {}
                span.kern-label { (words.t("desk-settings-add-to-sessions")) }
            }
            a."kern-btn kern-btn--secondary" href=(at::SessionImports::new(slug).path()) { span.kern-label { (words.t("session-table")) } }
            (export(words, &at::SessionExports::new(slug).path(), &list.search, list.page.total))
        }
        (filter(visit, slug, list))
        section."panel kern-level-2" aria-label=(title) {
            @if list.sessions.is_empty() {
                @if list.search.narrows() {
                    p { strong { (words.t("desk-programme-nothing")) } }
                    p { a href=(at::Sessions::new(slug).path()) { (words.t("desk-programme-show-all")) } }
                } @else {
                    p.measure { (words.t("desk-settings-none-of-sessions")) }
                }
            } @else {
                (table(visit, slug, list))
                (pagination(words, list.page, |n| list.search.with_page(n).path(slug)))
            }
        }
    };
    frame(visit, Tab::Sessions, &title, &main)
}

fn filter(visit: &Visit, slug: &str, list: &SessionList) -> Markup {
    let words = visit.words;
    let search = &list.search;
    let types: Vec<(String, Markup)> =
        list.types.iter().map(|row| (row.slug.clone(), text(visit, &row.name))).collect();
    let tracks: Vec<(String, Markup)> =
        list.tracks.iter().map(|row| (row.slug.clone(), text(visit, &row.name))).collect();
    let placed = [("no".to_owned(), html! { (words.t("desk-programme-unplaced")) })];
    let any = words.t("desk-filter-all");
    html! {
        form."panel kern-level-2" action=(at::Sessions::new(slug).path()) aria-label=(words.t("desk-programme-filter")) {
            div.filters {
                (query(&words.t("desk-programme-filter-query"), &search.query))
                (choice("type", &words.t("desk-programme-type"), &any, &types, &search.kind))
                (choice("track", &words.t("desk-programme-track"), &any, &tracks, &search.track))
                (choice("placed", &words.t("desk-programme-placed"), &any, &placed, if search.unplaced { "no" } else { "" }))
                @if let Some(state) = search.state { input type="hidden" name="state" value=(state.name()); }
                button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (words.t("desk-filter-submit")) } }
            }
            (chips(words, &words.t("desk-filter-state"), &states(visit, slug, list)))
        }
    }
}

/// All, and each state that there is.
fn states(visit: &Visit, slug: &str, list: &SessionList) -> Vec<Chip> {
    let words = visit.words;
    let search = &list.search;
    let chip = |word: String, count: i64, state: Option<State>| Chip {
        word,
        count,
        path: search.with_state(state).path(slug),
        current: search.state == state,
    };
    let all = list.states.iter().map(|(_, n)| n).sum();
    let there = list.states.iter().filter(|(state, n)| *n > 0 || search.state == Some(*state));
    let each =
        there.map(|(state, n)| chip(words.t(&format!("desk-programme-state-{}", state.name())), *n, Some(*state)));
    std::iter::once(chip(words.t("desk-filter-all"), all, None)).chain(each).collect()
}

fn table(visit: &Visit, slug: &str, list: &SessionList) -> Markup {
    let words = visit.words;
    html! {
        div.kern-table-responsive role="region" aria-labelledby="list" tabindex="0" {
            table."kern-table kern-table--small dense" {
                caption.kern-sr-only #list { (words.with("desk-programme-sessions-caption", &[("rows", rows(words, list.page).into())])) }
                thead.kern-table__header {
                    tr.kern-table__row {
                        th.kern-table__header scope="col" { (words.t("desk-programme-title")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-programme-type")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-programme-when")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-column-state")) }
                    }
                }
                tbody.kern-table__body { @for view in &list.sessions { (row(visit, slug, list, view)) } }
            }
        }
    }
}

fn row(visit: &Visit, slug: &str, list: &SessionList, view: &SessionView) -> Markup {
    let row = &view.row;
    let kind = list.types.iter().find(|kind| Some(kind.id) == row.type_id);
    let track = list.tracks.iter().find(|track| Some(track.id) == row.track_id);
    let speakers: Vec<&str> = view.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
    let stands = stands(visit.words, State::of(row));
    let places = html! {
        @for slot in &view.slots {
            span.sub { (when(visit, slot)) @if let Some(room) = room(&list.rooms, slot.room_id) { ", " span dir="auto" { (room) } } }
        }
    };
    html! {
        tr.kern-table__row {
            th.kern-table__header scope="row" {
                a href=(at::Session::new(slug, row.id.to_string()).path()) { (text(visit, &row.title)) }
                @if !speakers.is_empty() { span.sub dir="auto" { (speakers.join(", ")) } }
                span.narrow-only { (places) (stands) }
            }
            td."kern-table__cell wide-only" {
                @if let Some(kind) = kind { (text(visit, &kind.name)) }
                @if let Some(track) = track { span.sub { (text(visit, &track.name)) } }
            }
            td."kern-table__cell wide-only" { (places) }
            td."kern-table__cell wide-only" { (stands) }
        }
    }
}

fn room(rooms: &[(base::Uuid, String)], id: Option<base::Uuid>) -> Option<&str> {
    let id = id?;
    rooms.iter().find(|(room, _)| *room == id).map(|(_, name)| name.as_str())
}

/// How it stands, when and where it is, what can be done.
pub fn above(visit: &Visit, about: &About) -> Markup {
    let words = visit.words;
    let Some((known, view)) = about.programme.as_ref().and_then(|known| Some((known, known.session.as_ref()?))) else {
        return Markup::default();
    };
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let (id, of) = (view.row.id.to_string(), State::of(&view.row));
    html! {
        section."panel kern-level-2" aria-labelledby="stands" {
            div.panel__head {
                h2.kern-heading-small #stands { (words.t("desk-programme-stands")) }
                (stands(words, of))
            }
            dl.key-values {
                dt { (words.t("desk-programme-code")) }
                dd.code { (view.row.code) }
                dt { (words.t("desk-programme-when")) }
                dd {
                    @if view.slots.is_empty() { (words.t("desk-programme-no-slot")) }
                    @for slot in &view.slots {
                        p {
                            (when(visit, slot))
                            @if let Some(room) = slot.room_id { ", " span dir="auto" { (known.room(room)) } }
                            " " span.muted { (words.with("desk-programme-number", &[("number", i64::from(slot.number).into())])) }
                        }
                    }
                }
            }
            div.cluster {
                @match of {
                    State::Cancelled => {
                        a."kern-btn kern-btn--secondary" href=(at::SessionRestoration::new(slug, &id).path()) { span.kern-label { (words.t("desk-programme-restore")) } }
                    }
                    State::Open => { (confirmation(visit, slug, &id, true)) (to_cancellation(visit, slug, &id)) }
                    State::Confirmed => { (confirmation(visit, slug, &id, false)) (to_cancellation(visit, slug, &id)) }
                }
            }
        }
    }
}

fn confirmation(visit: &Visit, slug: &str, id: &str, confirm: bool) -> Markup {
    let word = if confirm { "desk-programme-confirm" } else { "desk-programme-unconfirm" };
    html! {
        form method="post" action=(at::SessionConfirmation::new(slug, id).path()) {
            input type="hidden" name="confirmed" value=(if confirm { "yes" } else { "no" });
            button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (visit.words.t(word)) } }
        }
    }
}

fn to_cancellation(visit: &Visit, slug: &str, id: &str) -> Markup {
    html! {
        a."kern-btn kern-btn--tertiary" href=(at::SessionCancellation::new(slug, id).path()) { span.kern-label { (visit.words.t("desk-programme-cancel")) } }
    }
}

/// Who was invited to it, and what happened to it.
pub fn below(visit: &Visit, about: &About) -> Markup {
    html! { (invited(visit, about)) (history(visit, about)) }
}

/// Who has the appointment, and what they answered.
fn invited(visit: &Visit, about: &About) -> Markup {
    let words = visit.words;
    let all = about.programme.as_ref().map_or(&[][..], |known| &known.invitations);
    html! {
        @if !all.is_empty() {
            section."panel kern-level-2" aria-labelledby="invited" {
                div.panel__head { h2.kern-heading-small #invited { (words.t("desk-session-invited")) } }
                ul.row-list {
                    @for one in all {
                        @let (tone, word) = answer(one.participation);
                        li.cluster {
                            strong dir="auto" { (one.name) }
                            span.muted { (words.t(if one.role == Role::Speaker { "invitation-speaker-of" } else { "invitation-seat-of" })) }
                            (state(tone, &words.t(word), ""))
                            @if let Some(at) = one.answered_at { span.muted { (words.date_time(at, visit.zone())) } }
                        }
                    }
                }
            }
        }
    }
}

fn answer(participation: Participation) -> (Tone, &'static str) {
    match participation {
        Participation::NeedsAction => (Tone::Wait, "invitation-state-needs-action"),
        Participation::Accepted => (Tone::Ok, "invitation-state-accepted"),
        Participation::Tentative => (Tone::Wait, "invitation-state-tentative"),
        Participation::Declined => (Tone::Bad, "invitation-state-declined"),
    }
}

/// The fields.
pub fn body(form: Form<'_>, about: &About) -> Markup {
    let t = |key: &str| about.words.t(key);
    let empty = Programme::default();
    let known = about.programme.as_ref().unwrap_or(&empty);
    let name = |text: &base::Text| text.in_language(known.language).to_owned();
    let types = known.types.iter().map(|row| (row.id.to_string(), name(&row.name)));
    let tracks = known.tracks.iter().map(|row| (row.id.to_string(), name(&row.name)));
    let said = form.fields.get("language").to_owned();
    let usual = Language::ALL.map(Language::tag);
    let other = (!said.is_empty() && !usual.contains(&said.as_str())).then(|| (said.clone(), said.clone()));
    let languages = usual.into_iter().map(|tag| (tag.to_owned(), t(&format!("desk-programme-language-{tag}"))));
    let html = known.session.as_ref().is_some_and(|view| view.row.markup == programme::entity::session::Markup::Html);
    let markup = t(if html { "desk-programme-html" } else { "desk-programme-markdown" });
    let is_new = form.fields.has(once::NAME);
    html! {
        (pair(form, "title", "desk-programme-title", None, true))
        (pair(form, "subtitle", "desk-programme-subtitle", None, false))
        div.form-grid {
            (form.select("type", &t("desk-programme-type")).option("", t("desk-programme-none")).options(types))
            (form.select("track", &t("desk-programme-track")).option("", t("desk-programme-none")).options(tracks))
            (form.select("language", &t("desk-programme-language")).option("", t("desk-programme-unsaid")).options(languages).options(other))
            (form.input("minutes", &t("desk-programme-minutes")).digits().hint(&t("desk-programme-minutes-hint")).optional())
            (form.input("seats", &t("desk-programme-seats")).digits().hint(&t("desk-programme-seats-hint")).optional())
        }
        (form.checkbox("no-record", html! { (t("desk-programme-no-record")) }))
        @if is_new {
            (form.checkbox("confirmed", html! { (t("desk-programme-confirmed")) " " span.muted { (t("desk-programme-confirmed-hint")) } }))
        }
        (speakers(form, about, known))
        div.form-grid {
            (form.textarea("abstract-de", &t("desk-programme-abstract-de")).rows(4).hint(&markup).optional())
            (form.textarea("abstract-en", &t("desk-programme-abstract-en")).rows(4).optional())
        }
        div.form-grid {
            (form.textarea("description-de", &t("desk-programme-description-de")).rows(8).hint(&markup).optional())
            (form.textarea("description-en", &t("desk-programme-description-en")).rows(8).optional())
        }
        @if !known.topics.is_empty() {
            fieldset.kern-fieldset #topics {
                legend.kern-label { (t("desk-programme-topics")) }
                div."kern-fieldset__body ticks" {
                    @for topic in &known.topics {
                        @let id = format!("topic-{}", topic.id);
                        (form.checkbox(&id, html! { (name(&topic.name)) }))
                    }
                }
            }
        }
        (links(form, about))
    }
}

/// So many rows: those that are filled, and two more.
fn shown(form: Form<'_>, prefix: &str) -> usize {
    let filled = (1..=MOST).rev().find(|n| !form.fields.get(&format!("{prefix}-{n}")).is_empty()).unwrap_or(0);
    (filled + 2).min(MOST)
}

fn speakers(form: Form<'_>, about: &About, known: &Programme) -> Markup {
    let words = about.words;
    html! {
        fieldset.kern-fieldset {
            legend.kern-label { (words.t("desk-programme-speakers")) }
            p.kern-hint { (words.t("desk-programme-speakers-hint")) }
            datalist #known-speakers {
                @for one in &known.speakers { option value=(Programme::typed(one)) {} }
            }
            div.form-grid {
                @for n in 1..=shown(form, "speaker") {
                    @let id = format!("speaker-{n}");
                    (form.input(&id, &words.with("desk-programme-speaker-n", &[("n", n.into())])).list("known-speakers").autocomplete("off").optional())
                }
            }
        }
    }
}

fn links(form: Form<'_>, about: &About) -> Markup {
    let words = about.words;
    html! {
        fieldset.kern-fieldset {
            legend.kern-label { (words.t("desk-programme-links")) }
            p.kern-hint { (words.t("desk-programme-links-hint")) }
            @for n in 1..=shown(form, "link") {
                @let (url, title, file) = (format!("link-{n}"), format!("link-title-{n}"), format!("link-file-{n}"));
                div.form-grid {
                    (form.input(&url, &words.with("desk-programme-link-n", &[("n", n.into())])).optional())
                    (form.input(&title, &words.with("desk-programme-link-title-n", &[("n", n.into())])).optional())
                    (form.checkbox(&file, html! { (words.with("desk-programme-link-file-n", &[("n", n.into())])) }))
                }
            }
        }
    }
}

/// Asks why a session is cancelled, or takes place after all.
pub fn cancellation(visit: &Visit, view: &SessionView, restore: bool, fields: &Fields, faults: &Faults) -> Markup {
    let words = visit.words;
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let back = at::Session::new(slug, view.row.id.to_string()).path();
    let (deed, meaning) = if restore {
        ("desk-programme-restore", "desk-programme-restore-meaning")
    } else {
        ("desk-programme-cancel", "desk-programme-cancel-meaning")
    };
    let form = Form::new(words, fields, faults);
    let main = html! {
        form."panel kern-level-2 measure stack" method="post" novalidate {
            (form.summary())
            p { strong { (text(visit, &view.row.title)) } }
            p { (words.t(meaning)) }
            (form.textarea("reason", &words.t("desk-programme-reason")).hint(&words.t("desk-programme-reason-hint")).required())
            div.cluster {
                (form.submit(&words.t(deed)))
                a."kern-btn kern-btn--tertiary" href=(back) { span.kern-label { (words.t("desk-programme-keep")) } }
            }
        }
    };
    frame_of_one(visit, Tab::Sessions, &words.t(deed), &main)
}
