//! Orders.

mod answer;
mod attendee;
pub mod batch;
mod buyer;
mod cancel;
mod change;
mod choice;
mod decision;
mod edit;
mod extra;
mod filter;
mod list;
pub(super) mod mails;
pub mod money;
pub mod movement;
mod new;
mod restore;
mod show;
mod ticket;
mod trouble;

pub use answer::answers;
pub use attendee::anchor;
pub use cancel::cancellation;
pub use change::{attendee_link, buyer, category, details, note, order_link, transfer};
pub use decision::decision;
pub use edit::Sheet;
pub use list::list;
pub use new::new;
pub use restore::restoration;
pub use show::show;
pub use ticket::ticket;
pub use trouble::alert;

use registration::entity::order;
use web::Visit;

/// Where an order is shown.
pub(in crate::page) fn path(visit: &Visit, order: &order::Model) -> String {
    visit.congress.as_ref().map_or_else(String::new, |c| address::desk::Order::new(&c.slug, &order.code).path())
}

/// Where one ticket of it is shown.
fn ticket_path(visit: &Visit, order: &order::Model, position: i32) -> String {
    format!("{}/attendees/{position}", path(visit, order))
}

/// Where all of them are listed.
fn all(visit: &Visit) -> String {
    visit.congress.as_ref().map_or_else(String::new, |c| address::desk::Orders::new(&c.slug).path())
}
