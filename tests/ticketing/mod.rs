//! What one can register for: prices, who sees it, add-ons.

mod access;
mod approval;
mod extra;
mod price;
