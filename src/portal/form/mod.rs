//! What people type on the public site.

pub mod asked;
pub mod place;
pub mod register;
pub mod waiting;
