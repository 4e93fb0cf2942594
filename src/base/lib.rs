//! What everything stands on: identifiers, money, time, chance, secrets, texts in two languages, who acts and what
//! they may do, settings. No database, no web, no heavy dependency.

pub mod actor;
pub mod chance;
pub mod check;
pub mod clock;
pub mod config;
pub mod contact;
pub mod error;
pub mod language;
pub mod money;
pub mod name;
pub mod permission;
pub mod secret;
pub mod text;

pub use actor::Actor;
pub use chance::Chance;
pub use clock::Clock;
pub use language::Language;
pub use money::Money;
pub use permission::Permission;
pub use text::Text;
pub use uuid::Uuid;

/// A moment. In the database always UTC, to the millisecond; on pages in the congress's zone.
pub type Time = chrono::DateTime<chrono::Utc>;
