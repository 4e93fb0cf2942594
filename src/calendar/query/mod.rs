//! Reads.

pub mod feed;
pub mod guest;
pub mod invited;
pub mod kept;
pub mod own;
