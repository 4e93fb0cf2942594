//! schedule.json, as the C3's schema has it and as frab and pretalx write it.

mod event;
mod node;
pub(crate) mod read;
mod shape;
pub(crate) mod write;
