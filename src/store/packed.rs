//! Rows as texts. Where a whole table goes out, each value of each row costs more on its way from the database than what it
//! says: the database writes a row as one JSON array. (All rows as one text takes it longer than they take one by one.)

use crate::conn::Conn;
use sea_orm::sea_query::{Expr, SelectStatement};
use sea_orm::{ColumnTrait, ConnectionTrait, DbBackend, DbErr};
use serde::Deserialize;

/// What a column holds, and so how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Also moments and states.
    Text,
    /// A UUID.
    Id,
    Number,
    Flag,
    /// JSON, which stands there as it is.
    Json,
}

/// The columns of a row, in their order.
#[derive(Clone, Debug, Default)]
pub struct Row(Vec<(String, Cell)>);

impl Row {
    /// With more columns, all of which hold such a thing.
    pub fn with<C: ColumnTrait>(mut self, cell: Cell, columns: impl IntoIterator<Item = C>) -> Self {
        let quoted = |column: C| format!("\"{}\".\"{}\"", column.entity_name(), column.unquoted());
        self.0.extend(columns.into_iter().map(|column| (quoted(column), cell)));
        self
    }

    /// A row as a JSON array.
    fn line(&self, backend: DbBackend) -> String {
        if backend == DbBackend::Postgres {
            let columns: Vec<&str> = self.0.iter().map(|(column, _)| column.as_str()).collect();
            return format!("json_build_array({})::text", columns.join(", "));
        }
        let cell = |(column, cell): &(String, Cell)| match cell {
            Cell::Text => format!("json_quote({column})"),
            // `hex` of nothing is an empty text.
            Cell::Id => format!("iif({column} IS NULL, 'null', '\"' || hex({column}) || '\"')"),
            Cell::Flag => format!("iif({column}, 'true', 'false')"),
            // It is kept as it was written, so it is JSON already.
            Cell::Number | Cell::Json => format!("coalesce({column}, 'null')"),
        };
        let cells: Vec<String> = self.0.iter().map(cell).collect();
        format!("format('[{}]', {})", vec!["%s"; cells.len()].join(","), cells.join(", "))
    }
}

/// The rows that a statement finds, in its order; it names no columns. One statement.
pub async fn packed(conn: &Conn, mut rows: SelectStatement, row: &Row) -> Result<Vec<String>, DbErr> {
    rows.expr(Expr::cust(row.line(conn.get_database_backend())));
    conn.query_all(&rows).await?.iter().map(|row| row.try_get_by_index(0)).collect()
}

/// What such rows say: a struct has its members in the order of the columns, and may borrow from the texts.
pub fn unpacked<'t, T: Deserialize<'t>>(rows: &'t [String]) -> Result<Vec<T>, DbErr> {
    let row = |text: &'t String| serde_json::from_str(text).map_err(|error| DbErr::Json(error.to_string()));
    rows.iter().map(row).collect()
}
