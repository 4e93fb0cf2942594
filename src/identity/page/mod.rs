//! The pages of the log-in and of one's own account.

pub mod account;
pub mod login;
pub mod login_link;
