//! Decisions over plain values.

pub mod add;
pub mod entry;
pub mod invitation;
pub mod reply;
pub mod sequence;
