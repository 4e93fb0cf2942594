//! Decisions about a programme, over plain values: times, numbers and ids go in, what may be done or what is wrong comes
//! out. No database, no clock, no texts.

pub mod booking;
pub mod call;
pub mod change;
pub mod clash;
pub mod day;
pub mod place;
pub mod plan;
pub mod review;
pub mod submission;
pub mod transition;
