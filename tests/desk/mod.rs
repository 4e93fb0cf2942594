//! The congress office: finding, showing, cancelling, the outbox.

mod cancellation;
mod mail;
mod order;
mod overview;
mod page;
mod rule;
mod workplace;

use crate::kit::{App, Reply, world};
use base::{Actor, Language};
use congress::entity::congress::Model as Congress;
use registration::entity::order::Model as Order;
use registration::service::order::place;

/// Places an order whose mails go out.
async fn with_mails(app: &App, congress: &Congress, attendees: &[(&str, &str)]) -> Order {
    let mut form = world::form(attendees);
    form.notify = true;
    let order = place(&app.store, &Actor::guest(Language::De), congress.id, form).await.expect("an order").order;
    app.run_jobs().await;
    order
}

/// The codes that a list shows.
fn codes(reply: &Reply) -> Vec<String> {
    reply.words("tbody a.code")
}
