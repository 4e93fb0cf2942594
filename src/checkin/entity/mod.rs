//! The tables.

pub mod admission;
pub mod device;
pub mod gate;
pub mod scan;
