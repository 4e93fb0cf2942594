//! The use cases.

pub mod copy;
pub mod expiry;
pub mod extra;
pub mod invoice;
pub mod payment;
pub mod rebooking;
pub mod refund;
pub mod restoration;
pub mod seller;
mod series;
