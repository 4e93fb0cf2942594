//! Reads: views of orders and attendees, with a bounded number of statements.

pub mod answer;
pub mod attendee;
pub mod cancellation;
pub mod chosen;
pub mod contingent;
pub mod count;
pub mod double;
pub mod extra;
pub mod find;
pub mod held;
mod listing;
pub mod newest;
pub mod order;
pub mod span;
pub mod statistics;
pub mod substitution;
pub mod voucher;
pub mod waiting;
