//! What staff type.

pub mod cancellation;
pub mod import;
pub mod mail;
pub mod order;
pub mod person;
pub mod placement;
pub mod settings;
