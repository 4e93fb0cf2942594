//! Reads about waiting lists.

use crate::entity::waiting::{self, State};
use crate::entity::{capacity, claim, waiting_choice as choice, waiting_offer as offer, waiting_terms};
use crate::service::waiting::{GATHER, OFFER};
use base::Uuid;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, FromQueryResult, JoinType, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, RelationDef,
};
use store::Conn;

/// On which terms one waits. None: nobody has ever said.
pub async fn terms(conn: &Conn, congress: Uuid) -> Result<Option<waiting_terms::Model>, DbErr> {
    waiting_terms::Entity::find().filter(waiting_terms::Column::CongressId.eq(congress)).one(conn).await
}

/// The congresses that have a list.
pub async fn lists(conn: &Conn) -> Result<Vec<Uuid>, DbErr> {
    let rows = waiting_terms::Entity::find().order_by_asc(waiting_terms::Column::CongressId).all(conn).await?;
    Ok(rows.into_iter().map(|row| row.congress_id).collect())
}

/// Offers that stand.
pub async fn open_offers(conn: &Conn, congress: Uuid) -> Result<Vec<offer::Model>, DbErr> {
    offer::Entity::find()
        .filter(offer::Column::CongressId.eq(congress))
        .filter(offer::Column::State.eq(offer::State::Open))
        .order_by_asc(offer::Column::Id)
        .all(conn)
        .await
}

fn of_capacity() -> RelationDef {
    claim::Entity::belongs_to(capacity::Entity).from(claim::Column::CapacityId).to(capacity::Column::Id).into()
}

/// Open claims of one kind in a congress.
pub async fn claims(conn: &Conn, congress: Uuid, holder_kind: &str) -> Result<Vec<claim::Model>, DbErr> {
    claim::Entity::find()
        .join(JoinType::InnerJoin, of_capacity())
        .filter(capacity::Column::CongressId.eq(congress))
        .filter(claim::Column::HolderKind.eq(holder_kind))
        .filter(claim::Column::FreedAt.is_null())
        .order_by_asc(claim::Column::Id)
        .all(conn)
        .await
}

/// Places of one capacity that are held for those who wait.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub struct Held {
    pub capacity_id: Uuid,
    pub n: i64,
}

/// Places held for those who wait, by capacity: of offers that stand, and of those for whom places are gathered. One
/// statement.
pub async fn held(conn: &Conn, congress: Uuid) -> Result<Vec<Held>, DbErr> {
    let open = offer::Entity::find()
        .select_only()
        .column(offer::Column::Id)
        .filter(offer::Column::CongressId.eq(congress))
        .filter(offer::Column::State.eq(offer::State::Open));
    let queue = waiting::Entity::find()
        .select_only()
        .column(waiting::Column::Id)
        .filter(waiting::Column::CongressId.eq(congress))
        .filter(waiting::Column::State.eq(State::Waiting));
    let of = |kind: &str, holders: sea_orm::sea_query::SelectStatement| {
        claim::Column::HolderKind.eq(kind).and(claim::Column::HolderId.in_subquery(holders))
    };
    claim::Entity::find()
        .select_only()
        .column(claim::Column::CapacityId)
        .column_as(Expr::cust("cast(sum(claim.n) as bigint)"), "n")
        .join(JoinType::InnerJoin, of_capacity())
        .filter(capacity::Column::CongressId.eq(congress))
        .filter(of(OFFER, open.into_query()).or(of(GATHER, queue.into_query())))
        .filter(claim::Column::FreedAt.is_null())
        .group_by(claim::Column::CapacityId)
        .into_model()
        .all(conn)
        .await
}

/// One entry of a congress.
pub async fn entry(conn: &Conn, congress: Uuid, id: Uuid) -> Result<Option<waiting::Model>, DbErr> {
    waiting::Entity::find()
        .filter(waiting::Column::CongressId.eq(congress))
        .filter(waiting::Column::Id.eq(id))
        .one(conn)
        .await
}

/// What these entries would take, the best liked first.
pub async fn choices(conn: &Conn, entries: &[Uuid]) -> Result<Vec<choice::Model>, DbErr> {
    choice::Entity::find()
        .filter(choice::Column::WaitingId.is_in(entries.iter().copied()))
        .order_by_asc(choice::Column::Position)
        .all(conn)
        .await
}

/// All that was offered to these entries, the newest last.
pub async fn offers(conn: &Conn, entries: &[Uuid]) -> Result<Vec<offer::Model>, DbErr> {
    offer::Entity::find()
        .filter(offer::Column::WaitingId.is_in(entries.iter().copied()))
        .order_by_asc(offer::Column::Id)
        .all(conn)
        .await
}

/// Where an entry stands: how many stand before it who would take one of the same, and how many places they want.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromQueryResult)]
pub struct Ahead {
    pub entries: i64,
    pub places: i64,
}

/// Who stands before an entry and would take one of the same. One statement.
pub async fn ahead(conn: &Conn, row: &waiting::Model) -> Result<Ahead, DbErr> {
    use waiting::Column as C;
    let same = C::Since.eq(row.since).and(C::Id.lt(row.id));
    let earlier = C::Since.lt(row.since).or(same);
    let before = C::Priority.gt(row.priority).or(C::Priority.eq(row.priority).and(earlier));
    let mine = choice::Entity::find()
        .select_only()
        .column(choice::Column::TargetId)
        .filter(choice::Column::WaitingId.eq(row.id));
    let rivals = choice::Entity::find()
        .select_only()
        .column(choice::Column::WaitingId)
        .filter(choice::Column::TargetId.in_subquery(mine.into_query()));
    let found = waiting::Entity::find()
        .select_only()
        .column_as(Expr::cust("cast(count(*) as bigint)"), "entries")
        .column_as(Expr::cust("cast(coalesce(sum(n), 0) as bigint)"), "places")
        .filter(C::CongressId.eq(row.congress_id))
        .filter(C::State.eq(State::Waiting))
        .filter(C::Id.in_subquery(rivals.into_query()))
        .filter(before)
        .into_model::<Ahead>()
        .one(conn)
        .await?;
    Ok(found.unwrap_or_default())
}

/// Whether somebody in the queue would take one of these.
pub async fn is_wanted(conn: &Conn, congress: Uuid, targets: &[Uuid]) -> Result<bool, DbErr> {
    let of: RelationDef =
        choice::Entity::belongs_to(waiting::Entity).from(choice::Column::WaitingId).to(waiting::Column::Id).into();
    let found = choice::Entity::find()
        .join(JoinType::InnerJoin, of)
        .filter(choice::Column::TargetId.is_in(targets.iter().copied()))
        .filter(waiting::Column::CongressId.eq(congress))
        .filter(waiting::Column::State.eq(State::Waiting))
        .one(conn)
        .await?;
    Ok(found.is_some())
}

/// How many wait, hold an offer, and so on.
pub async fn count(conn: &Conn, congress: Uuid, state: State) -> Result<u64, DbErr> {
    waiting::Entity::find()
        .filter(waiting::Column::CongressId.eq(congress))
        .filter(waiting::Column::State.eq(state))
        .count(conn)
        .await
}
