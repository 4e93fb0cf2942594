//! Seats in sessions that ticket holders book: how many there are at each occurrence, who has one, who waits for one.

use crate::column::*;
use sea_orm_migration::prelude::*;

const TABLES: &[&str] = &["seating", "booking"];

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        // The seats of one occurrence: a capacity, from the first booking on.
        m.create_table(table(
            "seating",
            vec![id(), uuid("congress_id"), uuid("slot_id"), uuid("capacity_id")],
            &[("congress_id", "congress"), ("slot_id", "slot"), ("capacity_id", "capacity")],
        ))
        .await?;
        m.create_index(unique("seating", &["slot_id"])).await?;
        m.create_index(unique("seating", &["capacity_id"])).await?;
        m.create_index(index("seating", &["congress_id"])).await?;
        m.create_table(table(
            "booking",
            vec![
                id(),
                uuid("congress_id"),
                uuid("slot_id"),
                uuid("attendee_id"),
                // The claim of a seat is the booking's.
                state("state", &["booked", "waiting", "freed"]),
                // In the order of asking, from 1 at each occurrence: who waits is next by it.
                int("position"),
                time("made_at"),
                time("changed_at"),
            ],
            &[("congress_id", "congress"), ("slot_id", "slot"), ("attendee_id", "attendee")],
        ))
        .await?;
        m.create_index(unique("booking", &["slot_id", "position"])).await?;
        m.create_index(index("booking", &["attendee_id"])).await?;
        m.create_index(index("booking", &["congress_id", "state"])).await?;
        // Nobody has two seats at once.
        m.get_connection()
            .execute_unprepared(
                "CREATE UNIQUE INDEX booking_open ON booking (slot_id, attendee_id) WHERE state <> 'freed'",
            )
            .await
            .map(|_| ())
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop(m, TABLES).await
    }
}
