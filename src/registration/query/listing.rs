//! One way to search, count and page through a table, shared by the lists of orders and of attendees.

use crate::query::find::{Filter, Part, Sorting};
use base::Uuid;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveEnum, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, Iterable, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, TryGetable,
};
use store::Conn;

/// So many hits are read at once: few searches find more, and what they find is then counted without a second pass.
const WINDOW: u64 = 500;

/// A table that is searched and listed.
pub(super) trait Listing {
    type Entity: EntityTrait;
    type State: ActiveEnum<Value = String> + Copy + Iterable + PartialEq + TryGetable;
    /// What it can be sorted by.
    type Key: Copy;

    const ID: <Self::Entity as EntityTrait>::Column;
    const STATE: <Self::Entity as EntityTrait>::Column;
    const NEWEST: Sorting<Self::Key>;

    fn condition(congress: Uuid, filter: &Filter<Self::State>) -> Condition;

    /// Sorted; what is alike in the order of its ids.
    fn sorted<Q: QueryOrder>(query: Q, sorting: Sorting<Self::Key>) -> Q;
}

type Row<L> = <<L as Listing>::Entity as EntityTrait>::Model;

/// A part of the rows that a filter leaves.
pub(super) struct Rows<L: Listing> {
    pub(super) rows: Vec<Row<L>>,
    /// How many there are in all.
    pub(super) total: u64,
    /// How many are in each state, of those that the rest of the filter leaves.
    pub(super) states: Vec<(L::State, i64)>,
}

/// Two statements, however many rows there are; one more for a search that finds more than [`WINDOW`].
pub(super) async fn rows<L: Listing>(
    conn: &Conn,
    congress: Uuid,
    filter: &Filter<L::State>,
    sorting: Sorting<L::Key>,
    part: Part,
) -> Result<Rows<L>, DbErr> {
    let hits = if filter.query.is_empty() { None } else { hits::<L>(conn, congress, filter).await? };
    let (states, rows) = match hits {
        Some(hits) => {
            let wanted = hits.iter().filter(|(_, s)| filter.state.is_none_or(|state| state == *s)).map(|(id, _)| *id);
            let rows = L::Entity::find().filter(L::ID.is_in(wanted));
            let rows = L::sorted(rows, sorting).limit(part.limit).offset(part.offset).all(conn).await?;
            (counted(&hits), rows)
        }
        None => (states::<L>(conn, congress, filter).await?, page::<L>(conn, congress, filter, sorting, part).await?),
    };
    Ok(Rows { rows, total: total(&states, filter.state), states })
}

/// All that a search finds, whatever their state; none if there are more than [`WINDOW`].
async fn hits<L: Listing>(
    conn: &Conn,
    congress: Uuid,
    filter: &Filter<L::State>,
) -> Result<Option<Vec<(Uuid, L::State)>>, DbErr> {
    let hits: Vec<(Uuid, L::State)> = L::sorted(L::Entity::find(), L::NEWEST)
        .select_only()
        .columns([L::ID, L::STATE])
        .filter(L::condition(congress, &filter.of_any_state()))
        .limit(WINDOW + 1)
        .into_tuple()
        .all(conn)
        .await?;
    Ok(Some(hits).filter(|hits| u64::try_from(hits.len()).is_ok_and(|n| n <= WINDOW)))
}

/// The rows of a part: first which, from an index alone, then they themselves.
async fn page<L: Listing>(
    conn: &Conn,
    congress: Uuid,
    filter: &Filter<L::State>,
    sorting: Sorting<L::Key>,
    part: Part,
) -> Result<Vec<Row<L>>, DbErr> {
    let ids = L::sorted(L::Entity::find(), sorting)
        .select_only()
        .column(L::ID)
        .filter(L::condition(congress, filter))
        .limit(part.limit)
        .offset(part.offset)
        .into_query();
    L::sorted(L::Entity::find().filter(L::ID.in_subquery(ids)), sorting).all(conn).await
}

/// How many rows are in each state, of those that the rest of the filter leaves. One statement: counted in one pass
/// over what is read anyway, whatever the database thinks of groups.
async fn states<L: Listing>(
    conn: &Conn,
    congress: Uuid,
    filter: &Filter<L::State>,
) -> Result<Vec<(L::State, i64)>, DbErr> {
    let all: Vec<L::State> = L::State::iter().collect();
    let mut select = L::Entity::find().select_only().filter(L::condition(congress, &filter.of_any_state()));
    for (at, state) in all.iter().enumerate() {
        let count = Expr::cust(format!("count(CASE WHEN state = '{}' THEN 1 END)", state.to_value()));
        select = select.column_as(count, format!("n{at}"));
    }
    let row = conn.query_one_raw(select.build(conn.get_database_backend())).await?;
    all.into_iter()
        .enumerate()
        .map(|(at, state)| Ok((state, row.as_ref().map_or(Ok(0), |row| row.try_get("", &format!("n{at}")))?)))
        .collect()
}

/// Hits by their states.
fn counted<S: Copy + PartialEq + Iterable>(hits: &[(Uuid, S)]) -> Vec<(S, i64)> {
    let count = |state: S| hits.iter().filter(|(_, s)| *s == state).count();
    S::iter().map(|state| (state, i64::try_from(count(state)).unwrap_or(i64::MAX))).collect()
}

/// How many rows the filter leaves, from how many there are in each state.
fn total<S: Copy + PartialEq>(states: &[(S, i64)], wanted: Option<S>) -> u64 {
    let of_wanted = states.iter().filter(|(state, _)| wanted.is_none_or(|wanted| wanted == *state));
    u64::try_from(of_wanted.map(|(_, n)| n).sum::<i64>()).unwrap_or(0)
}
