//! How many submissions of a track, or of a kind of session, there is room for in the programme.

use crate::column::*;
use sea_orm_migration::prelude::*;

const TABLES: [&str; 2] = ["track", "session_type"];

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES {
            let column = optional(int("target"));
            m.alter_table(Table::alter().table(Alias::new(table)).add_column(column).take()).await?;
        }
        Ok(())
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES {
            m.alter_table(Table::alter().table(Alias::new(table)).drop_column(Alias::new("target")).take()).await?;
        }
        Ok(())
    }
}
