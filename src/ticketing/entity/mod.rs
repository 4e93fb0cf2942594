//! The tables.

pub mod category;
pub mod category_quota;
pub mod invitee;
pub mod quota;
pub mod voucher;
pub mod voucher_category;
