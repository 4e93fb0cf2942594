//! The use cases.

pub mod access;
pub mod category;
pub mod copy;
pub mod price;
pub mod quota;
pub mod voucher;
