//! The pages of the door: always dark, one thing at a time, targets for thumbs.

pub mod door;
pub mod search;
pub mod verdict;
pub mod words;
