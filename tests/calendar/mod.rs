//! Calendars: what they say, read by programs that are not ours.

mod ics;
mod zone;
