//! The exhibition: halls with their plan, stands in them, projects that show themselves there.

use crate::column::*;
use sea_orm_migration::prelude::*;

const TABLES: &[&str] = &["hall", "stand", "project", "project_topic"];

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_table(table(
            "hall",
            vec![
                id(),
                uuid("congress_id"),
                json("name"),
                // Centimetres, as everything of the plan.
                int("width"),
                int("depth"),
                // Shapes behind the stands, as SVG that was made harmless; empty: the four walls.
                text("outline"),
                int("position"),
            ],
            &[("congress_id", "congress")],
        ))
        .await?;
        m.create_index(index("hall", &["congress_id"])).await?;
        m.create_table(table(
            "stand",
            vec![
                id(),
                uuid("congress_id"),
                uuid("hall_id"),
                // "12", "A 3": what stands on the plan and on the sign.
                text("number"),
                // Of its corner that is nearest to the plan's upper left.
                int("x"),
                int("y"),
                int("width"),
                int("depth"),
                flag("power"),
                flag("screen"),
                text("note"),
            ],
            &[("congress_id", "congress"), ("hall_id", "hall")],
        ))
        .await?;
        m.create_index(unique("stand", &["congress_id", "number"])).await?;
        m.create_index(index("stand", &["hall_id"])).await?;
        m.create_table(table(
            "project",
            vec![
                id(),
                uuid("congress_id"),
                // Six letters and digits, as an order's.
                text("code"),
                text("slug"),
                json("title"),
                json("summary"),
                json("description"),
                text("organisation"),
                // Who takes part, one a line.
                text("partners"),
                json("offers"),
                json("seeks"),
                optional(uuid("mailbox_id")),
                flag("needs_power"),
                flag("needs_screen"),
                // More than a table: a stand of at least so much as `rules::ROOMY`.
                flag("needs_space"),
                flag("wants_stage"),
                optional(time("published_at")),
                // Its impulse on stage.
                optional(uuid("session_id")),
                optional(uuid("stand_id")),
                // Folded, for finding.
                text("search"),
                time("created_at"),
                time("changed_at"),
            ],
            &[
                ("congress_id", "congress"),
                ("mailbox_id", "mailbox"),
                ("session_id", "programme_session"),
                ("stand_id", "stand"),
            ],
        ))
        .await?;
        m.create_index(unique("project", &["congress_id", "code"])).await?;
        // One project a stand.
        m.create_index(unique("project", &["stand_id"])).await?;
        m.create_index(index("project", &["session_id"])).await?;
        m.create_index(index("project", &["mailbox_id"])).await?;
        m.create_table(table(
            "project_topic",
            vec![id(), uuid("project_id"), uuid("topic_id")],
            &[("project_id", "project"), ("topic_id", "topic")],
        ))
        .await?;
        m.create_index(unique("project_topic", &["project_id", "topic_id"])).await?;
        m.create_index(index("project_topic", &["topic_id"])).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop(m, TABLES).await
    }
}
