//! The use cases.

pub mod answer;
pub mod attendee;
pub mod batch;
pub mod buyer;
pub mod by_hand;
pub mod cancellation;
mod changes;
mod deadline;
pub mod export;
pub mod intake;
pub mod link;
pub mod mail;
pub mod mailbox;
pub mod naming;
pub mod note;
pub mod order;
pub mod person;
pub mod phase;
mod place;
pub mod quota;
pub mod rebooking;
pub mod restoration;
pub mod settlement;
pub mod substitution;
mod ticket;
mod voucher;
pub mod waiting;
