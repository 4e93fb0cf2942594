//! Setting a congress up: its frame, its forms, its lists.

pub mod category;
pub mod edition;
mod frame;
pub mod list;
pub mod new;
pub mod ready;
mod sheet;
pub mod team;

pub use frame::{Tab, frame, frame_of_one};
pub use sheet::{Shown, pair, preview, sheet, swatches};
