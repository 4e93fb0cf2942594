//! The networking directory: who works on what, what they offer and look for, who suits whom, and what comes of it.
//!
//! A profile is a person's, for all editions of a host; a participation says in which of them they are. What of it shows to
//! whom is [`rules::visibility`], asked by everything that shows somebody.

pub mod entity;
pub mod error;
pub mod event;
pub mod form;
pub mod load;
pub mod mail;
mod page;
pub mod query;
mod route;
pub mod rules;
pub mod service;
pub mod session;

pub use error::NetworkingError;
pub use event::Event;
pub use route::routes;

web::told!(NetworkingError);
