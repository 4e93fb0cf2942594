//! Which files went along with a mail: their names, for who looks at it.

use crate::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        // One a line.
        let column = text("attachments").default("").take();
        m.alter_table(Table::alter().table(Alias::new("message")).add_column(column).take()).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.alter_table(Table::alter().table(Alias::new("message")).drop_column(Alias::new("attachments")).take()).await
    }
}
