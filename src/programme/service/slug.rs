//! Short names that stand in the addresses of filters.

use crate::ProgrammeError;
use congress::rules::slug_is_sound;

/// Lower-case letters, digits and single dashes, and no other has it. `new` is the form for another one.
pub(super) fn check(slug: &str, taken: impl Fn(&str) -> bool) -> Result<(), ProgrammeError> {
    if !slug_is_sound(slug) || slug == "new" {
        Err(ProgrammeError::SlugMalformed)
    } else if taken(slug) {
        Err(ProgrammeError::SlugTaken)
    } else {
        Ok(())
    }
}
