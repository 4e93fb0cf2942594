//! Attendees with what stands on their ticket.

use crate::entity::{attendee, order};
use crate::ticket;
use base::{Text, Uuid, name};
use identity::entity::mailbox;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use std::collections::{BTreeSet, HashMap};
use store::Conn;
use ticketing::entity::category;

/// An attendee, their category and their number.
#[derive(Clone, Debug)]
pub struct AttendeeView {
    pub attendee: attendee::Model,
    pub category: category::Model,
    pub address: String,
    /// `7H4KQ2-1K`.
    pub number: String,
}

impl AttendeeView {
    /// "given family", as far as there is one.
    pub fn name(&self) -> String {
        name::full(&self.attendee.given_name, &self.attendee.family_name)
    }

    pub fn category_name(&self) -> &Text {
        &self.category.name
    }
}

/// Views of attendees of these orders. Two statements.
pub async fn views(
    conn: &Conn,
    orders: &[order::Model],
    rows: Vec<attendee::Model>,
) -> Result<Vec<AttendeeView>, DbErr> {
    let categories: HashMap<Uuid, category::Model> = category::Entity::find()
        .filter(category::Column::Id.is_in(distinct(rows.iter().map(|a| a.category_id))))
        .all(conn)
        .await?
        .into_iter()
        .map(|c| (c.id, c))
        .collect();
    let addresses = addresses(conn, distinct(rows.iter().map(|a| a.mailbox_id))).await?;
    let view = |attendee: attendee::Model| {
        let order = orders.iter().find(|o| o.id == attendee.order_id)?;
        Some(AttendeeView {
            category: categories.get(&attendee.category_id)?.clone(),
            address: addresses.get(&attendee.mailbox_id).cloned().unwrap_or_default(),
            number: ticket::number(order, attendee.position),
            attendee,
        })
    };
    Ok(rows.into_iter().filter_map(view).collect())
}

/// Ids asked for by one statement: databases take some tens of thousands of values at once.
const CHUNK: usize = 10_000;

/// The addresses of these mailboxes. One statement for each ten thousand.
pub async fn addresses(conn: &Conn, ids: BTreeSet<Uuid>) -> Result<HashMap<Uuid, String>, DbErr> {
    let ids: Vec<Uuid> = ids.into_iter().collect();
    let mut addresses = HashMap::with_capacity(ids.len());
    for part in ids.chunks(CHUNK) {
        let rows = mailbox::Entity::find().filter(mailbox::Column::Id.is_in(part.iter().copied())).all(conn).await?;
        addresses.extend(rows.into_iter().map(|m| (m.id, m.address)));
    }
    Ok(addresses)
}

/// Each id once: a list of many attendees names few categories.
fn distinct(ids: impl Iterator<Item = Uuid>) -> BTreeSet<Uuid> {
    ids.collect()
}

/// One attendee's view. Two statements.
pub async fn view(conn: &Conn, order: &order::Model, row: attendee::Model) -> Result<Option<AttendeeView>, DbErr> {
    Ok(views(conn, std::slice::from_ref(order), vec![row]).await?.pop())
}
