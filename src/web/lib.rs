//! What every page and every JSON route shares: where a route states who may use it ([`route`]), who visits
//! ([`visit`]), what goes wrong and how it is told ([`fault`]), layouts, forms, sessions, the safety of the web
//! (CSRF, headers, limits), and the embedded files.
//!
//! A slice offers [`Routes`]; `app.rs` merges them and puts [`server::layers`] around.

pub mod accent;
pub mod arrival;
pub mod asset;
pub mod cache;
pub mod client;
pub mod csrf;
pub mod describe;
mod download;
pub mod entity;
pub mod fault;
pub mod flash;
pub mod form;
mod gate;
pub mod health;
pub mod idempotency;
pub mod json;
pub mod layout;
pub mod limit;
mod measure;
pub mod moment;
pub mod operator;
pub mod pagination;
pub mod problem;
pub mod query;
pub mod route;
pub mod scene;
pub mod security;
pub mod server;
pub mod session;
pub mod state;
mod strict;
pub mod upload;
pub mod visit;

pub use arrival::Resolve;
pub use async_trait::async_trait;
pub use download::download;
pub use fault::{Answer, Fault};
pub use form::{Faults, Fields};
pub use json::Json;
pub use limit::Limit;
pub use operator::Operator;
pub use route::{Access, RouteInfo, Routes};
pub use state::State;
pub use tower_sessions::Session;
pub use visit::{CongressHead, Deadlines, Member, Phase, Visit};
