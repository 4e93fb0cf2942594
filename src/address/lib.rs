//! Every address of the program as a type: mounted, linked and mailed from the same place. A leaf: anyone may link
//! anywhere. [`desk`] and [`door`] are for staff, [`api`] for programs, the rest for everyone or behind a secret.

mod route;

pub mod api;
mod booking;
pub mod calendar;
pub mod call;
pub mod campaign;
pub mod desk;
pub mod door;
mod exhibition;
pub mod networking;
pub mod programme;
pub mod public;
pub mod release;
pub mod review;
pub mod schedule;
pub mod session;
pub mod settings;

pub use booking::*;
pub use exhibition::*;
pub use public::*;
pub use route::{Route, below};

/// First segments of paths that no congress may be called.
pub const RESERVED: &[&str] = &["api", "asset", "desk", "door", "health", "login", "logout", "metrics", "static"];
