//! Whom an invitation names as who invites, and where calendars send answers: the same as long as it holds.

use crate::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Step;

const TABLE: &str = "invitation";

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        // None: of before; it names whom the congress says.
        let column = optional(text("organiser"));
        m.alter_table(Table::alter().table(Alias::new(TABLE)).add_column(column).take()).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.alter_table(Table::alter().table(Alias::new(TABLE)).drop_column(Alias::new("organiser")).take()).await
    }
}
