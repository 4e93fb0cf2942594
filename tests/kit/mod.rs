//! What tests stand on: a database of their own, the program around it, and people who use it through its public
//! interface.

pub mod actor;
pub mod app;
pub mod contract;
pub mod database;
pub mod dkim;
pub mod postfix;
pub mod smtp;
pub mod world;

pub use actor::{Client, Reply};
pub use app::{App, run};
pub use database::Database;

/// What fallible tests return.
pub type Outcome = Result<(), Box<dyn std::error::Error>>;
