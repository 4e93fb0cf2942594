//! What people type on the public site.

pub mod asked;
pub mod call;
pub mod contingent;
pub mod place;
pub mod register;
pub mod waiting;
