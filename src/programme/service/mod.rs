//! What is done to the programme.

pub mod import;
pub mod release;
pub mod star;
