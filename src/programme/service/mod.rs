//! What is done to the programme.

pub mod call;
pub mod import;
pub mod release;
pub mod submission;
