//! Letters to many: to whom they go, what they say, when, and what became of each. Whoever wants none says so by one tap, and
//! gets tickets and changes of what they booked all the same.

pub mod entity;
pub mod error;
pub mod event;
pub mod load;
pub mod mail;
pub mod query;
pub mod rules;
pub mod service;

pub use error::CampaignError;
pub use event::Event;

web::told!(CampaignError);
