//! Decisions of the directory as pure functions over plain values.

pub mod cooperation;
pub mod matching;
pub mod meeting;
pub mod search;
pub mod slot;
pub mod term;
pub mod town;
pub mod visibility;
