//! The outbox: what keeps a mail from arriving, finding mails, the audit log by verb and by actor.

use crate::column::*;
use sea_orm_migration::prelude::*;

/// Columns that tables gain: table, column.
fn columns() -> [(&'static str, ColumnDef); 3] {
    [
        // A word of `post::Trouble`: what the answer means.
        ("message", optional(text("trouble"))),
        // Address, name and subject, folded: what one looks for.
        ("message", text("search").default("").take()),
        ("delivery_event", optional(text("trouble"))),
    ]
}

fn indices() -> [(&'static str, &'static [&'static str]); 4] {
    [
        // Holds all that a list of mails is searched and counted by: the rows themselves are long.
        ("message", &["congress_id", "created_at", "state", "kind", "search"]),
        ("message", &["to_address"]),
        ("event", &["congress_id", "verb", "at"]),
        ("event", &["congress_id", "actor_name", "at"]),
    ]
}

const FOLDS: [(&str, &str); 10] = [
    ("Ä", "a"),
    ("Ö", "o"),
    ("Ü", "u"),
    ("ä", "a"),
    ("ö", "o"),
    ("ü", "u"),
    ("ß", "ss"),
    ("ae", "a"),
    ("oe", "o"),
    ("ue", "u"),
];

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in columns() {
            m.alter_table(Table::alter().table(Alias::new(table)).add_column(column).take()).await?;
        }
        // As near as SQL comes to `base::name::fold`.
        let plain = FOLDS.iter().fold(
            "lower(to_address || ' ' || to_name || ' ' || coalesce(subject, ''))".to_owned(),
            |text, (from, to)| format!("replace({text}, '{from}', '{to}')"),
        );
        let fill = format!("UPDATE message SET search = substr({plain}, 1, 500)");
        m.get_connection().execute_unprepared(&fill).await?;
        for (table, columns) in indices() {
            m.create_index(index(table, columns)).await?;
        }
        Ok(())
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        for (table, columns) in indices() {
            let name = format!("{table}_{}", columns.join("_"));
            m.drop_index(Index::drop().name(name).table(Alias::new(table)).to_owned()).await?;
        }
        for (table, column) in columns() {
            let name = Alias::new(column.get_column_name());
            m.alter_table(Table::alter().table(Alias::new(table)).drop_column(name).take()).await?;
        }
        Ok(())
    }
}
