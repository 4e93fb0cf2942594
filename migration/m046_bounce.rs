//! What comes back: of whose address a step of a mail tells something, and which report told it.

use crate::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Step;

const TABLE: &str = "delivery_event";

fn columns() -> [ColumnDef; 2] {
    [optional(uuid("mailbox_id")), optional(text("report"))]
}

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        for column in columns() {
            m.alter_table(Table::alter().table(Alias::new(TABLE)).add_column(column).take()).await?;
        }
        m.create_index(index(TABLE, &["mailbox_id"])).await?;
        // The same report tells it once, by whatever way it comes.
        m.create_index(unique(TABLE, &["message_id", "report"])).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        for name in ["mailbox_id", "message_id_report"] {
            let name = format!("{TABLE}_{name}");
            m.drop_index(Index::drop().name(name).table(Alias::new(TABLE)).to_owned()).await?;
        }
        for column in columns() {
            let name = Alias::new(column.get_column_name());
            m.alter_table(Table::alter().table(Alias::new(TABLE)).drop_column(name).take()).await?;
        }
        Ok(())
    }
}
