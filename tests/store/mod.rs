//! The database: one writer, transactions, jobs, events, keys, the schema against the entities.

mod job;
mod key;
mod log;
pub mod schema;
mod transaction;
