//! What comes back: counted, shown, and mended.

mod count;
mod real;

use crate::kit::{App, Client};
use ::registration::entity::order;
use ::registration::load::order_secret;
use ::sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use identity::entity::mailbox;
use post::entity::message;

/// Places an order for one attendee beside the buyer, and sends its mails.
async fn ordered(app: &App) -> order::Model {
    let owl = app.congress("owl", 10).await;
    let mut form = crate::kit::world::form(&[("on-site", "Henrik Stallmann")]);
    form.notify = true;
    form.attendees[0].email = HENRIK.into();
    let guest = base::Actor::guest(base::Language::De);
    let placed = ::registration::service::order::place(&app.store, &guest, owl.id, form).await.unwrap();
    app.deliver().await;
    placed.order
}

const HENRIK: &str = "nobody@example.test";

async fn mailbox(app: &App, address: &str) -> mailbox::Model {
    let find = mailbox::Entity::find().filter(mailbox::Column::Address.eq(address));
    find.one(app.store.read()).await.unwrap().unwrap()
}

async fn mails(app: &App, address: &str) -> Vec<message::Model> {
    message::Entity::find().filter(message::Column::ToAddress.eq(address)).all(app.store.read()).await.unwrap()
}

/// The order's own page.
fn page(app: &App, order: &order::Model) -> String {
    address::Order::new("owl", &order.code, order_secret(&app.program.state.link_key, order)).path()
}

/// What is wrong with an order, as the office reads it.
async fn alerts(staff: &Client, order: &order::Model) -> String {
    staff.get(&format!("/owl/desk/orders/{}", order.code)).await.expect(200).words(".kern-alert").join("\n")
}
