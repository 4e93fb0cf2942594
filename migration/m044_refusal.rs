//! Somebody who was asked to take part, or did, does not.

use crate::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Step;

fn table() -> Alias {
    Alias::new("submission_speaker")
}

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        for column in [optional(time("declined_at")), text("declined_why").default("").take()] {
            m.alter_table(Table::alter().table(table()).add_column(column).take()).await?;
        }
        Ok(())
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        for column in ["declined_why", "declined_at"] {
            m.alter_table(Table::alter().table(table()).drop_column(Alias::new(column)).take()).await?;
        }
        Ok(())
    }
}
