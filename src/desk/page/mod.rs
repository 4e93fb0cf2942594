//! Pages: pure functions from views to markup.

pub mod answer_count;
pub mod attendee;
pub mod audit;
mod billing;
mod chart;
pub mod chip;
pub mod contingent;
pub mod double;
pub mod import;
pub mod invoice;
pub mod job;
pub mod list;
pub mod mail;
pub mod mailbox;
pub mod meter;
pub mod money;
pub mod order;
pub mod overview;
pub mod pagination;
pub mod places;
pub mod settings;
pub mod state;
pub mod statistics;
pub mod timeline;
pub mod voucher;
pub mod waiting;
pub mod workplace;
