//! Attendees counted by the voucher that they came with.

use super::{Asked, Tally, tallied};
use crate::entity::attendee;
use crate::rules::holds_place;
use base::Uuid;
use congress::entity::{code, code_use};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveEnum, ColumnTrait, DbErr, EntityTrait, FromQueryResult, Iterable, JoinType, QueryFilter, QuerySelect,
    RelationDef,
};
use store::Conn;
use ticketing::service::voucher::KIND;

/// Attendees whose tickets came with a voucher.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct OfVoucher {
    pub voucher_id: Uuid,
    pub code: String,
    pub tag: String,
    #[sea_orm(nested)]
    pub tally: Tally,
    /// What those that hold a place cost, with what goes beside them, …
    pub cents: i64,
    /// … and what the voucher took off.
    pub waived_cents: i64,
}

/// Attendees by voucher; those who came without are none of them. One statement.
pub async fn by_voucher(conn: &Conn, asked: &Asked) -> Result<Vec<OfVoucher>, DbErr> {
    let of: RelationDef =
        attendee::Entity::belongs_to(code::Entity).from(attendee::Column::VoucherId).to(code::Column::Id).into();
    let held = |column: &str| {
        let states = attendee::State::iter().filter(|state| holds_place(*state));
        let words = states.map(|state| format!("'{}'", state.to_value())).collect::<Vec<_>>().join(", ");
        Expr::cust(format!(
            "cast(sum(CASE WHEN attendee.state IN ({words}) THEN attendee.{column} ELSE 0 END) as bigint)"
        ))
    };
    let query = attendee::Entity::find()
        .join(JoinType::InnerJoin, of)
        .select_only()
        .column_as(code::Column::Id, "voucher_id")
        .columns([code::Column::Code, code::Column::Tag])
        .column_as(held("price_cents"), "cents")
        .column_as(held("waived_cents"), "waived_cents")
        .filter(code::Column::CongressId.eq(asked.congress))
        .filter(asked.condition())
        .group_by(code::Column::Id)
        .group_by(code::Column::Code)
        .group_by(code::Column::Tag);
    tallied(query).into_model().all(conn).await
}

/// How often a voucher was used.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Used {
    pub voucher_id: Uuid,
    pub code: String,
    pub tag: String,
    pub n: i64,
}

/// Uses by voucher, those that came back among them: of who registered so, whether or not their ticket has the voucher
/// still. One statement.
pub async fn uses(conn: &Conn, asked: &Asked) -> Result<Vec<Used>, DbErr> {
    let of: RelationDef =
        code_use::Entity::belongs_to(code::Entity).from(code_use::Column::CodeId).to(code::Column::Id).into();
    let by: RelationDef =
        code_use::Entity::belongs_to(attendee::Entity).from(code_use::Column::HolderId).to(attendee::Column::Id).into();
    let mut query = code_use::Entity::find()
        .join(JoinType::InnerJoin, of)
        .select_only()
        .column_as(code::Column::Id, "voucher_id")
        .columns([code::Column::Code, code::Column::Tag])
        .column_as(Expr::cust("count(*)"), "n")
        .filter(code::Column::CongressId.eq(asked.congress))
        .filter(code::Column::Kind.eq(KIND));
    // Test orders use none: of a whole congress an index of the uses alone tells.
    if *asked != Asked::all(asked.congress) {
        query = query.join(JoinType::InnerJoin, by).filter(asked.condition());
    }
    query
        .group_by(code::Column::Id)
        .group_by(code::Column::Code)
        .group_by(code::Column::Tag)
        .into_model()
        .all(conn)
        .await
}
