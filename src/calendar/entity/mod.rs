//! The tables of this slice.

pub mod calendar_link;
pub mod invitation;
