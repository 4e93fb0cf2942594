//! Payment: what came in for orders and was paid back, and the invoices. Payments and refunds are rows of their own; what an
//! order still owes is always its total less payments plus refunds.

pub mod document;
pub mod entity;
pub mod error;
pub mod event;
pub mod form;
pub mod mail;
pub mod query;
pub mod rules;
pub mod service;

pub use error::PaymentError;
pub use event::Event;

web::told!(PaymentError);
