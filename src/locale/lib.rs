//! The words of the house, in German and English: messages from `templates/locale/{de,en}/<slice>.ftl` (Fluent), and
//! dates, times, numbers and money as the language writes them. No text for people stands in the code.

mod date;
mod number;
mod source;
mod words;

pub use chrono_tz::Tz;
pub use number::whole;
pub use source::{Key, faults, keys};
pub use words::{Arg, Words};
