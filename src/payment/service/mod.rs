//! The use cases.

pub mod expiry;
pub mod invoice;
pub mod payment;
pub mod refund;
pub mod seller;
mod series;
