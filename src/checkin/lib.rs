//! Check-in: gates, who scans at them, every scan with its verdict, and who is inside.
//!
//! Who is let in is decided by [`ticket::rules`]; that one ticket lets in once is kept by the database: an admission is
//! one conditional INSERT, see [`service::check_in`]. Nobody unknown is shown anything of an attendee.

pub mod entity;
pub mod error;
pub mod event;
pub mod form;
pub mod page;
pub mod query;
pub mod route;
pub mod rules;
pub mod service;

pub use error::CheckinError;
pub use event::Event;
pub use query::scan::Outcome;
pub use route::{openapi, routes};
pub use service::check_in::{NewScan, check_in};
pub use service::reversal::reverse;
