//! The commands that are more than a line or two.

pub mod import;
