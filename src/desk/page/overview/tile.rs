//! Numbers, large.

use crate::form::list::Asked;
use crate::form::mail::MailSearch;
use crate::query::overview::{OutboxView, Overview, PlaceView};
use checkin::query::count::Standing;
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
}

pub(super) fn tiles(visit: &Visit, overview: &Overview) -> Markup {
    let words = visit.words;
    let places = overview.places.iter().map(|place| of_place(words, place));
    let door = overview.admissions.map(|standing| of_door(words, standing));
    let all: Vec<Tile> =
        places.chain(door).chain(overview.outbox.as_ref().map(|outbox| of_outbox(words, outbox))).collect();
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
            h3."fine muted" { (tile.title) }
            p.stat-tile__value { (words.number(tile.value)) @if let Some(of) = &tile.of { " " small { (of) } } }
            p.stat-tile__note { (tile.note) }
        }
    }
}

fn of_place(words: Words, view: &PlaceView) -> Tile {
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
    }
}

fn of_door(words: Words, standing: Standing) -> Tile {
    Tile {
        title: words.t("desk-tile-door"),
        value: i64::try_from(standing.inside).unwrap_or(i64::MAX),
        of: Some(words.with("desk-tile-of", &[("size", standing.expected.into())])),
        note: words.t("desk-tile-door-note"),
        alert: false,
    }
}

/// What has not gone out; each state that there is named.
fn of_outbox(words: Words, outbox: &OutboxView) -> Tile {
    let counts = outbox.counts;
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
    }
}

/// Where the mails of one state are listed.
pub(super) fn mails_path(visit: &Visit, state: Option<State>) -> String {
    visit.congress.as_ref().map_or_else(String::new, |congress| MailSearch::of(state).path(&congress.slug))
}
