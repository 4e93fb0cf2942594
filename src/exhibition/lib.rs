//! The exhibition: projects that show themselves at stands, in halls that have a plan. A stand is a thing of its own with a
//! number and a place; a project has one or none.

pub mod entity;
pub mod error;
pub mod event;
pub mod query;
pub mod rules;
pub mod service;

pub use error::ExhibitionError;
pub use event::Event;

web::told!(ExhibitionError);
