//! What goes with tickets: dinners, tours.

use crate::entity::extra;
use base::Uuid;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use std::collections::HashMap;
use store::Conn;
use ticketing::entity::category;

/// Something that an attendee has beside the ticket, and what it is.
#[derive(Clone, Debug)]
pub struct ExtraView {
    pub extra: extra::Model,
    pub category: category::Model,
}

/// What goes with the tickets of an order and has not ended, oldest first. Two statements at most.
pub async fn of_order(conn: &Conn, order: Uuid) -> Result<Vec<ExtraView>, DbErr> {
    let find = extra::Entity::find().filter(extra::Column::OrderId.eq(order));
    views(conn, find.filter(extra::Column::EndedAt.is_null()).order_by_asc(extra::Column::Id).all(conn).await?).await
}

/// The same for many orders.
pub async fn of_orders(conn: &Conn, orders: &[Uuid]) -> Result<Vec<ExtraView>, DbErr> {
    let find = extra::Entity::find().filter(extra::Column::OrderId.is_in(orders.iter().copied()));
    views(conn, find.filter(extra::Column::EndedAt.is_null()).order_by_asc(extra::Column::Id).all(conn).await?).await
}

/// The same for attendees of many orders.
pub async fn of_attendees(conn: &Conn, attendees: &[Uuid]) -> Result<Vec<ExtraView>, DbErr> {
    let find = extra::Entity::find().filter(extra::Column::AttendeeId.is_in(attendees.iter().copied()));
    views(conn, find.filter(extra::Column::EndedAt.is_null()).order_by_asc(extra::Column::Id).all(conn).await?).await
}

async fn views(conn: &Conn, rows: Vec<extra::Model>) -> Result<Vec<ExtraView>, DbErr> {
    if rows.is_empty() {
        return Ok(vec![]);
    }
    let categories: HashMap<Uuid, category::Model> = category::Entity::find()
        .filter(category::Column::CongressId.eq(rows[0].congress_id))
        .all(conn)
        .await?
        .into_iter()
        .map(|row| (row.id, row))
        .collect();
    let view = |extra: extra::Model| Some(ExtraView { category: categories.get(&extra.category_id)?.clone(), extra });
    Ok(rows.into_iter().filter_map(view).collect())
}
