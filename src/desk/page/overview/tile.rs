//! Numbers, large.

use crate::form::list::Asked;
use crate::form::mail::MailSearch;
use crate::query::overview::{DoorView, OutboxView, Overview, PlaceView};
use base::Permission::CheckInsWrite;
use locale::Words;
use maud::{Markup, html};
use post::State;
use ticketing::entity::category::Place;
use web::Visit;

struct Tile {
    title: String,
    value: i64,
    /// "von 450", beside the value.
    of: Option<String>,
    note: String,
    alert: bool,
    /// Where it is told in full; none: not for this reader.
    path: Option<String>,
}

pub(super) fn tiles(visit: &Visit, overview: &Overview) -> Markup {
    let words = visit.words;
    let places = overview.places.iter().map(|place| of_place(visit, place));
    let door = std::iter::once(of_door(visit, &overview.door));
    let outbox = overview.outbox.as_ref().map(|outbox| of_outbox(visit, outbox));
    let all: Vec<Tile> = places.chain(door).chain(outbox).collect();
    html! {
        section aria-labelledby="figures" {
            h2.kern-sr-only #figures { (words.t("desk-numbers")) }
            ul.stat-tiles { @for tile in &all { (render(words, tile)) } }
        }
    }
}

fn render(words: Words, tile: &Tile) -> Markup {
    html! {
        li."stat-tile kern-level-2"."stat-tile--alert"[tile.alert] {
            h3."fine muted" {
                @if let Some(path) = &tile.path { a href=(path) { (tile.title) } } @else { (tile.title) }
            }
            p.stat-tile__value { (words.number(tile.value)) @if let Some(of) = &tile.of { " " small { (of) } } }
            p.stat-tile__note { (tile.note) }
        }
    }
}

fn of_place(visit: &Visit, view: &PlaceView) -> Tile {
    let words = visit.words;
    let free = view.seats.map(|seats| words.with("desk-tile-free", &[("free", seats.free.into())]));
    let unlimited = || words.t("desk-tile-unlimited");
    let new = (view.this_week > 0).then(|| words.with("desk-tile-this-week", &[("count", view.this_week.into())]));
    let note: Vec<String> = [Some(free.unwrap_or_else(unlimited)), new].into_iter().flatten().collect();
    Tile {
        title: words.t(match view.place {
            Place::OnSite => "desk-tile-on-site",
            Place::Online => "desk-tile-online",
        }),
        value: view.taken,
        of: view.seats.map(|seats| words.with("desk-tile-of", &[("size", seats.size.into())])),
        note: note.join(", "),
        alert: false,
        path: Some(places_path(visit)),
    }
}

fn of_door(visit: &Visit, door: &DoorView) -> Tile {
    let words = visit.words;
    let scanner = visit.congress.as_ref().filter(|_| visit.may(CheckInsWrite));
    Tile {
        title: words.t("desk-tile-door"),
        value: door.inside,
        of: Some(words.with("desk-tile-of", &[("size", door.expected.into())])),
        note: words.t("desk-tile-door-note"),
        alert: false,
        path: scanner.map(|congress| address::door::Door::new(&congress.slug).path()),
    }
}

/// What has not gone out; each state that there is named.
fn of_outbox(visit: &Visit, outbox: &OutboxView) -> Tile {
    let (words, counts) = (visit.words, outbox.counts);
    let states = [
        (State::Failed, "desk-tile-mails-failed"),
        (State::InDoubt, "desk-tile-mails-in-doubt"),
        (State::Waiting, "desk-tile-mails-waiting"),
        (State::Sending, "desk-tile-mails-sending"),
        (State::Held, "desk-tile-mails-held"),
    ];
    let notes: Vec<String> = states
        .iter()
        .filter(|(state, _)| counts.of(*state) > 0)
        .map(|(state, key)| words.with(key, &[("count", counts.of(*state).into())]))
        .collect();
    Tile {
        title: words.t("desk-tile-mails"),
        value: states.iter().map(|(state, _)| counts.of(*state)).sum(),
        of: None,
        note: if notes.is_empty() { words.t("desk-tile-mails-none") } else { notes.join(", ") },
        alert: counts.need_attention() > 0,
        path: Some(mails_path(visit, None)),
    }
}

/// Where every place is told.
pub(super) fn places_path(visit: &Visit) -> String {
    visit.congress.as_ref().map_or_else(String::new, |congress| address::desk::Places::new(&congress.slug).path())
}

/// Where the mails of one state are listed.
pub(super) fn mails_path(visit: &Visit, state: Option<State>) -> String {
    visit.congress.as_ref().map_or_else(String::new, |congress| MailSearch::of(state).path(&congress.slug))
}
