//! Calendars: what they say, read by programs that are not ours.

mod feed;
mod ics;
mod invitation;
mod own;
pub mod reply;
mod zone;

pub use invitation::text_of;
