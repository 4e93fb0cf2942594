//! What staff type.

pub mod attendee;
pub mod audit;
pub mod batch;
pub mod call;
pub mod cancellation;
pub mod contingent;
pub mod decision;
pub mod exhibition;
pub mod import;
pub mod invoice;
pub mod list;
pub mod mail;
pub mod mail_address;
pub mod mail_batch;
pub mod money;
pub mod order;
pub mod person;
pub mod placement;
pub mod placing;
pub mod programme;
pub mod schedule;
pub mod schedule_rule;
pub mod settings;
pub mod statistics;
pub mod voucher;
pub mod waiting;
