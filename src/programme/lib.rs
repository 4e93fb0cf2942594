//! The programme: calls and what comes in, sessions and who speaks, slots in rooms, their releases, and the exchange with
//! other programs.

pub mod entity;
pub mod error;
pub mod event;
pub mod exchange;
pub mod load;
pub mod mail;
pub mod query;
pub mod route;
pub mod rules;
pub mod service;
pub mod words;

pub use error::{BookingError, ProgrammeError, ReviewError};
pub use event::Event;
pub use event::review::ReviewEvent;
pub use route::routes;

web::told!(ProgrammeError, BookingError, ReviewError);
