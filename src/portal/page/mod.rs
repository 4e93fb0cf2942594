//! Pages: pure functions from what was read to what is shown, without the frame around, which `web::layout` gives.

pub mod answers;
pub mod attendee;
pub mod calendar;
pub mod call;
pub mod cancellation;
pub mod category;
pub mod change;
pub mod changes;
pub mod congress;
pub mod contingent;
pub mod dead;
pub mod exhibition;
pub mod feed;
pub mod history;
pub mod home;
pub mod invitation;
pub mod mail;
pub mod money;
pub mod name;
mod net;
pub mod news;
pub mod order;
pub mod passage;
pub mod place;
pub mod programme;
pub mod prose;
pub mod rebooking;
pub mod register;
pub mod restoration;
pub mod structured;
pub mod subscription;
pub mod substitute;
pub mod ticket;
pub mod waiting;
pub mod workshop;

use locale::{Arg, Words};
use maud::{Markup, html};
pub use web::scene::Scene;
pub(crate) use web::scene::{badge, breadcrumb, button, line};

/// A message with markup in the places of its variables: links, numbers that a script counts.
pub(crate) fn filled(words: Words, key: &str, parts: &[(&'static str, Markup)]) -> Markup {
    // Private-use characters stand for the parts; no message has any.
    let signs: Vec<String> = ('\u{E000}'..).take(parts.len()).map(String::from).collect();
    let args: Vec<(&'static str, Arg)> =
        parts.iter().zip(&signs).map(|((name, _), sign)| (*name, sign.into())).collect();
    let text = words.with(key, &args);
    html! {
        @for piece in text.split_inclusive(|c| signs.iter().any(|sign| sign.starts_with(c))) {
            @let found = signs.iter().zip(parts).find_map(|(sign, part)| Some((piece.strip_suffix(sign.as_str())?, part)));
            @if let Some((before, (_, markup))) = found { (before) (markup) } @else { (piece) }
        }
    }
}
