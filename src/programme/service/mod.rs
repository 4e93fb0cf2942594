//! What is done to the programme.

pub mod booking;
pub mod import;
pub mod release;
