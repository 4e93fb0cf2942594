//! Attendees by when they came in, counted by the database.

use crate::entity::attendee;
use base::{Time, Uuid};
use sea_orm::sea_query::{CaseStatement, Expr};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QuerySelect};
use store::Conn;

/// How many attendees of a category are in a state, of those who came in within a span of time.
#[derive(Clone, Debug, FromQueryResult)]
pub struct SpanCount {
    pub category_id: Uuid,
    pub state: attendee::State,
    /// Which of the beginnings it was asked for; their number: before all of them.
    pub span: i32,
    pub n: i64,
}

/// Attendees by category, state and span. `beginnings`: when each span begins, newest first; it ends with the one before
/// it, the first never. One statement, with as many rows as there are groups.
pub async fn by_span(conn: &Conn, congress: Uuid, beginnings: &[Time]) -> Result<Vec<SpanCount>, DbErr> {
    let span = beginnings.iter().zip(0..).fold(CaseStatement::new(), |case, (begin, span)| {
        case.case(attendee::Column::CreatedAt.gte(*begin), literal(span))
    });
    attendee::Entity::find()
        .select_only()
        .column(attendee::Column::CategoryId)
        .column(attendee::Column::State)
        .column_as(Expr::Case(Box::new(span.finally(literal(beginnings.len())))), "span")
        .column_as(Expr::cust("count(*)"), "n")
        .filter(attendee::Column::CongressId.eq(congress))
        .filter(attendee::Column::Test.eq(false))
        .group_by(attendee::Column::CategoryId)
        .group_by(attendee::Column::State)
        .group_by(Expr::cust("span"))
        .into_model()
        .all(conn)
        .await
}

/// A number that stands in the statement: PostgreSQL would have to guess the type of a value that is handed in.
fn literal(n: usize) -> Expr {
    Expr::cust(n.to_string())
}
