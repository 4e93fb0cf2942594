//! Calendars that move with the programme: feeds of what the newest release says, and of what somebody takes part in, for
//! calendars of other programs.

pub mod answers;
pub mod entity;
pub mod error;
pub mod event;
pub mod load;
pub mod mail;
pub mod query;
pub mod reply;
pub mod route;
pub mod rules;
pub mod service;

pub use error::CalendarError;
pub use event::Event;
pub use paper::calendar as ics;
pub use route::routes;

web::told!(CalendarError);
