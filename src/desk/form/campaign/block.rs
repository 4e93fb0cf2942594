//! The pieces of a letter as fields.

use crate::form::settings::{text, with_text};
use crate::query::campaign::Offer;
use base::{Text, Uuid};
use campaign::rules::letter::{Block, Blocks, MAX_BLOCKS, MAX_TEXT, MAX_URL};
use locale::Words;
use web::{Faults, Fields};

/// The kinds of pieces, as [`Block::name`] says them.
pub const KINDS: [&str; 5] = ["text", "button", "session", "speaker", "project"];

/// The longest words on a button, in characters.
const MAX_LABEL: usize = 80;

/// A piece of a kind with nothing in it.
pub fn empty(kind: &str) -> Option<Block> {
    let id = Uuid::nil();
    Some(match kind {
        "text" => Block::Text { text: Text::default() },
        "button" => Block::Button { label: Text::default(), url: String::new() },
        "session" => Block::Session { id },
        "speaker" => Block::Speaker { id },
        "project" => Block::Project { id },
        _ => return None,
    })
}

pub fn put(fields: &mut Fields, blocks: &Blocks) {
    for (at, block) in (1..).zip(&blocks.0) {
        let mut all = std::mem::take(fields).with(format!("block-{at}-is"), block.name());
        all = match block {
            Block::Text { text } => with_text(all, &format!("block-{at}-text"), text),
            Block::Button { label, url } => {
                with_text(all, &format!("block-{at}-label"), label).with(format!("block-{at}-url"), url)
            }
            Block::Session { id } | Block::Speaker { id } | Block::Project { id } => {
                all.with(format!("block-{at}-id"), if id.is_nil() { String::new() } else { id.to_string() })
            }
        };
        *fields = all;
    }
}

/// One more than there may be, so that it can be said.
pub fn read(fields: &Fields) -> Vec<Block> {
    let one = |at: usize| {
        let kind = fields.get(&format!("block-{at}-is"));
        let id = || fields.get(&format!("block-{at}-id")).parse().unwrap_or_default();
        Some(match empty(kind)? {
            Block::Text { .. } => Block::Text { text: lines(&text(fields, &format!("block-{at}-text"))) },
            Block::Button { .. } => Block::Button {
                label: text(fields, &format!("block-{at}-label")),
                url: fields.get(&format!("block-{at}-url")).trim().to_owned(),
            },
            Block::Session { .. } => Block::Session { id: id() },
            Block::Speaker { .. } => Block::Speaker { id: id() },
            Block::Project { .. } => Block::Project { id: id() },
        })
    };
    (1..=MAX_BLOCKS + 1).map_while(one).collect()
}

/// Browsers send line breaks as two characters.
fn lines(text: &Text) -> Text {
    Text::new(text.de.replace("\r\n", "\n"), text.en.replace("\r\n", "\n"))
}

pub fn check(blocks: &Blocks, offer: &Offer, faults: &mut Faults) {
    if blocks.0.len() > MAX_BLOCKS {
        faults.add_with(format!("block-{}-is", blocks.0.len()), "campaign-fault-blocks", &[("max", MAX_BLOCKS.into())]);
    }
    for (at, block) in (1..).zip(&blocks.0) {
        let mut short = |part: &str, text: &Text, max: usize| {
            for (tag, text) in [("de", &text.de), ("en", &text.en)] {
                if text.chars().count() > max {
                    faults.add_with(format!("block-{at}-{part}-{tag}"), "campaign-fault-long", &[("max", max.into())]);
                }
            }
        };
        match block {
            Block::Text { text } => short("text", text, MAX_TEXT),
            Block::Button { label, url } => {
                short("label", label, MAX_LABEL);
                if url.chars().count() > MAX_URL {
                    faults.add_with(format!("block-{at}-url"), "campaign-fault-long", &[("max", MAX_URL.into())]);
                }
            }
            Block::Session { id } | Block::Speaker { id } | Block::Project { id } => {
                if !choices(block, offer).iter().any(|(known, _)| known == id) {
                    faults.add(format!("block-{at}-id"), "campaign-fault-choose");
                }
            }
        }
    }
}

/// What a piece can show.
pub fn choices<'a>(block: &Block, offer: &'a Offer) -> &'a [(Uuid, Text)] {
    match block {
        Block::Session { .. } => &offer.sessions,
        Block::Speaker { .. } => &offer.speakers,
        Block::Project { .. } => &offer.projects,
        Block::Text { .. } | Block::Button { .. } => &[],
    }
}

/// What the fields are called in the list of errors: "Baustein 2".
pub fn names(blocks: &Blocks, words: Words) -> Vec<(String, String)> {
    let parts = ["is", "text-de", "text-en", "label-de", "label-en", "url", "id"];
    let of = |at: usize| {
        let label = words.with("campaign-block-number", &[("n", at.into())]);
        parts.map(|part| (format!("block-{at}-{part}"), label.clone()))
    };
    (1..=blocks.0.len()).flat_map(of).collect()
}
