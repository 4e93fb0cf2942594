//! What one can register for: prices, who sees it, add-ons.

pub mod access;
mod approval;
mod extra;
mod extra_by_hand;
mod price;
