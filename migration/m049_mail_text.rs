//! The words of mails that a congress says differently, and kinds of mails that are kept back.

use crate::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_table(table(
            "mail_text",
            vec![
                id(),
                uuid("congress_id"),
                // Which mail: `registration/order`.
                text("template"),
                text("language"),
                // From 1. The highest holds.
                int("version"),
                // What is said instead, by how the template words it.
                json("words"),
                time("saved_at"),
            ],
            &[("congress_id", "congress")],
        ))
        .await?;
        m.create_index(unique("mail_text", &["congress_id", "template", "language", "version"])).await?;
        m.create_table(table(
            "mail_hold",
            vec![id(), uuid("congress_id"), text("template"), time("held_at")],
            &[("congress_id", "congress")],
        ))
        .await?;
        m.create_index(unique("mail_hold", &["congress_id", "template"])).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop(m, &["mail_text", "mail_hold"]).await
    }
}
