//! What the pages show, read from the slices below in a bounded number of statements.

pub mod front;
pub mod offer;
pub mod order;
pub mod programme;
pub mod rebooking;
pub mod voucher;
pub mod waiting;
pub mod workshop;
