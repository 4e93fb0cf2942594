//! Making the programme.

pub mod release;
pub mod session;
pub mod session_type;
pub mod speaker;
pub mod state;
pub mod table;
pub mod track;
