//! Numbers for the overview.

use crate::entity::attendee;
use base::Uuid;
use congress::entity::claim;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{
    ActiveEnum, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, Iterable, JoinType, QueryFilter,
    QuerySelect, QueryTrait,
};
use store::Conn;
use ticketing::entity::category;

/// How many attendees of a category are in a state.
#[derive(Clone, Debug)]
pub struct StateCount {
    pub category_id: Uuid,
    pub state: attendee::State,
    pub n: i64,
}

/// Attendees by category and state, where there are any. One statement.
///
/// Grouped by category alone, with a sum for each state: so SQLite reads along the index of the categories, and need not
/// sort all attendees first.
pub async fn by_category(conn: &Conn, congress: Uuid) -> Result<Vec<StateCount>, DbErr> {
    let of_congress = Query::select()
        .column(category::Column::Id)
        .from(category::Entity)
        .and_where(category::Column::CongressId.eq(congress))
        .to_owned();
    let find = attendee::Entity::find()
        .select_only()
        .column(attendee::Column::CategoryId)
        .filter(attendee::Column::CategoryId.in_subquery(of_congress))
        .group_by(attendee::Column::CategoryId);
    let find = attendee::State::iter().fold(find, |find, state| {
        let name = state.to_value();
        find.column_as(Expr::cust(format!("sum(CASE WHEN state = '{name}' THEN 1 ELSE 0 END)")), name)
    });
    let mut counts = vec![];
    let backend = conn.get_database_backend();
    for row in conn.query_all_raw(backend.build(&find.into_query())).await? {
        let category_id = row.try_get("", "category_id")?;
        for state in attendee::State::iter() {
            let n = row.try_get("", &state.to_value())?;
            if n > 0 {
                counts.push(StateCount { category_id, state, n });
            }
        }
    }
    Ok(counts)
}

/// How many places of a quota's capacity are held by attendees in a state.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Held {
    pub capacity_id: Uuid,
    pub state: attendee::State,
    pub n: i64,
}

/// Where every place is and why: open claims by capacity and by their holders' state.
pub async fn held_by_quota(conn: &Conn, congress: Uuid) -> Result<Vec<Held>, DbErr> {
    claim::Entity::find()
        .select_only()
        .column(claim::Column::CapacityId)
        .column(attendee::Column::State)
        .column_as(Expr::cust("cast(sum(claim.n) as bigint)"), "n")
        .join(
            JoinType::InnerJoin,
            claim::Entity::belongs_to(attendee::Entity).from(claim::Column::HolderId).to(attendee::Column::Id).into(),
        )
        .filter(attendee::Column::CongressId.eq(congress))
        .filter(claim::Column::HolderKind.eq(crate::service::order::HOLDER))
        .filter(claim::Column::FreedAt.is_null())
        .group_by(claim::Column::CapacityId)
        .group_by(attendee::Column::State)
        .into_model::<Held>()
        .all(conn)
        .await
}
