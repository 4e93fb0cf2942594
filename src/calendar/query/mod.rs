//! Reads.

pub mod feed;
pub mod own;
