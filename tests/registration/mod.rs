//! Orders: placed at once or not at all, seen by who may, changed once.

mod api;
mod cancellation;
pub mod contingent;
mod contingent_words;
mod deadline;
mod double;
mod hand;
mod intake;
mod mail;
mod name;
mod order;
mod pasted;
mod quota;
mod restoration;
mod substitution;
mod together;
pub mod voucher;
