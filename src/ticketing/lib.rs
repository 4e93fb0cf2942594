//! What one can register for: categories, and quotas over any set of them.

pub mod entity;
pub mod error;
pub mod event;
pub mod link;
pub mod query;
pub mod route;
pub mod rules;
pub mod service;

pub use error::TicketingError;
pub use event::Event;

web::told!(TicketingError);
