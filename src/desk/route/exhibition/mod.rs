//! The exhibition: halls and their stands, projects and where they stand.

pub mod hall;
pub mod project;
pub mod stand;

use base::Uuid;
use base::error::Told;
use exhibition::ExhibitionError;
use web::flash::Flash;
use web::{Fault, Visit};

/// The id in an address; none: a new one.
fn id(typed: &str) -> Result<Option<Uuid>, Fault> {
    match typed {
        "new" => Ok(None),
        typed => typed.parse().map(Some).map_err(|_| Fault::not_found()),
    }
}

/// What an error says to people.
fn sentence(visit: &Visit, error: &ExhibitionError) -> String {
    visit.words.with(error.message(), &web::problem::args(&error.values()))
}

/// What did not happen, as a notice on the page after; what is broken, or does not exist, as a fault.
fn refusal(visit: &Visit, error: ExhibitionError) -> Result<Flash, Fault> {
    match error.status() {
        404 | 500.. => Err(error.into()),
        _ => Ok(Flash::warning(sentence(visit, &error))),
    }
}
