//! Reads of the review.

pub mod board;
pub mod frame;
pub mod reviewed;
pub mod work;
