//! What is done to the programme.

pub mod call;
pub mod import;
pub mod plan;
pub mod release;
pub mod star;
pub mod submission;
