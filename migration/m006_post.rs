//! The outbox.

use crate::column::*;
use sea_orm_migration::prelude::*;

const TABLES: &[&str] = &["message", "delivery_event"];

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_table(table(
            "message",
            vec![
                id(),
                optional(uuid("congress_id")),
                text("kind"),
                // Why it exists, once: "order:<id>:<mailbox id>". Always one message for each cause.
                text("cause"),
                optional(uuid("mailbox_id")),
                // What asks for its mails: an order.
                optional(uuid("about_id")),
                text("to_address"),
                text("to_name"),
                text("language"),
                // What the mail is about; the rest is read when it is written.
                json("payload"),
                state("state", &["held", "waiting", "sending", "sent", "failed", "in_doubt", "dropped"]),
                // RFC 5322 §3.6.4, for ever.
                text("message_id"),
                optional(text("subject")),
                optional(text("text")),
                optional(text("html")),
                // How often it was put into the outbox.
                int("round"),
                int("attempts"),
                // The server's last answer.
                optional(text("answer")),
                time("created_at"),
                time("queued_at"),
                optional(time("sending_at")),
                optional(time("sent_at")),
            ],
            &[("congress_id", "congress"), ("mailbox_id", "mailbox")],
        ))
        .await?;
        m.create_index(unique("message", &["cause"])).await?;
        m.create_index(unique("message", &["message_id"])).await?;
        m.create_index(index("message", &["congress_id", "state", "created_at"])).await?;
        m.create_index(index("message", &["congress_id", "created_at"])).await?;
        m.create_index(index("message", &["mailbox_id"])).await?;
        m.create_index(index("message", &["about_id"])).await?;
        m.create_table(table(
            "delivery_event",
            vec![id(), uuid("message_id"), time("at"), text("state"), optional(text("answer"))],
            &[("message_id", "message")],
        ))
        .await?;
        m.create_index(index("delivery_event", &["message_id", "at"])).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop(m, TABLES).await
    }
}
