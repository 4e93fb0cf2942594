//! What looks after the installation: `kongress doctor`, and the figures of `/metrics`.

pub mod check;
pub mod doctor;
pub mod metric;

pub use check::{Check, Status};
