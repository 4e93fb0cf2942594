//! What people type here.

pub mod place;
pub mod register;
