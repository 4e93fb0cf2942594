//! Attendees.

mod filter;
mod list;

pub use list::list;
