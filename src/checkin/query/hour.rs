//! How the main gate runs: how many are inside, and how many came in each hour.

use crate::entity::{admission, gate};
use crate::service::gate::{AREA, MAIN};
use base::{Time, Uuid};
use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait, Func, Query};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use store::Conn;

/// How the area behind the main gate stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    /// Who is inside now.
    pub inside: i64,
    /// How many came in within each span, who came in twice twice.
    pub entries: Vec<i64>,
}

/// How the area behind the main gate of a congress stands. `beginnings`: when each span begins, oldest first, and when the
/// last one ends. One statement.
pub async fn flow(conn: &Conn, congress: Uuid, beginnings: &[Time]) -> Result<Flow, DbErr> {
    let spans = beginnings.len().saturating_sub(1);
    // Newest first: behind the last, in it, in the one before, …; before the first.
    let span = beginnings.iter().enumerate().rev().fold(CaseStatement::new(), |case, (span, begin)| {
        case.case(admission::Column::EnteredAt.gte(*begin), literal(span))
    });
    let inside = "cast(sum(CASE WHEN admission.left_at IS NULL THEN 1 ELSE 0 END) as bigint)";
    let area = Query::select()
        .column(gate::Column::Area)
        .from(gate::Entity)
        .and_where(gate::Column::CongressId.eq(congress))
        .and_where(gate::Column::Slug.eq(MAIN))
        .to_owned();
    // The main gate's row is made by its first scan.
    let area = Func::coalesce([Expr::SubQuery(None, Box::new(area.into())), Expr::value(AREA)]);
    let rows: Vec<(i32, i64, i64)> = admission::Entity::find()
        .select_only()
        .column_as(Expr::Case(Box::new(span.finally(Expr::cust("-1")))), "span")
        .column_as(Expr::cust("count(*)"), "n")
        .column_as(Expr::cust(inside), "inside")
        .filter(admission::Column::CongressId.eq(congress))
        .filter(Expr::col((admission::Entity, admission::Column::Area)).eq(area))
        .group_by(Expr::cust("span"))
        .into_tuple()
        .all(conn)
        .await?;
    let mut flow = Flow { inside: 0, entries: vec![0; spans] };
    for (span, n, inside) in rows {
        flow.inside += inside;
        if let Some(entries) = usize::try_from(span).ok().and_then(|span| flow.entries.get_mut(span)) {
            *entries = n;
        }
    }
    Ok(flow)
}

/// A number that stands in the statement: PostgreSQL would have to guess the type of a value that is handed in.
fn literal(n: usize) -> Expr {
    Expr::cust(n.to_string())
}
