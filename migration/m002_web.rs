//! Sessions, and answers kept for repeated requests.

use crate::column::*;
use sea_orm_migration::prelude::*;

const TABLES: &[&str] = &["session", "idempotency_key"];

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_table(table("session", vec![text("id").primary_key().take(), bytes("data"), time("expires_at")], &[]))
            .await?;
        m.create_index(index("session", &["expires_at"])).await?;
        let mut answers = table(
            "idempotency_key",
            vec![
                uuid("token_id"),
                text("key"),
                text("request_hash"),
                int("status"),
                text("content_type"),
                bytes("body"),
                time("created_at"),
            ],
            &[],
        );
        m.create_table(answers.primary_key(Index::create().col(Alias::new("token_id")).col(Alias::new("key"))).take())
            .await?;
        m.create_index(index("idempotency_key", &["created_at"])).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop(m, TABLES).await
    }
}
