//! Invitations to the occurrences of sessions, as calendars of other programs keep them.

use crate::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_table(table(
            "invitation",
            vec![
                id(),
                uuid("congress_id"),
                uuid("mailbox_id"),
                // Whatever moves, the invitation stays with the occurrence.
                uuid("slot_id"),
                uuid("session_id"),
                state("role", &["speaker", "seat"]),
                // Whose seat it is.
                optional(uuid("attendee_id")),
                text("name"),
                // Drawn once. The appointment has it in every calendar.
                uuid("uid"),
                int("sequence"),
                // What was told last.
                json("content"),
                time("invited_at"),
                // When what it says was changed last.
                time("changed_at"),
                // Called off: of the same occurrence only another one may follow.
                optional(time("cancelled_at")),
                state("participation", &["needs_action", "accepted", "tentative", "declined"]),
                optional(time("answered_at")),
            ],
            &[("congress_id", "congress"), ("mailbox_id", "mailbox"), ("slot_id", "slot")],
        ))
        .await?;
        m.create_index(unique("invitation", &["uid"])).await?;
        m.create_index(index("invitation", &["congress_id"])).await?;
        m.get_connection()
            .execute_unprepared(
                "CREATE UNIQUE INDEX invitation_open ON invitation (slot_id, mailbox_id) WHERE cancelled_at IS NULL",
            )
            .await
            .map(|_| ())
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop(m, &["invitation"]).await
    }
}
