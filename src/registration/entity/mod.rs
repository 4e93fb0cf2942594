//! The tables.

pub mod attendee;
pub mod cancellation;
pub mod order;
