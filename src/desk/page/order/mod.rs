//! Orders.

mod attendee;
mod buyer;
mod cancel;
mod filter;
mod history;
mod list;
mod mails;
mod show;

pub use attendee::anchor;
pub use cancel::cancellation;
pub use list::list;
pub use show::show;

use registration::entity::order;
use web::Visit;

/// Where an order is shown.
pub(super) fn path(visit: &Visit, order: &order::Model) -> String {
    visit.congress.as_ref().map_or_else(String::new, |c| address::desk::Order::new(&c.slug, &order.code).path())
}

/// Where all of them are listed.
fn all(visit: &Visit) -> String {
    visit.congress.as_ref().map_or_else(String::new, |c| address::desk::Orders::new(&c.slug).path())
}
