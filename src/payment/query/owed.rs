//! Orders by how their money stands.

use super::figures::moved;
use base::{Time, Uuid};
use registration::entity::order::{self, Column as C, State};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, JoinType, Query, SelectStatement};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, FromQueryResult, StatementBuilder};
use store::Conn;

/// What a person looks after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owed {
    /// The day to pay is over.
    Overdue,
    /// Some of it came in, and not all.
    Part,
    /// More came in than is owed: it waits to be paid back.
    Over,
}

impl Owed {
    pub const ALL: [Self; 3] = [Self::Overdue, Self::Part, Self::Over];

    /// In addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Part => "part",
            Self::Over => "over",
        }
    }

    pub fn read(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|owed| owed.name() == name)
    }
}

/// The ids of a congress's orders whose money stands so.
pub fn orders(congress: Uuid, owed: Owed, now: Time) -> SelectStatement {
    let id = Expr::col((order::Entity, C::Id));
    let mut query =
        Query::select().expr(id.clone()).from(order::Entity).and_where(C::CongressId.eq(congress)).to_owned();
    if owed == Owed::Overdue {
        return query.and_where(C::State.eq(State::AwaitingPayment)).and_where(C::PaymentDueAt.lt(now)).to_owned();
    }
    let (sums, of) = (Alias::new("sums"), Alias::new("order_id"));
    query.join_subquery(JoinType::InnerJoin, moved(congress), sums.clone(), id.equals((sums, of)));
    let kept = Expr::cust("(sums.paid - sums.back)");
    match owed {
        Owed::Over => query.and_where(kept.gt(Expr::col((order::Entity, C::TotalCents)))),
        Owed::Part | Owed::Overdue => query
            .and_where(C::State.eq(State::AwaitingPayment))
            .and_where(kept.clone().gt(0))
            .and_where(kept.lt(Expr::col((order::Entity, C::TotalCents)))),
    };
    query
}

#[derive(FromQueryResult)]
struct Counted {
    n: i64,
}

/// How many orders have their money standing so. One statement.
pub async fn count(conn: &Conn, congress: Uuid, owed: Owed, now: Time) -> Result<i64, DbErr> {
    let query = Query::select()
        .expr_as(Expr::cust("count(*)"), Alias::new("n"))
        .from_subquery(orders(congress, owed, now), Alias::new("owed"))
        .to_owned();
    let statement = StatementBuilder::build(&query, &conn.get_database_backend());
    Ok(Counted::find_by_statement(statement).one(conn).await?.map_or(0, |counted| counted.n))
}
