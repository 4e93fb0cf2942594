//! The review: what is mine to judge, what organisers decide by, how it is set up.

pub mod board;
pub mod frame;
pub mod one;
pub mod reviewed;
pub mod work;

use congress::entity::track;
use locale::Words;
use maud::{Markup, html};
use programme::entity::session_type;
use programme::query::review::work::Hindrance;
use programme::rules::review::Conflict;
use std::collections::HashMap;
use web::Visit;
use web::layout::text;

/// Tracks and types by their ids, for names.
#[derive(Clone, Debug, Default)]
pub struct Names {
    pub tracks: Vec<track::Model>,
    pub kinds: Vec<session_type::Model>,
}

impl Names {
    pub(super) fn track(&self, visit: &Visit, id: Option<base::Uuid>) -> Markup {
        let found = id.and_then(|id| self.tracks.iter().find(|row| row.id == id));
        html! { @if let Some(row) = found { (text(visit, &row.name)) } @else { "–" } }
    }

    pub(super) fn kind(&self, visit: &Visit, id: Option<base::Uuid>) -> Markup {
        let found = id.and_then(|id| self.kinds.iter().find(|row| row.id == id));
        html! { @if let Some(row) = found { (text(visit, &row.name)) } @else { "–" } }
    }
}

/// "72 %", or a dash.
pub(super) fn points(words: Words, value: Option<f64>) -> String {
    value.map_or_else(|| "–".into(), |value| words.with("desk-review-points", &[("n", (value.round() as i64).into())]))
}

/// Why somebody does not judge something.
pub(super) fn hindered(words: Words, hindrance: Hindrance) -> String {
    words.t(match hindrance {
        Hindrance::Declared => "desk-review-hindered-declared",
        Hindrance::Near(Conflict::Own) => "desk-review-hindered-own",
        Hindrance::Near(Conflict::Organisation) => "desk-review-hindered-organisation",
    })
}

/// How many of each, for tables of places.
pub(super) type Counts<K> = HashMap<Option<K>, programme::query::review::board::Count>;
