//! The signed ticket, its number for the eye, and who is let in.

mod number;
mod rules;
mod token;
