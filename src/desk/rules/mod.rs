//! Decisions over plain values.

pub mod answer_count;
pub mod board;
pub mod contact;
pub mod day;
pub mod edition;
pub mod letter;
pub mod pages;
pub mod places;
pub mod ready;
pub mod scale;
pub mod search;
pub mod seats;
pub mod statistics;
pub mod timeline;
pub mod voucher;
pub mod week;
pub mod workplace;
