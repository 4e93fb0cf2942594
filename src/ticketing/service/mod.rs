//! The use cases.

pub mod category;
pub mod quota;
