//! Reads: verdicts, who is inside, who is expected.

pub mod admission;
pub mod attendee;
pub mod came;
pub mod count;
pub mod gate;
pub mod hour;
pub mod scan;
