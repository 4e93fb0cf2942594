//! Reads.

pub mod feed;
pub mod guest;
pub mod own;
