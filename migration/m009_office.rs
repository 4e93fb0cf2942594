//! The congress office: notes on orders, views that are kept, files handed in, a congress's colour and sender.

use crate::column::*;
use sea_orm_migration::prelude::*;

const TABLES: &[&str] = &["saved_view", "upload"];

/// Columns that tables gain: table, column.
fn columns() -> [(&'static str, ColumnDef); 4] {
    [
        // What staff wrote about it.
        ("order", text("note").default("").take()),
        // `#3b49df`; empty: the house's.
        ("congress", text("accent").default("").take()),
        // Who its mails come from, before the installation's address; empty: the congress's name.
        ("congress", text("sender_name").default("").take()),
        // Where answers to its mails go; empty: the contact address.
        ("congress", text("reply_to").default("").take()),
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
        m.create_table(table(
            "saved_view",
            vec![
                id(),
                uuid("account_id"),
                uuid("congress_id"),
                // Of which list: "orders".
                text("list"),
                text("name"),
                // As it stands in the address: "state=confirmed&sort=name".
                text("query"),
                time("created_at"),
            ],
            &[("account_id", "account"), ("congress_id", "congress")],
        ))
        .await?;
        m.create_index(unique("saved_view", &["account_id", "congress_id", "list", "name"])).await?;
        m.create_index(index("saved_view", &["congress_id"])).await?;
        m.create_table(table(
            "upload",
            vec![
                id(),
                uuid("congress_id"),
                // Who handed it in, and alone may use it.
                uuid("account_id"),
                // What for: "attendees".
                text("purpose"),
                text("name"),
                bytes("content"),
                time("created_at"),
            ],
            &[("congress_id", "congress"), ("account_id", "account")],
        ))
        .await?;
        m.create_index(index("upload", &["created_at"])).await?;
        m.create_index(index("upload", &["congress_id"])).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop(m, TABLES).await?;
        for (table, column) in columns() {
            let name = Alias::new(column.get_column_name());
            m.alter_table(Table::alter().table(Alias::new(table)).drop_column(name).take()).await?;
        }
        Ok(())
    }
}
