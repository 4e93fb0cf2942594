//! The newest mails that did not go out.

use super::{MessageLine, lines};
use crate::entity::message::{self, State};
use base::Uuid;
use sea_orm::sea_query::{Order, Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder};
use store::{Conn, DbErr};

/// The newest mails of a congress in each of these states, at most `limit` of each, newest first. One statement, which
/// reads no more rows than it gives, however long the outbox is.
pub async fn newest(conn: &Conn, congress: Uuid, states: &[State], limit: u64) -> Result<Vec<MessageLine>, DbErr> {
    let of_each = states
        .iter()
        .fold(Condition::any(), |any, state| any.add(message::Column::Id.in_subquery(ids(congress, *state, limit))));
    lines()
        .filter(of_each)
        .order_by_desc(message::Column::CreatedAt)
        .order_by_desc(message::Column::Id)
        .into_model()
        .all(conn)
        .await
}

fn ids(congress: Uuid, state: State, limit: u64) -> SelectStatement {
    Query::select()
        .column(message::Column::Id)
        .from(message::Entity)
        .and_where(message::Column::CongressId.eq(congress))
        .and_where(message::Column::State.eq(state))
        .order_by(message::Column::CreatedAt, Order::Desc)
        .order_by(message::Column::Id, Order::Desc)
        .limit(limit)
        .to_owned()
}
