//! Handlers: each takes its request apart, calls one query or service, and answers.

pub mod attendee;
pub mod audit;
pub mod batch;
pub mod cancellation;
pub mod change;
pub mod export;
pub mod import;
pub mod job;
pub mod mail;
pub mod mail_address;
pub mod mail_batch;
pub mod mailbox;
pub mod money;
pub mod order;
pub mod overview;
pub mod placement;
pub mod places;
pub mod settings;
pub mod view;
pub mod voucher;
pub mod voucher_import;
pub mod workplace;
