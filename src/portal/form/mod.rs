//! What people type here.

pub mod register;
