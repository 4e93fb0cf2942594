//! The outbox counts its mails by kind and state along an index, however many there are.

use crate::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Step;

const COLUMNS: [&str; 3] = ["congress_id", "kind", "state"];

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_index(index("message", &COLUMNS)).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.drop_index(Index::drop().name("message_congress_id_kind_state").table(Alias::new("message")).to_owned()).await
    }
}
