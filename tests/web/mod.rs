//! What every page shares: words, files, frames, forms, sessions, and the safety of the web.

mod asset;
mod client;
mod csrf;
mod fault;
mod form;
mod gate;
mod house;
mod idempotency;
mod limit;
mod locale;
mod page;
mod pagination;
mod security;
mod seen;
mod session;

type Outcome = Result<(), Box<dyn std::error::Error>>;
