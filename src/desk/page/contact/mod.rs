//! Contacts: who gets news without an order.

mod import;
mod list;
mod show;

pub use import::{Preview, hand_in, preview, told};
pub use list::{List, list};
pub use show::show;

use crate::page::state::{Tone, state};
use campaign::query::contact::Standing;
use locale::Words;
use maud::Markup;
use web::Visit;

/// How one stands, as a word with its shape.
fn stands(words: Words, standing: Standing) -> Markup {
    let tone = match standing {
        Standing::Agreed => Tone::Ok,
        Standing::Asked => Tone::Wait,
        Standing::Ended => Tone::Off,
    };
    state(tone, &words.t(&format!("contact-standing-{}", standing.name())), "")
}

/// Where a consent was given: of ours in words, of a list as it says.
fn source(words: Words, source: &str) -> String {
    let key = format!("contact-source-{}", source.replace('_', "-"));
    if words.has(&key) { words.t(&key) } else { source.to_owned() }
}

fn slug(visit: &Visit) -> &str {
    visit.congress.as_ref().map_or("", |congress| &congress.slug)
}
