//! Campaigns: letters to many, who of them gets one, and who wants none.

use crate::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_table(table(
            "campaign",
            vec![
                id(),
                uuid("congress_id"),
                // What the office calls it.
                text("name"),
                state("kind", &["service", "news"]),
                // To whom: conditions, as rules::segment has them.
                json("segment"),
                json("subject"),
                // What it says, piece by piece, as rules::letter has it.
                json("blocks"),
                state("state", &["draft", "planned", "running", "stopped", "done"]),
                // Why it stopped by itself.
                optional(text("halted")),
                optional(time("planned_at")),
                // Relative to the first day of the congress: how many days before, and at which minute of the day there.
                optional(int("days_before")),
                optional(int("minute")),
                // Also between the evening and the morning.
                flag("at_night"),
                optional(time("started_at")),
                optional(time("progressed_at")),
                optional(time("ended_at")),
                // Which run sends: of an older one nothing is taken up.
                optional(uuid("run")),
                // Raised by every change of what it says and to whom.
                int("version"),
                time("created_at"),
                time("changed_at"),
            ],
            &[("congress_id", "congress")],
        ))
        .await?;
        m.create_index(index("campaign", &["congress_id"])).await?;
        m.create_index(index("campaign", &["state"])).await?;
        let mut recipient = table(
            "recipient",
            vec![
                uuid("campaign_id"),
                uuid("mailbox_id"),
                state("state", &["queued", "taken", "skipped"]),
                // Why nothing is sent.
                optional(text("reason")),
                // What became of the mail, it tells.
                optional(uuid("message_id")),
                // Which run is sending it now.
                optional(uuid("run")),
            ],
            &[("campaign_id", "campaign"), ("mailbox_id", "mailbox"), ("message_id", "message")],
        );
        recipient.primary_key(Index::create().col(Alias::new("campaign_id")).col(Alias::new("mailbox_id")));
        m.create_table(recipient).await?;
        m.create_index(index("recipient", &["campaign_id", "state", "mailbox_id"])).await?;
        m.create_index(index("recipient", &["message_id"])).await?;
        m.create_index(index("recipient", &["mailbox_id"])).await?;
        m.create_table(table(
            "opt_out",
            vec![
                id(),
                uuid("mailbox_id"),
                // Which campaigns: one kind, or all.
                state("kind", &["service", "news", "all"]),
                // Where it was said.
                state("source", &["one_click", "page", "desk", "complaint"]),
                optional(uuid("campaign_id")),
                time("made_at"),
            ],
            &[("mailbox_id", "mailbox"), ("campaign_id", "campaign")],
        ))
        .await?;
        m.create_index(unique("opt_out", &["mailbox_id", "kind"])).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop(m, &["campaign", "recipient", "opt_out"]).await
    }
}
