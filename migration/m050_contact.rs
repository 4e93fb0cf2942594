//! Contacts: whoever gets news without an order, how they came, and what they were asked. Segments that are kept by name. And
//! campaigns that go by the congress's end, or by hours.

use crate::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Step;

fn columns() -> [ColumnDef; 2] {
    // Relative to the last day of the congress; relative to its beginning.
    [optional(int("days_after")), optional(int("hours_before"))]
}

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_table(table(
            "contact",
            vec![
                id(),
                uuid("congress_id"),
                uuid("mailbox_id"),
                text("name"),
                // How they came: by a list, or by themselves.
                state("origin", &["import", "sign_up"]),
                // What made them one.
                optional(uuid("consent_id")),
                // How often they were asked: links of before end.
                int("round"),
                // Since when an answer is open.
                optional(time("asked_at")),
                // Name and address, folded: what one looks for.
                text("search"),
                time("created_at"),
            ],
            &[("congress_id", "congress"), ("mailbox_id", "mailbox"), ("consent_id", "consent")],
        ))
        .await?;
        m.create_index(unique("contact", &["congress_id", "mailbox_id"])).await?;
        m.create_index(index("contact", &["mailbox_id"])).await?;
        m.create_index(index("contact", &["asked_at"])).await?;
        m.create_table(table(
            "saved_segment",
            vec![
                id(),
                uuid("congress_id"),
                text("name"),
                // The name, folded: no two are called alike.
                text("name_key"),
                json("segment"),
                time("created_at"),
                time("changed_at"),
            ],
            &[("congress_id", "congress")],
        ))
        .await?;
        m.create_index(unique("saved_segment", &["congress_id", "name_key"])).await?;
        for column in columns() {
            m.alter_table(Table::alter().table(Alias::new("campaign")).add_column(column).take()).await?;
        }
        Ok(())
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        for column in columns() {
            let name = Alias::new(column.get_column_name());
            m.alter_table(Table::alter().table(Alias::new("campaign")).drop_column(name).take()).await?;
        }
        drop(m, &["contact", "saved_segment"]).await
    }
}
