//! The tables.

pub mod invoice;
pub mod invoice_line;
pub mod payment;
pub mod refund;
pub mod seller;
pub mod series;
