//! Handlers: each takes its request apart, calls one query or service, and answers.

pub mod cancellation;
pub mod import;
pub mod mail;
pub mod order;
pub mod overview;
pub mod workplace;
