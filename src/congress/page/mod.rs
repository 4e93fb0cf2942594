//! What pages of several slices show of a congress.

pub mod question;
