//! schedule.xml.

mod node;
pub(crate) mod read;
pub(crate) mod write;
