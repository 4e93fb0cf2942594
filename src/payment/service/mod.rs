//! The use cases.

pub mod expiry;
pub mod invoice;
pub mod payment;
pub mod rebooking;
pub mod refund;
pub mod restoration;
pub mod seller;
mod series;
