//! Reads, each with a bounded number of statements.

pub mod answer_count;
pub mod attendee;
pub mod audit;
pub mod call;
pub mod campaign;
pub mod edition;
pub mod invoice;
pub mod mail;
pub mod mailbox;
pub mod merge;
pub mod newest;
pub mod order;
pub mod overview;
pub mod placement;
pub mod places;
pub mod programme;
pub mod schedule;
pub mod schedule_rule;
pub mod settings;
pub mod statistics;
pub mod timeline;
pub mod voucher;
pub mod waiting;
pub mod workplace;
