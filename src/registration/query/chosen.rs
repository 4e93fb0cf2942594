//! What orders and tickets are called, by their ids: for lines of the audit log.

use crate::entity::{attendee, order};
use base::{Uuid, name};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::{BTreeSet, HashMap};
use store::{Conn, DbErr};

/// The codes of these orders, as far as they are of this congress. One statement.
pub async fn codes(conn: &Conn, congress: Uuid, ids: BTreeSet<Uuid>) -> Result<HashMap<Uuid, String>, DbErr> {
    let find = order::Entity::find().select_only().columns([order::Column::Id, order::Column::Code]);
    let rows: Vec<(Uuid, String)> = find
        .filter(order::Column::CongressId.eq(congress))
        .filter(order::Column::Id.is_in(ids))
        .into_tuple()
        .all(conn)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Whose ticket it is, and where.
#[derive(Clone, Debug)]
pub struct Ticket {
    pub name: String,
    pub order: Uuid,
    pub position: i32,
}

/// These attendees, as far as they are of this congress. One statement.
pub async fn tickets(conn: &Conn, congress: Uuid, ids: BTreeSet<Uuid>) -> Result<HashMap<Uuid, Ticket>, DbErr> {
    use attendee::Column as C;
    let rows: Vec<(Uuid, String, String, Uuid, i32)> = attendee::Entity::find()
        .select_only()
        .columns([C::Id, C::GivenName, C::FamilyName, C::OrderId, C::Position])
        .filter(C::CongressId.eq(congress))
        .filter(C::Id.is_in(ids))
        .into_tuple()
        .all(conn)
        .await?;
    let ticket =
        |given: &str, family: &str, order, position| Ticket { name: name::full(given, family), order, position };
    Ok(rows.into_iter().map(|(id, given, family, order, at)| (id, ticket(&given, &family, order, at))).collect())
}
