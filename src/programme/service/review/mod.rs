//! The review: how it is set up, who judges what, and what they judge. Nothing of it goes to who handed in.

pub mod assignment;
pub mod cover;
pub mod criterion;
pub mod judge;
pub mod phase;
pub mod team;

use crate::ReviewError;
use base::Text;

/// The longest text of one of them, in characters.
const LONGEST: usize = 10_000;

fn named(name: &Text) -> Result<(), ReviewError> {
    if name.is_empty() {
        return Err(ReviewError::NameMissing);
    }
    fits(&name.de, 300)?;
    fits(&name.en, 300)
}

fn fits(text: &str, most: usize) -> Result<(), ReviewError> {
    if text.chars().count() > most { Err(ReviewError::TooLong) } else { Ok(()) }
}
