//! The waiting list at the desk.

mod form;
mod list;
mod show;

pub use form::form;
pub use list::list;
pub use show::show;

use super::state::Tone;
use congress::entity::waiting::State;
use locale::Words;
use maud::{Markup, html};
use ticketing::entity::category;
use web::Visit;
use web::layout::text;

/// The word for how somebody stands, and its tone.
pub fn of_waiting(words: Words, state: State) -> (Tone, String) {
    let (tone, key) = match state {
        State::Waiting => (Tone::Wait, "desk-waiting-state-waiting"),
        State::Offered => (Tone::Wait, "desk-waiting-state-offered"),
        State::Taken => (Tone::Ok, "desk-waiting-state-taken"),
        State::Declined => (Tone::Off, "desk-waiting-state-declined"),
        State::Expired => (Tone::Off, "desk-waiting-state-expired"),
        State::Left => (Tone::Off, "desk-waiting-state-left"),
        State::Removed => (Tone::Off, "desk-waiting-state-removed"),
        State::Closed => (Tone::Off, "desk-waiting-state-closed"),
    };
    (tone, words.t(key))
}

/// What would do, the best liked first.
fn choices(visit: &Visit, choices: &[category::Model]) -> Markup {
    html! {
        @for (n, category) in choices.iter().enumerate() {
            @if n > 0 { ", " }
            (text(visit, &category.name))
        }
    }
}
