//! Decisions of the directory as pure functions over plain values.

pub mod matching;
pub mod meeting;
pub mod term;
pub mod town;
pub mod visibility;
