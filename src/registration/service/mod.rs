//! The use cases.

pub mod attendee;
pub mod cancellation;
pub mod intake;
pub mod mail;
pub mod order;
pub mod quota;
