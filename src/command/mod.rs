//! Commands with more than a line to them, a file each.

pub mod backup;
pub mod bounce;
pub mod doctor;
pub mod edition;
pub mod export;
pub mod import;
pub mod schedule;
