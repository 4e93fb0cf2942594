//! Rules of the house that no slice can keep alone.

mod get;
mod permission;
mod thing;
mod walk;
