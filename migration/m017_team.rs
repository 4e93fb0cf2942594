//! Whose a session is, and where the name of a partner leads.

use crate::column::*;
use sea_orm_migration::prelude::*;

/// Columns that tables gain: table, column.
fn columns() -> [(&'static str, ColumnDef); 2] {
    [
        // Null: nobody is logged in with it.
        ("session", optional(uuid("account_id"))),
        // Empty: the name leads nowhere.
        ("partner", text("link").default("").take()),
    ]
}

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in columns() {
            m.alter_table(Table::alter().table(Alias::new(table)).add_column(column).take()).await?;
        }
        m.create_index(index("session", &["account_id"])).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.drop_index(Index::drop().name("session_account_id").table(Alias::new("session")).to_owned()).await?;
        for (table, column) in columns() {
            let name = Alias::new(column.get_column_name());
            m.alter_table(Table::alter().table(Alias::new(table)).drop_column(name).take()).await?;
        }
        Ok(())
    }
}
