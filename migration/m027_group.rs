//! Places without names: since when an attendee has one.

use crate::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let attendee = || Alias::new("attendee");
        let named = optional(time("named_at"));
        m.alter_table(Table::alter().table(attendee()).add_column(named).take()).await?;
        // Everyone who is there has a name.
        m.exec_stmt(
            Query::update().table(attendee()).value(Alias::new("named_at"), Expr::col(Alias::new("created_at"))).take(),
        )
        .await?;
        m.create_index(index("attendee", &["congress_id", "named_at"])).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let named = Index::drop().name("attendee_congress_id_named_at").table(Alias::new("attendee")).to_owned();
        m.drop_index(named).await?;
        m.alter_table(Table::alter().table(Alias::new("attendee")).drop_column(Alias::new("named_at")).take()).await
    }
}
