//! Calendars that move with the programme.

pub use paper::calendar as ics;
