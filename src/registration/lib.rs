//! Registration: orders and attendees, their tickets and mails.
//!
//! An order is placed at once or not at all, with a place claimed in every quota of every attendee's category. It is
//! seen and changed by who holds its link, and by staff; see [`load`] for how that is proven.

pub mod document;
pub mod entity;
pub mod error;
pub mod event;
pub mod form;
pub mod load;
pub mod mail;
pub mod query;
pub mod route;
pub mod rules;
pub mod service;
pub mod ticket;

pub use error::RegistrationError;
pub use event::Event;

web::told!(RegistrationError);
