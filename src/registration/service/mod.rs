//! The use cases.

pub mod attendee;
pub mod batch;
pub mod buyer;
pub mod by_hand;
pub mod cancellation;
mod changes;
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
pub mod settlement;
mod voucher;
