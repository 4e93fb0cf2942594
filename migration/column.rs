//! How columns are written here: `id`, `uuid`, `text`, `state`, `int`, `big`, `time`, `json`, `flag`, `bytes`, each
//! `not null` unless `.null()` follows, and references to other tables.

use sea_orm_migration::prelude::*;

fn column(name: &'static str) -> ColumnDef {
    let mut c = ColumnDef::new(Alias::new(name));
    c.not_null();
    c
}

/// The primary key, a UUID that the program makes.
pub fn id() -> ColumnDef {
    column("id").uuid().primary_key().take()
}
pub fn uuid(name: &'static str) -> ColumnDef {
    column(name).uuid().take()
}
pub fn text(name: &'static str) -> ColumnDef {
    column(name).text().take()
}
pub fn int(name: &'static str) -> ColumnDef {
    column(name).integer().take()
}
pub fn big(name: &'static str) -> ColumnDef {
    column(name).big_integer().take()
}
pub fn flag(name: &'static str) -> ColumnDef {
    column(name).boolean().take()
}
/// UTC.
pub fn time(name: &'static str) -> ColumnDef {
    column(name).timestamp_with_time_zone().take()
}
pub fn json(name: &'static str) -> ColumnDef {
    column(name).json_binary().take()
}
pub fn bytes(name: &'static str) -> ColumnDef {
    column(name).blob().take()
}
/// A word out of a list.
pub fn state(name: &'static str, words: &[&str]) -> ColumnDef {
    let list = words.iter().map(|w| format!("'{w}'")).collect::<Vec<_>>().join(", ");
    column(name).text().check(Expr::cust(format!("{name} in ({list})"))).take()
}

/// The same column, but it may be empty.
pub fn optional(mut c: ColumnDef) -> ColumnDef {
    c.null().take()
}

/// A table with its columns and its references `(column, table)`, each to the other table's `id`.
pub fn table(
    name: &'static str,
    columns: Vec<ColumnDef>,
    references: &[(&'static str, &'static str)],
) -> TableCreateStatement {
    let mut t = Table::create();
    t.table(Alias::new(name));
    for mut c in columns {
        t.col(&mut c);
    }
    for (column, other) in references {
        t.foreign_key(
            ForeignKey::create()
                .name(format!("{name}_{column}_fk"))
                .from(Alias::new(name), Alias::new(*column))
                .to(Alias::new(*other), Alias::new("id")),
        );
    }
    t.take()
}

/// An index named after its columns.
pub fn index(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut i = Index::create();
    i.name(format!("{table}_{}", columns.join("_"))).table(Alias::new(table));
    for c in columns {
        i.col(Alias::new(*c));
    }
    i.take()
}

/// The same, and no two rows alike.
pub fn unique(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    index(table, columns).unique().take()
}

/// Drops these tables, last first.
pub async fn drop(manager: &SchemaManager<'_>, tables: &[&'static str]) -> Result<(), DbErr> {
    for name in tables.iter().rev() {
        manager.drop_table(Table::drop().table(Alias::new(*name)).take()).await?;
    }
    Ok(())
}
