//! What a call asks of its own, and what was answered.

use crate::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_table(table(
            "call_question",
            vec![
                id(),
                uuid("call_id"),
                // The name of its field; it stays when the words change.
                text("slug"),
                json("label"),
                json("help"),
                state("kind", &["text", "long_text", "date", "yes_no", "one_of", "several_of"]),
                // The answers to choose from, with a short name and words each.
                json("options"),
                flag("required"),
                // Told to those who review.
                flag("reviewers"),
                // Not active: retired, no longer asked.
                flag("active"),
                int("position"),
            ],
            &[("call_id", "call")],
        ))
        .await?;
        m.create_index(unique("call_question", &["call_id", "slug"])).await?;
        // By the ids of the questions.
        let answers = json("answers").default("{}").take();
        m.alter_table(Table::alter().table(Alias::new("submission")).add_column(answers).take()).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let column = Alias::new("answers");
        m.alter_table(Table::alter().table(Alias::new("submission")).drop_column(column).take()).await?;
        drop(m, &["call_question"]).await
    }
}
