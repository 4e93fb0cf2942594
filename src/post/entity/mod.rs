//! The tables.

pub mod delivery_event;
pub mod mail_hold;
pub mod mail_text;
pub mod message;
