//! A second click adds nothing more. A form that adds something carries an id, drawn when it is shown. What it adds gets
//! an id that follows from that, from what was typed, and from where it goes: the same form, sent twice, names the same
//! thing, for which the service looks before it adds. Who goes back and fills the form in anew names another one, and
//! nobody can name what stands somewhere else.

use super::{Fields, Form};
use base::{Chance, Uuid};
use maud::Markup;
use sha2::{Digest, Sha256};

/// The name of the hidden field.
pub const NAME: &str = "once";

/// The id of what a form adds `within` a congress, or for somebody. A form without a drawn id is one of its own.
pub fn id(fields: &Fields, within: Uuid, chance: &Chance) -> Uuid {
    if fields.get(NAME).is_empty() {
        return chance.opaque_id();
    }
    let mut digest = Sha256::new_with_prefix(within.as_bytes());
    for part in fields.iter().flat_map(|(name, value)| [name, value]) {
        // Lengths, so that no two forms are one text.
        digest.update(part.len().to_be_bytes());
        digest.update(part);
    }
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(digest.finalize()).for_each(|(to, from)| *to = from);
    // UUIDv8, made by whom it pleases (RFC 9562 §5.8).
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    Uuid::from_bytes(bytes)
}

impl Form<'_> {
    /// The drawn id as a hidden field.
    pub fn once(self) -> Markup {
        self.hidden(NAME)
    }
}
