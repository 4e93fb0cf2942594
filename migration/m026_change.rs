//! Changing what was ordered: until when people may themselves, who comes in whose stead, codes that were replaced,
//! cancellations that were undone.

use crate::column::*;
use sea_orm_migration::prelude::*;

const TABLES: &[&str] = &["substitution", "former_ticket"];

/// Until when those who hold a link may do it themselves; none: until the doors open, names until the congress ends.
const DEADLINES: [&str; 4] = ["names_until", "substitutes_until", "category_until", "cancel_until"];

#[derive(DeriveMigrationName)]
pub struct Step;

async fn add(m: &SchemaManager<'_>, table: &'static str, mut column: ColumnDef) -> Result<(), DbErr> {
    m.alter_table(Table::alter().table(Alias::new(table)).add_column(&mut column).take()).await
}

async fn drop_column(m: &SchemaManager<'_>, table: &'static str, column: &'static str) -> Result<(), DbErr> {
    m.alter_table(Table::alter().table(Alias::new(table)).drop_column(Alias::new(column)).take()).await
}

async fn drop_index(m: &SchemaManager<'_>, table: &'static str, name: &str) -> Result<(), DbErr> {
    m.drop_index(Index::drop().name(name).table(Alias::new(table)).to_owned()).await
}

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        for column in DEADLINES {
            add(m, "congress", optional(time(column))).await?;
        }
        // What the ticket was before: what it is again when the cancellation is undone.
        add(m, "cancellation", text("state_before").default("valid").take()).await?;
        add(m, "cancellation", optional(time("undone_at"))).await?;
        drop_index(m, "cancellation", "cancellation_attendee_id").await?;
        m.create_index(index("cancellation", &["attendee_id", "at"])).await?;
        let db = m.get_connection();
        db.execute_unprepared(
            "CREATE UNIQUE INDEX cancellation_open ON cancellation (attendee_id) WHERE undone_at IS NULL",
        )
        .await?;
        m.create_table(table(
            "substitution",
            vec![
                id(),
                uuid("congress_id"),
                uuid("order_id"),
                uuid("attendee_id"),
                // Who is asked to come instead.
                uuid("mailbox_id"),
                text("language"),
                state("state", &["pending", "confirmed", "withdrawn", "expired"]),
                time("asked_at"),
                time("expires_at"),
                optional(time("ended_at")),
                text("actor_kind"),
                optional(uuid("actor_id")),
                text("actor_name"),
            ],
            &[
                ("congress_id", "congress"),
                ("order_id", "order"),
                ("attendee_id", "attendee"),
                ("mailbox_id", "mailbox"),
            ],
        ))
        .await?;
        m.create_index(index("substitution", &["attendee_id", "asked_at"])).await?;
        m.create_index(index("substitution", &["mailbox_id"])).await?;
        db.execute_unprepared(
            "CREATE UNIQUE INDEX substitution_pending ON substitution (attendee_id) WHERE state = 'pending'",
        )
        .await?;
        // Codes that a newer one of the same ticket has replaced.
        m.create_table(table(
            "former_ticket",
            vec![id(), uuid("congress_id"), uuid("attendee_id"), big("serial"), time("replaced_at")],
            &[("congress_id", "congress"), ("attendee_id", "attendee")],
        ))
        .await?;
        m.create_index(unique("former_ticket", &["serial"])).await?;
        m.create_index(index("former_ticket", &["attendee_id"])).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop(m, TABLES).await?;
        drop_index(m, "cancellation", "cancellation_open").await?;
        drop_index(m, "cancellation", "cancellation_attendee_id_at").await?;
        m.create_index(unique("cancellation", &["attendee_id"])).await?;
        drop_column(m, "cancellation", "undone_at").await?;
        drop_column(m, "cancellation", "state_before").await?;
        for column in DEADLINES {
            drop_column(m, "congress", column).await?;
        }
        Ok(())
    }
}
