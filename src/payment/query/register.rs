//! The register of invoices: all that were issued for a congress, and what took them back.

use crate::entity::invoice::{self, Kind};
use crate::entity::invoice_line;
use crate::rules::{Line, TaxPart, by_rate};
use base::{Time, Uuid};
use invoice::Column as C;
use registration::entity::order;
use registration::query::find::{by_word, words};
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use std::collections::HashMap;
use store::{Conn, contains};

/// Which invoices a list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Parts of the number, of the order's code, or of who bought.
    pub query: String,
    pub kind: Option<Kind>,
    /// Issued at this moment or later.
    pub from: Option<Time>,
    /// Issued before this moment.
    pub until: Option<Time>,
}

impl Filter {
    fn condition(&self, congress: Uuid) -> Condition {
        let mut all = Condition::all().add(C::CongressId.eq(congress));
        for word in words(&self.query) {
            let orders = by_word(word, order::Column::Search).map(|found| {
                let orders = Query::select()
                    .column(order::Column::Id)
                    .from(order::Entity)
                    .and_where(order::Column::CongressId.eq(congress))
                    .cond_where(found)
                    .to_owned();
                C::OrderId.in_subquery(orders)
            });
            let number = C::Number.like(contains(&word.to_uppercase()));
            all = all.add(Condition::any().add(number).add_option(orders));
        }
        all.add_option(self.kind.map(|kind| C::Kind.eq(kind)))
            .add_option(self.from.map(|from| C::IssuedAt.gte(from)))
            .add_option(self.until.map(|until| C::IssuedAt.lt(until)))
    }
}

/// An invoice, or what took one back.
#[derive(Clone, Debug)]
pub struct Entry {
    pub invoice: invoice::Model,
    /// The number of the invoice that took it back.
    pub taken_back_by: Option<String>,
    /// What is taxed at each rate.
    pub rates: Vec<TaxPart>,
}

/// What invoices in one currency come to together, less what was taken back.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Sum {
    pub currency: String,
    pub net: i64,
    pub vat: i64,
    pub gross: i64,
}

/// A part of the invoices that a filter leaves, the newest first.
#[derive(Clone, Debug)]
pub struct Found {
    pub entries: Vec<Entry>,
    pub total: u64,
    /// Of all that the filter leaves, one for each currency.
    pub sums: Vec<Sum>,
}

/// A part of the invoices that a filter leaves. Five statements, however many there are.
pub async fn find(conn: &Conn, congress: Uuid, filter: &Filter, (limit, offset): (u64, u64)) -> Result<Found, DbErr> {
    let all = invoice::Entity::find().filter(filter.condition(congress));
    let total = all.clone().count(conn).await?;
    let sum = |column: &str| Expr::cust(format!("cast(sum({column}) as bigint)"));
    let sums = all
        .clone()
        .select_only()
        .column(C::Currency)
        .column_as(sum("net_cents"), "net")
        .column_as(sum("vat_cents"), "vat")
        .column_as(sum("gross_cents"), "gross")
        .group_by(C::Currency)
        .order_by_asc(C::Currency);
    let sums = sums.into_model().all(conn).await?;
    let rows = all.order_by_desc(C::IssuedAt).order_by_desc(C::Id).limit(limit).offset(offset).all(conn).await?;
    Ok(Found { entries: entries(conn, rows).await?, total, sums })
}

/// The same, the oldest first, as books are written: those after a cursor. Three statements.
pub async fn after(
    conn: &Conn,
    congress: Uuid,
    filter: &Filter,
    cursor: Option<(Time, Uuid)>,
    limit: u64,
) -> Result<Vec<Entry>, DbErr> {
    let mut all = invoice::Entity::find().filter(filter.condition(congress));
    if let Some((at, id)) = cursor {
        let same = Condition::all().add(C::IssuedAt.eq(at)).add(C::Id.gt(id));
        all = all.filter(Condition::any().add(C::IssuedAt.gt(at)).add(same));
    }
    entries(conn, all.order_by_asc(C::IssuedAt).order_by_asc(C::Id).limit(limit).all(conn).await?).await
}

/// With what took them back, and their rates.
async fn entries(conn: &Conn, rows: Vec<invoice::Model>) -> Result<Vec<Entry>, DbErr> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let later: Vec<(Option<Uuid>, String)> = invoice::Entity::find()
        .select_only()
        .columns([C::CancelsId, C::Number])
        .filter(C::CancelsId.is_in(ids.iter().copied()))
        .into_tuple()
        .all(conn)
        .await?;
    let mut later: HashMap<Uuid, String> = later.into_iter().filter_map(|(id, number)| Some((id?, number))).collect();
    let mut lines: HashMap<Uuid, Vec<Line>> = HashMap::new();
    for row in invoice_line::Entity::find().filter(invoice_line::Column::InvoiceId.is_in(ids)).all(conn).await? {
        lines.entry(row.invoice_id).or_default().push(super::line(row));
    }
    let entry = |invoice: invoice::Model| Entry {
        taken_back_by: later.remove(&invoice.id),
        rates: lines.get(&invoice.id).map(|lines| by_rate(lines)).unwrap_or_default(),
        invoice,
    };
    Ok(rows.into_iter().map(entry).collect())
}
