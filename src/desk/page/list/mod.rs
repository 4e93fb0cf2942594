//! Parts that every list has: sorting, filters, kept views, files, ticks.

mod batch;
mod export;
mod filter;
mod sort;
mod tick;
mod view;

pub use batch::{Deed, bar};
pub use export::export;
pub use filter::{choice, day, query};
pub use sort::{Heading, heading};
pub use tick::tick;
pub use view::views;

use crate::form::list::Asked;
use maud::{Markup, html};

/// What a list was asked for as hidden fields, for forms that act on what it shows.
pub fn hidden(asked: &impl Asked) -> Markup {
    html! {
        @for (name, value) in asked.pairs() {
            @if !value.is_empty() { input type="hidden" name=(name) value=(value); }
        }
    }
}
