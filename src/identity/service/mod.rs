//! The use cases, one file a noun.

pub mod account;
pub mod api_token;
pub mod bounce;
pub mod consent;
pub mod copy;
mod hold;
pub mod host;
pub mod login;
pub mod login_link;
pub mod mailbox;
pub mod person;
pub mod profile;
pub mod saved_view;
pub mod team;
