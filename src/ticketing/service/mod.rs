//! The use cases.

pub mod category;
pub mod price;
pub mod copy;
pub mod quota;
pub mod voucher;
