//! The signed ticket and the rules of admission: registration signs, check-in verifies. Pure: no database, no clock,
//! no randomness of its own; what it needs comes in as plain values, so that a phone without network can share it.

pub mod number;
pub mod rules;
pub mod token;

pub use ed25519_dalek::{SigningKey, VerifyingKey};
pub use number::{TicketNumber, letters, order_code, parse_order_code};
pub use rules::{Detail, Facts, Reason, Verdict, decide};
pub use token::{Forged, Malformed, SignedToken, Token, congress_tag, read, sign};
