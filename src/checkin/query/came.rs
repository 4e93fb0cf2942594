//! Who came, for statistics.

use crate::entity::admission;
use base::Uuid;
use registration::entity::{attendee, order};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, RelationDef};
use store::Conn;

/// Attendees of a category and a kind of buyer who were let in at least once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Came {
    pub category_id: Uuid,
    pub buyer_kind: order::BuyerKind,
    pub n: i64,
}

/// Who came, by category and kind of buyer, of those whose ticket is good. One statement.
pub async fn came(conn: &Conn, congress: Uuid) -> Result<Vec<Came>, DbErr> {
    let attendee: RelationDef = admission::Entity::belongs_to(attendee::Entity)
        .from(admission::Column::AttendeeId)
        .to(attendee::Column::Id)
        .into();
    let order: RelationDef =
        attendee::Entity::belongs_to(order::Entity).from(attendee::Column::OrderId).to(order::Column::Id).into();
    admission::Entity::find()
        .join(JoinType::InnerJoin, attendee)
        .join(JoinType::InnerJoin, order)
        .select_only()
        .column(attendee::Column::CategoryId)
        .column(order::Column::BuyerKind)
        .column_as(Expr::cust("count(DISTINCT admission.attendee_id)"), "n")
        .filter(admission::Column::CongressId.eq(congress))
        .filter(attendee::Column::Test.eq(false))
        .filter(attendee::Column::State.eq(attendee::State::Valid))
        .group_by(attendee::Column::CategoryId)
        .group_by(order::Column::BuyerKind)
        .into_model()
        .all(conn)
        .await
}

/// Attendees of a category and a kind of buyer whose ticket is good.
pub async fn expected(conn: &Conn, congress: Uuid) -> Result<Vec<Came>, DbErr> {
    let order: RelationDef =
        attendee::Entity::belongs_to(order::Entity).from(attendee::Column::OrderId).to(order::Column::Id).into();
    attendee::Entity::find()
        .join(JoinType::InnerJoin, order)
        .select_only()
        .column(attendee::Column::CategoryId)
        .column(order::Column::BuyerKind)
        .column_as(Expr::cust("count(*)"), "n")
        .filter(order::Column::CongressId.eq(congress))
        .filter(attendee::Column::Test.eq(false))
        .filter(attendee::Column::State.eq(attendee::State::Valid))
        .group_by(attendee::Column::CategoryId)
        .group_by(order::Column::BuyerKind)
        .into_model()
        .all(conn)
        .await
}
