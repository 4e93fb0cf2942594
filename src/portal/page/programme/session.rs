//! One session.

use super::speaker::picture;
use super::{Sheet, filters, named};
use crate::page::prose::{self, written};
use crate::page::workshop::left_of;
use crate::page::{breadcrumb, calendar, line};
use crate::query::programme::Filter;
use crate::query::programme::day::date_of;
use ::calendar::ics::Event;
use address::calendar::SessionFeed;
use base::Text;
use chrono::Datelike;
use maud::{Markup, html};
use programme::entity::session;
use programme::entity::session_link::{Kind, Model as Link};
use programme::query::booking::Occurrence;
use programme::query::public::{Detail, Slot};
use web::layout::icon;

/// The page. `place`: where the newest release has the session; none: it was cancelled, and the release is without it.
/// `seats`: its occurrences that ticket holders book.
/// `public_url`: what stands before every path.
pub fn main(sheet: &Sheet, detail: &Detail, place: Option<usize>, seats: &[Occurrence], public_url: &str) -> Markup {
    let row = &detail.session;
    let slots: Vec<&Slot> = place.map(|at| sheet.plan.occurrences(at).collect()).unwrap_or_default();
    let listed = place.and_then(|at| sheet.plan.sessions.get(at));
    let programme = sheet.filter.zoned(&address::programme::Programme::new(sheet.slug()).path());
    let (title, language) = row.title.get(sheet.scene.words.language());
    let other = (language != sheet.scene.words.language()).then_some(language);
    html! {
        article."wrap wrap--text band--tight stack stack--l" {
            (breadcrumb(sheet.scene.words, &programme, &sheet.t("timetable-title"), title))
            div."stack stack--s" {
                h1.kern-heading-x-large lang=[other] { (title) }
                @if !row.subtitle.is_empty() { p.kern-heading-small { (sheet.scene.text(&row.subtitle)) } }
            }
            @if row.cancelled_at.is_some() { (line("warning", &sheet.t("timetable-cancelled-sentence"))) }
            (sheet.zone_warning())
            dl."stack stack--s" {
                @for slot in &slots { (occurrence(sheet, slot)) }
                (facts(sheet, detail))
            }
            @if let Some(session) = listed.filter(|session| !session.cancelled) {
                (sheet.marks(&html! { div.cluster { (sheet.star(session, true)) } }))
            }
            @if !seats.is_empty() {
                section."stack stack--s" aria-labelledby="plaetze" {
                    h2.kern-heading-medium #plaetze { (sheet.t("booking-seats")) }
                    (left_of(sheet.scene, seats))
                }
            }
            @if listed.is_some_and(|session| !session.cancelled) && !slots.is_empty() {
                (calendar::add(sheet.scene, &appointments(sheet, row, &slots, public_url), &SessionFeed::new(sheet.slug(), &row.code).path()))
            }
            (people(sheet, detail))
            (texts(sheet, detail))
            (links(sheet, &detail.links, Kind::Link, "timetable-links"))
            (links(sheet, &detail.links, Kind::Attachment, "timetable-attachments"))
            @if row.do_not_record { (line("info", &sheet.t("timetable-do-not-record"))) }
        }
    }
}

/// The session at each of its times, with what tells them apart.
fn appointments(sheet: &Sheet, row: &session::Model, slots: &[&Slot], public_url: &str) -> Vec<(String, Event)> {
    let (scene, zone) = (sheet.scene, sheet.zone());
    let url = format!("{public_url}{}", address::programme::Session::new(sheet.slug(), &row.code).path());
    let said = |text: &Text| text.in_language(scene.words.language()).to_owned();
    let room = |slot: &Slot| slot.room.and_then(|at| sheet.plan.rooms.get(at)).map(|room| said(&room.name));
    let year = |slot: &&Slot| slot.starts_at.with_timezone(&zone).year();
    let years = slots.iter().any(|slot| slots.first().map(year) != Some(year(slot)));
    let of = |slot: &&Slot| {
        let event = Event {
            starts: slot.starts_at,
            ends: slot.ends_at,
            title: said(&row.title),
            location: room(slot).unwrap_or_default(),
            description: url.clone(),
            ..Event::default()
        };
        (
            if years { scene.words.date_time(slot.starts_at, zone) } else { scene.words.short(slot.starts_at, zone) },
            event,
        )
    };
    slots.iter().map(of).collect()
}

/// Day, hours and room.
fn occurrence(sheet: &Sheet, slot: &Slot) -> Markup {
    let day = date_of(sheet.plan, slot, sheet.scene.congress.zone);
    html! {
        div.fact {
            dt.kern-sr-only { (sheet.t("timetable-time")) }
            dd {
                (icon("event-ok")) (sheet.date(day)) ", " (sheet.span(slot, slot.ends_at))
                @if let Some(room) = sheet.room(slot) { ", " (room) }
                @if sheet.is_running(slot) { " · " strong { (sheet.t("timetable-running")) } }
            }
        }
    }
}

fn facts(sheet: &Sheet, detail: &Detail) -> Markup {
    let row = &detail.session;
    let kind = row.type_id.and_then(|id| sheet.plan.kinds.iter().find(|kind| kind.id == id));
    let track = row.track_id.and_then(|id| sheet.plan.tracks.iter().find(|track| track.id == id));
    let fact = |key: &str, value: Markup| html! { div { dt.kern-sr-only { (sheet.t(key)) } dd { (value) } } };
    let about = |filter: Filter, name: &Text| {
        html! { a.topic-chip href=(filter.path(sheet.slug())) { (sheet.scene.text(name)) } }
    };
    html! {
        @if let Some(kind) = kind { (fact("timetable-type", sheet.scene.text(&kind.name))) }
        @if !row.language.is_empty() {
            div { dt.kern-sr-only { (sheet.t("timetable-spoken")) } dd { (sheet.scene.with("timetable-held-in", &[("language", filters::language(sheet, &row.language).into())])) } }
        }
        @if let Some(track) = track {
            (fact("timetable-track", about(Filter { tracks: vec![track.slug.clone()], ..Filter::default() }, &track.name)))
        }
        @if !detail.topics.is_empty() {
            div {
                dt.kern-sr-only { (sheet.t("timetable-topic")) }
                dd."cluster cluster--s" { @for topic in &detail.topics { span.topic-chip { (sheet.scene.text(topic)) } } }
            }
        }
    }
}

fn people(sheet: &Sheet, detail: &Detail) -> Markup {
    // Whoever speaks in nothing that is released has no page.
    let listed = |code: &str| sheet.plan.speakers.iter().find(|speaker| speaker.code == code);
    html! {
        @if !detail.speakers.is_empty() {
            section."stack stack--s" aria-labelledby="wer" {
                h2.kern-heading-medium #wer { (sheet.t("timetable-who")) }
                ul."plain-list stack stack--s" {
                    @for (code, name, organisation) in &detail.speakers {
                        li {
                            @if let Some(speaker) = listed(code) {
                                div.speaker-card {
                                    (picture(sheet, speaker, false))
                                    div {
                                        a href=(sheet.speaker_path(code)) { (name) }
                                        @if !organisation.is_empty() { ", " (organisation) }
                                    }
                                }
                            } @else { (named(name, organisation)) }
                        }
                    }
                }
            }
        }
    }
}

fn texts(sheet: &Sheet, detail: &Detail) -> Markup {
    let row = &detail.session;
    let words = sheet.scene.words.language();
    let said = |text: &Text| {
        let (said, language) = text.get(words);
        html! {
            @if !said.trim().is_empty() {
                div."stack session-text" lang=[(language != words).then_some(language)] { (written(said, row.markup.into(), 1)) }
            }
        }
    };
    html! {
        (said(&row.abstract_text))
        // Some programs send the same twice.
        @if *row.description != *row.abstract_text { (said(&row.description)) }
    }
}

fn links(sheet: &Sheet, all: &[Link], kind: Kind, key: &str) -> Markup {
    let id = if kind == Kind::Link { "links" } else { "dateien" };
    let all: Vec<&Link> = all.iter().filter(|link| link.kind == kind).collect();
    html! {
        @if !all.is_empty() {
            section."stack stack--s" aria-labelledby=(id) {
                h2.kern-heading-medium id=(id) { (sheet.t(key)) }
                ul { @for link in all { li { (prose::outward(&link.url, &link.title)) } } }
            }
        }
    }
}
