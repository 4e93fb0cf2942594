//! The tables.

pub mod booking;
pub mod programme;
pub mod release;
pub mod released_slot;
pub mod seating;
pub mod session;
pub mod session_link;
pub mod session_speaker;
pub mod session_topic;
pub mod session_type;
pub mod slot;
pub mod speaker;
pub mod speaker_time;
