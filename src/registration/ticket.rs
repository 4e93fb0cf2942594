//! What an attendee's QR code and number say.

use crate::RegistrationError;
use crate::entity::{attendee, order};
use ::ticket::{SigningKey, TicketNumber, Token, congress_tag, sign};
use base::{Time, Uuid};
use store::{Conn, Store};

/// Signs the tickets of a congress.
pub struct Signer {
    congress: Uuid,
    number: u16,
    key: SigningKey,
    valid_until: Time,
}

impl Signer {
    /// With the congress's newest key. Unless a category says otherwise, tickets are valid from their issue to the end
    /// of the congress.
    pub async fn load(conn: &Conn, store: &Store, congress: Uuid, ends_at: Time) -> Result<Self, RegistrationError> {
        let keys = store::key::ticket_keys(conn, store, congress).await?;
        let key = keys
            .into_iter()
            .rfind(|k| k.retired_at.is_none())
            .ok_or(RegistrationError::Key(store::key::KeyError::Sealed))?;
        Ok(Self { congress, number: key.number, key: SigningKey::from_bytes(&key.seed), valid_until: ends_at })
    }

    /// The text of the QR code.
    pub fn qr(&self, attendee: &attendee::Model, category_number: i32) -> String {
        let token = Token {
            congress: congress_tag(self.congress),
            serial: attendee.ticket_serial,
            category: u32::try_from(category_number).unwrap_or(0),
            valid_from: attendee.ticket_issued_at,
            valid_until: self.valid_until,
            key: self.number,
        };
        sign(&token, &self.key)
    }
}

/// The number for the eye: `7H4KQ2-1K`.
pub fn number(order: &order::Model, position: i32) -> String {
    number_of(&order.code, position)
}

/// The same by the order's code.
pub fn number_of(code: &str, position: i32) -> String {
    let position = u16::try_from(position).unwrap_or(u16::MAX);
    TicketNumber::new(code, position).map_or_else(|| format!("{code}-{position}"), |n| n.to_string())
}
