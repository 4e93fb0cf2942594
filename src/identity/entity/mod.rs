//! The tables, one file each.

pub mod account;
pub mod api_token;
pub mod consent;
pub mod host;
pub mod login_link;
pub mod mailbox;
pub mod person;
pub mod role;
pub mod saved_view;
