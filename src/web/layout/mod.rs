//! The frames of all pages: public, desk, door, and plain for what belongs to no congress. Markup and classes are those of
//! the look (`theme.css` on KERN).

mod desk;
mod document;
mod door;
pub mod fault;
mod plain;
mod public;

pub use desk::{Section, desk_page};
pub use document::{icon, icon_small, module, notice, text};
pub use door::door_page;
pub use plain::plain_page;
pub use public::{public_page, public_page_with};
