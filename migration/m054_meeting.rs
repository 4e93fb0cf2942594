//! Meetings of two who know each other: when and at which tables one can meet, what was proposed, and what is taken.

use crate::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Step;

const TABLES: [&str; 7] =
    ["meeting_slot", "meeting_table", "meeting", "meeting_offer", "meeting_place", "meeting_seat", "meeting_absence"];

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        places(m).await?;
        meetings(m).await?;
        taken(m).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop(m, &TABLES).await
    }
}

async fn places(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(table(
        "meeting_slot",
        vec![id(), uuid("congress_id"), time("starts_at"), time("ends_at")],
        &[("congress_id", "congress")],
    ))
    .await?;
    m.create_index(unique("meeting_slot", &["congress_id", "starts_at"])).await?;
    m.create_table(table(
        "meeting_table",
        vec![id(), uuid("congress_id"), int("number")],
        &[("congress_id", "congress")],
    ))
    .await?;
    m.create_index(unique("meeting_table", &["congress_id", "number"])).await
}

async fn meetings(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(table(
        "meeting",
        vec![
            id(),
            uuid("congress_id"),
            // Who proposed it, and to whom.
            uuid("from_id"),
            uuid("to_id"),
            text("note"),
            state("state", &["proposed", "agreed", "declined", "cancelled", "expired"]),
            time("made_at"),
            time("expires_at"),
            time("changed_at"),
        ],
        &[("congress_id", "congress"), ("from_id", "profile"), ("to_id", "profile")],
    ))
    .await?;
    m.create_index(index("meeting", &["congress_id", "state"])).await?;
    m.create_index(index("meeting", &["from_id"])).await?;
    m.create_index(index("meeting", &["to_id"])).await?;
    m.create_index(index("meeting", &["state", "expires_at"])).await?;
    // The slots that the other may choose from.
    m.create_table(table(
        "meeting_offer",
        vec![id(), uuid("meeting_id"), uuid("slot_id")],
        &[("meeting_id", "meeting"), ("slot_id", "meeting_slot")],
    ))
    .await?;
    m.create_index(unique("meeting_offer", &["meeting_id", "slot_id"])).await?;
    m.create_index(index("meeting_offer", &["slot_id"])).await
}

/// A table in a slot is one meeting's, and a person in a slot at one meeting: the indexes say so, whoever writes.
async fn taken(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(table(
        "meeting_place",
        vec![id(), uuid("meeting_id"), uuid("slot_id"), uuid("table_id")],
        &[("meeting_id", "meeting"), ("slot_id", "meeting_slot"), ("table_id", "meeting_table")],
    ))
    .await?;
    m.create_index(unique("meeting_place", &["meeting_id"])).await?;
    m.create_index(unique("meeting_place", &["slot_id", "table_id"])).await?;
    m.create_index(index("meeting_place", &["table_id"])).await?;
    m.create_table(table(
        "meeting_seat",
        vec![id(), uuid("meeting_id"), uuid("slot_id"), uuid("profile_id")],
        &[("meeting_id", "meeting"), ("slot_id", "meeting_slot"), ("profile_id", "profile")],
    ))
    .await?;
    m.create_index(unique("meeting_seat", &["slot_id", "profile_id"])).await?;
    m.create_index(index("meeting_seat", &["meeting_id"])).await?;
    m.create_index(index("meeting_seat", &["profile_id"])).await?;
    // When somebody does not want to meet.
    m.create_table(table(
        "meeting_absence",
        vec![id(), uuid("slot_id"), uuid("profile_id")],
        &[("slot_id", "meeting_slot"), ("profile_id", "profile")],
    ))
    .await?;
    m.create_index(unique("meeting_absence", &["slot_id", "profile_id"])).await?;
    m.create_index(index("meeting_absence", &["profile_id"])).await
}
