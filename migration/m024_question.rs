//! Questions that whoever registers is asked, and what they answered: with a purpose and an end each.

use crate::column::*;
use sea_orm_migration::prelude::*;

const TABLES: &[&str] = &["question", "question_option", "question_category", "answer", "answer_file"];

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_table(table(
            "question",
            vec![
                id(),
                uuid("congress_id"),
                // Asked once of each of these.
                state("used_for", &["order", "attendee"]),
                // In the API and in exports; it stays when the words change.
                text("slug"),
                json("label"),
                json("help"),
                state("kind", &["text", "long_text", "number", "date", "yes_no", "one_of", "several_of", "file"]),
                // Of a number.
                optional(big("least")),
                optional(big("most")),
                flag("required"),
                // Asked only of who gave this answer to an earlier question.
                optional(uuid("depends_on")),
                text("depends_value"),
                int("position"),
                // What the answer is needed for, told to who answers.
                json("purpose"),
                // Days after the end of the congress.
                int("retention_days").check(Expr::cust("retention_days >= 0")).take(),
                // Health, religion, …: read with names only by who may.
                flag("sensitive"),
                // Told to the kitchen and the house, in numbers without names.
                flag("counted"),
                optional(time("asked_until")),
                optional(time("changed_until")),
                flag("active"),
                time("created_at"),
            ],
            &[("congress_id", "congress"), ("depends_on", "question")],
        ))
        .await?;
        m.create_index(unique("question", &["congress_id", "slug"])).await?;
        m.create_index(index("question", &["depends_on"])).await?;
        m.create_table(table(
            "question_option",
            vec![id(), uuid("question_id"), text("slug"), json("label"), int("position"), flag("active")],
            &[("question_id", "question")],
        ))
        .await?;
        m.create_index(unique("question_option", &["question_id", "slug"])).await?;
        // Asked only of those with one of these tickets; without a row, of all.
        let mut link = table(
            "question_category",
            vec![uuid("question_id"), uuid("category_id")],
            &[("question_id", "question"), ("category_id", "category")],
        );
        m.create_table(
            link.primary_key(Index::create().col(Alias::new("question_id")).col(Alias::new("category_id"))).take(),
        )
        .await?;
        m.create_index(index("question_category", &["category_id"])).await?;
        m.create_table(table(
            "answer",
            vec![
                id(),
                uuid("congress_id"),
                uuid("question_id"),
                // Whose answer it is: an order, an attendee.
                text("holder_kind"),
                uuid("holder_id"),
                // As the kind of the question writes it; options by their short names, with a space between.
                text("value"),
                time("answered_at"),
            ],
            &[("congress_id", "congress"), ("question_id", "question")],
        ))
        .await?;
        m.create_index(unique("answer", &["holder_id", "question_id"])).await?;
        m.create_index(index("answer", &["question_id"])).await?;
        m.create_index(index("answer", &["congress_id"])).await?;
        m.create_table(table(
            "answer_file",
            vec![id(), uuid("answer_id"), text("media_type"), bytes("content"), time("created_at")],
            &[("answer_id", "answer")],
        ))
        .await?;
        m.create_index(unique("answer_file", &["answer_id"])).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop(m, TABLES).await
    }
}
