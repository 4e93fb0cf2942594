//! What makes the programme.

pub mod release;
pub mod session;
pub mod speaker;
pub mod table;

use crate::form::settings::About;
use crate::page::state::{Tone, state};
use crate::page::timeline::panel;
use address::session as at;
use locale::Words;
use maud::{Markup, html};
use programme::entity::slot;
use programme::query::session::State;
use web::Visit;
use web::layout::text;

/// How a session stands, as a word with its shape.
pub fn stands(words: Words, of: State) -> Markup {
    let tone = match of {
        State::Open => Tone::Wait,
        State::Confirmed => Tone::Ok,
        State::Cancelled => Tone::Off,
    };
    state(tone, &words.t(&format!("desk-programme-state-{}", of.name())), "")
}

/// When a slot is, or that it is parked.
pub fn when(visit: &Visit, slot: &slot::Model) -> String {
    match (slot.starts_at, slot.ends_at) {
        (Some(from), Some(until)) => visit.words.span(from, until, visit.zone()),
        _ => visit.words.t("desk-programme-parked"),
    }
}

/// Where somebody speaks.
pub fn speaking(visit: &Visit, about: &About) -> Markup {
    let Some(speaker) = about.programme.as_ref().and_then(|programme| programme.speaker.as_ref()) else {
        return Markup::default();
    };
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    html! {
        section."panel kern-level-2" aria-labelledby="speaking" {
            div.panel__head { h2.kern-heading-small #speaking { (visit.words.t("desk-programme-speaks-in")) } }
            @if speaker.sessions.is_empty() {
                p.muted { (visit.words.t("desk-programme-speaks-nowhere")) }
            } @else {
                ul.row-list {
                    @for one in &speaker.sessions {
                        li { a href=(at::Session::new(slug, one.id.to_string()).path()) { (text(visit, one.title())) } }
                    }
                }
            }
        }
    }
}

/// What happened to it.
pub fn history(visit: &Visit, about: &About) -> Markup {
    let shown = about.programme.as_ref().filter(|known| known.session.is_some() || known.speaker.is_some());
    shown.map_or_else(Markup::default, |known| panel(visit, &known.history, &[]))
}
