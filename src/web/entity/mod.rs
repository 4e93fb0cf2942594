//! The tables of this slice.

pub mod idempotency_key;
pub mod session;
pub mod upload;
