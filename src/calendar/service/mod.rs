//! The use cases of this slice.

pub mod link;
