//! The tables.

pub mod delivery_event;
pub mod message;
