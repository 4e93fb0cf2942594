//! Lists of guests.

mod ask;
mod preview;

pub use ask::ask;
pub use preview::{Preview, preview};

use web::Visit;

/// Where lists are handed in.
fn start(visit: &Visit) -> String {
    visit.congress.as_ref().map_or_else(String::new, |c| address::desk::Imports::new(&c.slug).path())
}
