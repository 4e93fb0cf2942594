//! Cooperations: what some want to do together, who of them is in it, how far it is, where there is more.

use crate::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_table(table(
            "cooperation",
            vec![
                id(),
                uuid("host_id"),
                // The edition that it came of.
                uuid("congress_id"),
                uuid("topic_id"),
                text("code"),
                text("title"),
                text("goal"),
                state("circle", &["members", "participants", "public"]),
                flag("seeks"),
                text("wanted"),
                text("next"),
                optional(uuid("next_owner_id")),
                // A day, as 2027-03-11.
                optional(text("next_on")),
                // One a line.
                text("links"),
                state("origin", &["connection", "topic"]),
                // Taken off by organisers, who say why.
                optional(time("hidden_at")),
                text("hidden_why"),
                time("created_at"),
                time("changed_at"),
            ],
            &[("host_id", "host"), ("congress_id", "congress"), ("topic_id", "topic"), ("next_owner_id", "profile")],
        ))
        .await?;
        m.create_index(unique("cooperation", &["host_id", "code"])).await?;
        m.create_index(index("cooperation", &["congress_id"])).await?;
        m.create_index(index("cooperation", &["topic_id"])).await?;
        m.create_index(index("cooperation", &["next_owner_id"])).await?;
        m.create_table(table(
            "cooperation_member",
            vec![
                id(),
                uuid("cooperation_id"),
                uuid("profile_id"),
                state("state", &["invited", "asked", "joined", "declined", "refused", "left"]),
                // Who invited them; none: they started it or asked themselves, or that one is gone.
                optional(uuid("invited_by_id")),
                time("made_at"),
                time("changed_at"),
            ],
            &[("cooperation_id", "cooperation"), ("profile_id", "profile"), ("invited_by_id", "profile")],
        ))
        .await?;
        m.create_index(unique("cooperation_member", &["cooperation_id", "profile_id"])).await?;
        m.create_index(index("cooperation_member", &["profile_id"])).await?;
        m.create_index(index("cooperation_member", &["invited_by_id"])).await?;
        // How far it is: the row with the highest number says so.
        m.create_table(table(
            "cooperation_step",
            vec![
                id(),
                uuid("cooperation_id"),
                int("number"),
                state("state", &["idea", "interested", "agreed", "applied", "running", "transferred", "ended"]),
                optional(uuid("profile_id")),
                text("note"),
                time("made_at"),
            ],
            &[("cooperation_id", "cooperation"), ("profile_id", "profile")],
        ))
        .await?;
        m.create_index(unique("cooperation_step", &["cooperation_id", "number"])).await?;
        m.create_index(index("cooperation_step", &["profile_id"])).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop(m, &["cooperation", "cooperation_member", "cooperation_step"]).await
    }
}
