//! Calls, and what came in by them.

mod batch;
mod form;
mod list;
mod new;
mod submission;
mod submissions;

pub use batch::{announcement, batch};
pub use form::{Sheet, form};
pub use list::list;
pub use new::new;
pub use submission::{Typed, show};
pub use submissions::submissions;

use crate::page::state::{Tone, state};
use locale::Words;
use maud::{Markup, html};
use programme::entity::submission::{Model, State};
use programme::query::submission::Part;

/// The word of a state, with its shape.
pub(super) fn of_state(words: Words, of: State) -> Markup {
    let tone = match of {
        State::Confirmed => Tone::Ok,
        State::Accepted | State::Submitted | State::Draft => Tone::Wait,
        State::Rejected | State::Cancelled | State::Withdrawn => Tone::Off,
    };
    state(tone, &word(words, of), "")
}

/// The word of a state.
pub(super) fn word(words: Words, of: State) -> String {
    words.t(&format!("call-state-{}", of.name()))
}

/// What is decided and told nobody yet; and that it was on another text.
pub(super) fn of_pending(words: Words, row: &Model) -> Markup {
    html! {
        @if let Some(pending) = row.pending {
            span.sub { (words.with("desk-submission-pending", &[("state", word(words, pending).into())])) }
            @if row.edited { (state(Tone::Bad, &words.t("desk-submission-edited"), "")) }
        }
    }
}

/// Who takes part, in a line.
pub(super) fn names(parts: &[Part]) -> String {
    parts.iter().map(Part::name).filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", ")
}
