//! The database: one writer, transactions, jobs, events, keys, the schema against the entities.

mod job;
mod key;
pub mod schema;
mod transaction;
