//! The use cases of this slice.

pub mod answer;
pub mod invitation;
pub mod link;
