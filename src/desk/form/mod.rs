//! What staff type.

pub mod cancellation;
pub mod mail;
pub mod order;
