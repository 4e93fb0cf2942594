//! The tables.

pub mod attendee;
pub mod cancellation;
pub mod decision;
pub mod extra;
pub mod former_ticket;
pub mod order;
pub mod substitution;
