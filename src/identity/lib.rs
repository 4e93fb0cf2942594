//! Who people are and what staff may do: hosts with their mailboxes and people, accounts with roles, logging in, API
//! tokens, consents. [`policy`] says in one `match` which role may what.

pub mod entity;
mod error;
mod event;
mod form;
mod guess;
pub mod job;
pub mod mail;
pub mod page;
mod password;
pub mod policy;
pub mod query;
mod route;
pub mod rules;
pub mod service;
pub mod session;

pub use error::IdentityError;
pub use event::{Event, Way};
pub use password::{MAX_PASSWORD, MIN_PASSWORD, Password};
pub use policy::Role;
pub use route::routes;
