//! A day: a column a room, time from top to bottom, on a scale that is the same everywhere, so that what is dragged lands
//! where it is seen. Places are classes of `schedule.css`: hours and minutes from the top, hours and minutes of length.

use super::warning::{clock, said};
use super::{Links, warning};
use crate::query::schedule::ScheduleView;
use crate::rules::board::Cell;
use address::schedule as at;
use base::Uuid;
use chrono::TimeDelta;
use maud::{Markup, html};
use programme::entity::slot::Kind;
use programme::query::plan::SlotView;
use programme::rules::clash::Severity;
use web::Visit;
use web::layout::icon;

/// What a slot is filled with where it is.
const TINY: i64 = 10;
const SHORT: i64 = 25;

pub(super) fn board(visit: &Visit, view: &ScheduleView, links: &Links<'_>) -> Markup {
    let words = visit.words;
    let board = &view.board;
    let zone = view.draft.frame.zone;
    let label = words.weekday_date(view.day.span.from, zone);
    html! {
        div."panel kern-level-2" #tafel {
            h2.kern-sr-only #tag { (label) }
            @if view.draft.rooms.is_empty() { p { (words.t("desk-schedule-no-rooms")) } }
            @else { div.scroll-x.board-box role="region" aria-labelledby="tag" tabindex="0" {
                div class={ "board hours-" (board.hours) " rooms-" (view.draft.rooms.len().min(100)) } #board data-top=(board.top.timestamp()) data-clock=(clock(&view.draft, board.top)) data-hours=(board.hours) data-grid=(view.draft.frame.grid) data-first=((view.day.span.from - board.top).num_minutes()) {
                    div.board__corner {}
                    @for room in &view.draft.rooms {
                        div.board__room {
                            h3 #{ "raum-" (room.id) } { (said(words, &room.name)) }
                            @if let Some(seats) = room.seats { small { (words.with("desk-schedule-seats", &[("n", seats.into())])) } }
                        }
                    }
                    div.board__times aria-hidden="true" {
                        @for hour in 0..board.hours {
                            span class={ "h-" (hour) } { (clock(&view.draft, board.top + TimeDelta::hours(hour))) }
                            span class={ "h-" (hour) " m-30" } { (clock(&view.draft, board.top + TimeDelta::minutes(hour * 60 + 30))) }
                        }
                    }
                    @if !board.across.is_empty() {
                        ol.board__across { @for cell in &board.across { (slot(visit, view, links, cell)) } }
                    }
                    @for (at, (room, cells)) in view.draft.rooms.iter().zip(&board.rooms).enumerate() {
                        ol class={ "board__column col-" (at + 1) } data-room=(room.id) data-name=(said(words, &room.name)) aria-labelledby={ "raum-" (room.id) } {
                            @for cell in cells { (slot(visit, view, links, cell)) }
                        }
                    }
                }
            } }
            @if !board.nowhere.is_empty() {
                h3.kern-title { (words.t("desk-schedule-nowhere")) }
                ul { @for cell in &board.nowhere { li { a href=(links.slot(of(view, cell).id)) { (warning::title(words, &view.draft, of(view, cell).id)) } } } }
            }
        }
    }
}

fn of<'v>(view: &'v ScheduleView, cell: &Cell) -> &'v SlotView {
    &view.draft.slots[view.on_day[cell.at]]
}

fn slot(visit: &Visit, view: &ScheduleView, links: &Links<'_>, cell: &Cell) -> Markup {
    let slot = of(view, cell);
    let mut class = format!(
        "slot h-{} m-{} lh-{} lm-{} lane-{} lanes-{}",
        cell.from / 60,
        cell.from % 60,
        cell.minutes / 60,
        cell.minutes % 60,
        cell.lane.min(11),
        cell.lanes.min(12)
    );
    class.push_str(if cell.minutes <= TINY {
        " slot--tiny"
    } else if cell.minutes <= SHORT {
        " slot--short"
    } else {
        ""
    });
    card(visit, view, links, slot, &class, Some(cell))
}

/// A slot, on the board or parked. The script reads from its data what it is and where.
pub(super) fn card(
    visit: &Visit,
    view: &ScheduleView,
    links: &Links<'_>,
    slot: &SlotView,
    class: &str,
    cell: Option<&Cell>,
) -> Markup {
    let words = visit.words;
    let draft = &view.draft;
    let session = slot.session.and_then(|id| draft.sessions.get(&id));
    let minutes = slot.span.map(|span| span.length().num_minutes());
    let minutes = minutes.or_else(|| session.and_then(|session| session.minutes).map(i64::from));
    let mut class = class.to_owned();
    match slot.kind {
        Kind::Session => {}
        Kind::Break => class.push_str(" slot--break"),
        Kind::Blocker => class.push_str(" slot--blocker"),
    }
    let clash = view.of(slot.id).filter(|_| slot.span.is_some()).min_by_key(|clash| clash.severity);
    match clash.map(|clash| clash.severity) {
        Some(Severity::Block) => class.push_str(" slot--clash"),
        Some(_) => class.push_str(" slot--warned"),
        None => {}
    }
    let open = view.asked.slot == Some(slot.id);
    if open {
        class.push_str(" slot--selected");
    }
    let title = warning::title(words, draft, slot.id);
    let type_name =
        session.and_then(|session| session.kind).and_then(|id| draft.types.iter().find(|kind| kind.id == id));
    let from = slot.span.map(|span| clock(draft, span.from));
    html! {
        li class=(class) #{ "slot-" (slot.id) } data-slot=(slot.id) data-version=(slot.version)
            data-action=(at::Slot::new(links.slug, slot.id.to_string()).path())
            data-minutes=(minutes.unwrap_or(30)) data-from=[cell.map(|cell| cell.from)] data-room=[slot.room]
            data-everywhere[slot.kind != Kind::Session && slot.room.is_none() && slot.span.is_some()] data-title=(title) {
            (colour(view, session.and_then(|session| session.track)))
            p.slot__when {
                @if let Some(from) = &from { span { (from) } }
                @if let Some(minutes) = minutes { span { (words.with("desk-schedule-min", &[("n", minutes.into())])) } }
                @if cell.is_none() { @if let Some(kind) = type_name { span { (said(words, &kind.name)) } } }
            }
            p.slot__title {
                a href=(links.slot(slot.id)) aria-current=[open.then_some("true")] draggable="false" { (title) }
            }
            @if let Some(session) = session {
                @if !session.speakers.is_empty() { p.slot__who { (speakers(view, &session.speakers)) } }
                @if session.cancelled { p.slot__more { (words.t("desk-schedule-cancelled")) } }
                @else if !session.confirmed { p.slot__more { (words.t("desk-schedule-unconfirmed")) } }
                @if cell.is_none() { @if let Some(when) = can(view, &session.speakers) { p.slot__more { (words.with("desk-schedule-can", &[("when", when.into())])) } } }
            }
            @if let Some(clash) = clash { p.slot__more { (warning::kind(words, clash)) } }
            @if slot.pinned {
                span.slot__pin { (icon("pin")) span.kern-sr-only { (words.t("desk-schedule-pinned")) } }
            }
            @if cell.is_some() { span.slot__grip aria-hidden="true" {} }
        }
    }
}

/// The track's colour as a bar: styles must not stand in the page, attributes of pictures may.
fn colour(view: &ScheduleView, track: Option<Uuid>) -> Markup {
    let track = track.and_then(|id| view.draft.tracks.iter().find(|track| track.id == id));
    let colour = track.map(|track| track.colour.as_str()).filter(|colour| !colour.is_empty());
    html! {
        @if let Some(colour) = colour {
            svg.slot__bar aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 1 1" { rect width="1" height="1" fill=(colour) {} }
        }
    }
}

fn speakers(view: &ScheduleView, ids: &[Uuid]) -> String {
    let names = ids.iter().filter_map(|id| view.draft.speakers.get(id)).map(|speaker| speaker.name.as_str());
    names.collect::<Vec<_>>().join(", ")
}

/// When all who speak can be there on this day, if somebody said so.
fn can(view: &ScheduleView, ids: &[Uuid]) -> Option<String> {
    let known = ids.iter().filter_map(|id| view.draft.speakers.get(id)).filter(|speaker| !speaker.there.is_empty());
    let mut said = known.map(|speaker| times(view, &speaker.there)).peekable();
    said.peek()?;
    Some(said.collect::<Vec<_>>().join("; "))
}

/// Spans of this day: "11:00–16:00"; of none "–".
pub(super) fn times(view: &ScheduleView, spans: &[programme::rules::plan::Span]) -> String {
    let frame = &view.draft.frame;
    let day = programme::rules::day::whole(view.day.date, frame.zone, frame.night);
    let own = spans.iter().filter(|span| span.overlaps(&day));
    let told = own.map(|span| format!("{}–{}", clock(&view.draft, span.from), clock(&view.draft, span.until)));
    let told = told.collect::<Vec<_>>().join(", ");
    if told.is_empty() { "–".to_owned() } else { told }
}
