//! What staff do that is no use case of one slice already: transactions around those of the outbox.

pub mod contact;
pub mod edition;
pub mod export;
pub mod import;
pub mod job;
pub mod mail;
pub mod merge;
pub mod statistics;
pub mod table;
pub mod voucher;
