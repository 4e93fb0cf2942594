//! The congress office: finding, showing, cancelling, the outbox.

mod account;
mod audit;
mod cancellation;
mod edition;
mod edition_column;
mod edition_programme;
mod edition_question;
mod hand;
pub mod hand_billing;
mod import;
mod list;
mod mail;
mod order;
mod overview;
mod page;
mod partner;
mod places;
mod placing;
mod readdress;
mod rule;
mod schedule;
mod settings;
mod statistics;
mod statistics_rule;
mod statistics_voucher;
mod statistics_waiting;
mod team;
mod test_order;
mod twice;
mod workplace;

use crate::kit::{App, Client, Reply, world};
use base::{Actor, Language};
use congress::entity::congress::Model as Congress;
use registration::entity::order::Model as Order;
use registration::service::order::place;

/// Places an order whose mails go out.
async fn with_mails(app: &App, congress: &Congress, attendees: &[(&str, &str)]) -> Order {
    let mut form = world::form(attendees);
    form.notify = true;
    for (attendee, position) in form.attendees.iter_mut().zip(1..) {
        attendee.email = format!("gast{position}@delbrueck.example");
    }
    let order = place(&app.store, &Actor::guest(Language::De), congress.id, form).await.expect("an order").order;
    app.deliver().await;
    order
}

/// The codes that a list shows.
fn codes(reply: &Reply) -> Vec<String> {
    reply.words("tbody a.code")
}

/// How many statements a page takes. (The first page after the log-in also notes when the session was seen.)
async fn statements(app: &App, visitor: &Client, path: &str) -> u64 {
    visitor.get(path).await.expect(200);
    let before = app.store.statements();
    visitor.get(path).await.expect(200);
    app.store.statements() - before
}
mod mail_text;
mod voucher;
