//! The pages of the log-in.

pub mod login;
pub mod login_link;
