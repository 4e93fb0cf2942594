//! One entry of the programme: a session, a break, or a run of impulses.

use super::{Sheet, filters};
use crate::query::programme::Entry;
use crate::query::programme::grid::Cell;
use maud::{Markup, html};
use programme::query::public::{Session, Slot};
use std::fmt::Write as _;

/// The colours of tracks that have none of their own.
const PALETTE: [&str; 4] = [" slot--city", " slot--learn", " slot--tech", " slot--society"];

/// What lists say beside each entry only where it differs between them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tells {
    pub(super) kind: bool,
    pub(super) language: bool,
}

impl Tells {
    pub(super) fn of(sheet: &Sheet) -> Self {
        let kinds = sheet.plan.kinds.iter().enumerate();
        let kinds = kinds.filter(|(at, _)| sheet.plan.sessions.iter().any(|session| session.kind == Some(*at)));
        Self { kind: kinds.count() > 1, language: filters::languages(sheet).len() > 1 }
    }
}

/// An `<li>`. `more` stands below it.
pub(super) fn entry(sheet: &Sheet, tells: Tells, entry: &Entry, cell: Option<Cell>, more: &Markup) -> Markup {
    let Some(slot) = entry.first(sheet.plan) else { return html! {} };
    let session = sheet.session(slot);
    let until = entry.ends_at(sheet.plan).unwrap_or(slot.ends_at);
    let run = entry.slots.len() > 1;
    let running = slot.starts_at <= sheet.scene.now && sheet.scene.now < until;
    let cancelled = !run && session.is_some_and(|session| session.cancelled);
    let mut class = String::from("slot");
    class.push_str(&colour(sheet, session));
    for (holds, word) in [
        (session.is_none(), " slot--break"),
        (running && !cancelled, " slot--now"),
        (cancelled, " slot--cancelled"),
        (is_keynote(sheet, session), " slot--keynote"),
    ] {
        if holds {
            class.push_str(word);
        }
    }
    if let Some(cell) = cell {
        // Writing to a String does not fail.
        let _ = write!(class, " room-{} row-{} span-{}", cell.column, cell.row, cell.span);
        if cell.wide > 1 {
            let _ = write!(class, " wide-{}", cell.wide);
        }
    }
    html! {
        li class=(class) id=[session.and_then(|session| anchor(entry, session))] {
            p.slot__when {
                span { (sheet.span(slot, until)) }
                @if let Some(room) = sheet.room(slot) { span.slot__room { (room) } }
                @if cancelled { strong { (sheet.t("timetable-cancelled")) } }
                @else if running { strong { (sheet.t("timetable-running")) } }
                @if let Some(session) = session.filter(|_| !run) { (kind(sheet, tells, session)) }
            }
            @match session {
                Some(session) if run => { (impulses(sheet, entry, session)) }
                Some(session) => { (told(sheet, session)) }
                None => { h3.slot__title { (sheet.scene.text(&slot.title)) } }
            }
            (more)
        }
    }
}

/// Where a form that marked the session leads back to: its first occurrence.
fn anchor(entry: &Entry, session: &Session) -> Option<String> {
    (entry.slots == [session.first]).then(|| format!("s-{}", session.code))
}

fn told(sheet: &Sheet, session: &Session) -> Markup {
    let (title, language) = session.title.get(sheet.scene.words.language());
    let other = (language != sheet.scene.words.language()).then_some(language);
    let who = sheet.who(session);
    html! {
        h3.slot__title lang=[other] { a href=(sheet.session_path(&session.code)) { (title) } }
        @if !who.is_empty() { p.slot__who { (who) } }
        @if let Some(track) = sheet.track(session) { p.slot__track { (sheet.scene.text(&track.name)) } }
        (sheet.star(session, false))
    }
}

fn kind(sheet: &Sheet, tells: Tells, session: &Session) -> Markup {
    let kind = session.kind.and_then(|at| sheet.plan.kinds.get(at)).filter(|_| tells.kind);
    let other = tells.language && !session.language.is_empty();
    html! {
        @if let Some(kind) = kind { span { (sheet.scene.text(&kind.name)) } }
        @if other { span { (filters::language(sheet, &session.language)) } }
    }
}

/// A run of impulses: how many, and each with its time.
fn impulses(sheet: &Sheet, entry: &Entry, first: &Session) -> Markup {
    let count = [("count", entry.slots.len().into())];
    let title = sheet.scene.with("timetable-impulses", &count);
    let slots: Vec<(&Slot, &Session)> = entry
        .slots
        .iter()
        .filter_map(|at| sheet.plan.slots.get(*at))
        .filter_map(|slot| Some((slot, sheet.session(slot)?)))
        .collect();
    html! {
        h3.slot__title {
            (title) @if let Some(track) = sheet.track(first) { ": " (sheet.scene.text(&track.name)) }
        }
        ol.impulses {
            @for (slot, session) in slots {
                @let day = crate::query::programme::day::date_of(sheet.plan, slot, sheet.scene.congress.zone);
                @let (said, language) = session.title.get(sheet.scene.words.language());
                @let other = (language != sheet.scene.words.language()).then_some(language);
                li {
                    time { (sheet.clock(slot.starts_at, day)) }
                    span {
                        a href=(sheet.session_path(&session.code)) lang=[other] { (said) }
                        @if session.cancelled { ", " strong { (sheet.t("timetable-cancelled")) } }
                        @let whence = sheet.whence(session);
                        @if !whence.is_empty() { ", " (whence) }
                    }
                }
            }
        }
    }
}

fn is_keynote(sheet: &Sheet, session: Option<&Session>) -> bool {
    let kind = session.and_then(|session| session.kind).and_then(|at| sheet.plan.kinds.get(at));
    kind.is_some_and(|kind| kind.slug == "keynote")
}

/// The class that carries the colour of the track.
fn colour(sheet: &Sheet, session: Option<&Session>) -> String {
    let Some(at) = session.and_then(|session| session.track) else { return String::new() };
    match sheet.plan.tracks.get(at) {
        Some(track) if !track.colour.is_empty() => format!(" track-{at}"),
        _ => PALETTE.get(at % PALETTE.len()).copied().unwrap_or_default().to_owned(),
    }
}
