//! The tables.

pub mod attendee;
pub mod cancellation;
pub mod contingent;
pub mod contingent_place;
pub mod decision;
pub mod different_people;
pub mod extra;
pub mod former_ticket;
pub mod order;
pub mod substitution;
