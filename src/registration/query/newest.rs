//! The orders that came in last, in short.

use crate::entity::order;
use base::{Time, Uuid};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};
use store::Conn;

/// An order in a line.
#[derive(Clone, Debug, FromQueryResult)]
pub struct OrderLine {
    pub code: String,
    pub buyer_name: String,
    pub buyer_organisation: String,
    pub state: order::State,
    pub placed_at: Time,
    /// How many attendees it has, cancelled ones too.
    pub attendees: i64,
}

/// The newest orders of a congress. One statement.
pub async fn newest(conn: &Conn, congress: Uuid, limit: u64) -> Result<Vec<OrderLine>, DbErr> {
    use order::Column as C;
    let attendees = Expr::cust("(SELECT count(*) FROM attendee WHERE attendee.order_id = \"order\".id)");
    order::Entity::find()
        .select_only()
        .columns([C::Code, C::BuyerName, C::BuyerOrganisation, C::State, C::PlacedAt])
        .column_as(attendees, "attendees")
        .filter(C::CongressId.eq(congress))
        .filter(C::Test.eq(false))
        .order_by_desc(C::PlacedAt)
        .order_by_desc(C::Id)
        .limit(limit)
        .into_model()
        .all(conn)
        .await
}
