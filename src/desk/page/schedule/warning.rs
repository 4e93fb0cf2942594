//! What is wrong with the draft, in words.

use base::{Text, Time, Uuid};
use locale::{Arg, Words};
use maud::{Markup, html};
use programme::query::plan::Draft;
use programme::rules::clash::{Clash, Severity, What};
use web::Visit;

/// More are not listed at once.
const MOST: usize = 25;

/// The title of what stands in a slot, in the reader's language.
pub fn title(words: Words, draft: &Draft, slot: Uuid) -> String {
    let shown = draft.slot(slot).map(|slot| draft.title(slot).in_language(words.language()).to_owned());
    shown.filter(|title| !title.is_empty()).unwrap_or_else(|| words.t("desk-schedule-untitled"))
}

pub fn room(words: Words, draft: &Draft, id: Uuid) -> String {
    let room = draft.rooms.iter().find(|room| room.id == id);
    room.map_or_else(|| words.t("desk-schedule-no-room"), |room| room.name.in_language(words.language()).to_owned())
}

fn speaker(words: Words, draft: &Draft, id: Uuid) -> String {
    let name = draft.speakers.get(&id).map(|speaker| speaker.name.clone());
    name.unwrap_or_else(|| words.t("desk-schedule-somebody"))
}

/// 15:00.
pub fn clock(draft: &Draft, time: Time) -> String {
    time.with_timezone(&draft.frame.zone).format("%H:%M").to_string()
}

/// What is the matter, in two or three words.
pub fn kind(words: Words, clash: &Clash) -> String {
    words.t(&format!("desk-clash-{}", clash.what.kind().name()))
}

/// The rest of the sentence, without the slots that it is about.
fn detail(words: Words, draft: &Draft, clash: &Clash) -> String {
    let track = |id: Uuid| {
        let track = draft.tracks.iter().find(|track| track.id == id);
        track.map_or_else(String::new, |track| track.name.in_language(words.language()).to_owned())
    };
    let mut args: Vec<(&'static str, Arg)> =
        vec![("from", clock(draft, clash.span.from).into()), ("until", clock(draft, clash.span.until).into())];
    match clash.what {
        What::RoomTwice { room: id } | What::RoomClosed { room: id } => {
            args.push(("room", room(words, draft, id).into()))
        }
        What::SpeakerTwice { speaker: id } | What::SpeakerAway { speaker: id } => {
            args.push(("name", speaker(words, draft, id).into()));
        }
        What::RoomTooSmall { room: id, seats, needed } => {
            args.push(("room", room(words, draft, id).into()));
            args.extend([("seats", Arg::from(seats)), ("needed", Arg::from(needed))]);
        }
        What::Crowded { room: id, seats, stars } => {
            args.push(("room", room(words, draft, id).into()));
            args.extend([("seats", Arg::from(seats)), ("needed", Arg::from(stars))]);
        }
        What::TrackElsewhere { track: id, room: other } => {
            args.extend([("track", track(id).into()), ("room", room(words, draft, other).into())]);
        }
        What::Changeover { room: id, minutes, wanted } => {
            args.push(("room", room(words, draft, id).into()));
            args.extend([("minutes", Arg::from(minutes)), ("wanted", Arg::from(wanted))]);
        }
        What::Walk { speaker: id, rooms, minutes, wanted } => {
            args.push(("name", speaker(words, draft, id).into()));
            args.extend([("room", room(words, draft, rooms.0).into()), ("other", room(words, draft, rooms.1).into())]);
            args.extend([("minutes", Arg::from(minutes)), ("wanted", Arg::from(wanted))]);
        }
        What::Length { minutes, wanted } => {
            args.extend([("minutes", Arg::from(minutes)), ("wanted", Arg::from(wanted))]);
        }
        What::SessionTwice { .. } | What::OutsideDays | What::Beside => {}
    }
    words.with(&format!("desk-clash-{}-detail", clash.what.kind().name()), &args)
}

/// The whole as a sentence, for notices and for who does not see.
pub fn sentence(words: Words, draft: &Draft, clash: &Clash) -> String {
    let one = title(words, draft, clash.slot);
    let slots = match clash.other {
        Some(other) => {
            let args = [("one", one.into()), ("other", title(words, draft, other).into())];
            words.with("desk-schedule-two", &args)
        }
        None => one,
    };
    let args =
        [("kind", kind(words, clash).into()), ("detail", detail(words, draft, clash).into()), ("slots", slots.into())];
    words.with("desk-schedule-clash", &args)
}

fn icon(severity: Severity) -> &'static str {
    match severity {
        Severity::Block => "danger",
        Severity::Warn => "warning",
        Severity::Ignore => "info",
    }
}

/// One of them, with the way to its slots.
pub fn warning(visit: &Visit, draft: &Draft, clash: &Clash, link: &dyn Fn(Uuid) -> String) -> Markup {
    let words = visit.words;
    let tone = icon(clash.severity);
    let shown = |slot: Uuid| html! { a href=(link(slot)) { (title(words, draft, slot)) } };
    html! {
        li.warning {
            span class={ "kern-icon kern-icon--" (tone) } aria-hidden="true" {}
            p {
                strong { (kind(words, clash)) "." }
                @if clash.severity == Severity::Block { span.kern-sr-only { " " (words.t("desk-schedule-blocks")) } }
                " " (detail(words, draft, clash)) " "
                (shown(clash.slot))
                @if let Some(other) = clash.other { " · " (shown(other)) }
            }
        }
    }
}

/// The list of them.
pub fn list(visit: &Visit, draft: &Draft, clashes: &[&Clash], link: &dyn Fn(Uuid) -> String, none: &str) -> Markup {
    let words = visit.words;
    html! {
        @if clashes.is_empty() { p.muted { (none) } }
        ul.plain-list { @for clash in clashes.iter().take(MOST) { (warning(visit, draft, clash, link)) } }
        @if clashes.len() > MOST {
            p.muted { (words.with("desk-schedule-more", &[("n", Arg::from(clashes.len() - MOST))])) }
        }
    }
}

/// A text in the reader's language.
pub fn said(words: Words, text: &Text) -> String {
    text.in_language(words.language()).to_owned()
}
