//! Congresses: editions with their venue, rooms, texts, partners and topics; and what many slices share: capacity
//! and claims, by which the last seat is sold once, questions and what is answered.

pub mod entity;
pub mod error;
pub mod event;
pub mod mail;
pub mod page;
pub mod query;
pub mod route;
pub mod rules;
pub mod service;

pub use error::CongressError;
pub use event::Event;

web::told!(CongressError);
