//! Gates, devices, scans, admissions.

use crate::column::*;
use sea_orm_migration::prelude::*;

const TABLES: &[&str] = &["gate", "device", "admission", "scan"];

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_table(table(
            "gate",
            vec![id(), uuid("congress_id"), text("slug"), json("name"), text("area"), int("position")],
            &[("congress_id", "congress")],
        ))
        .await?;
        m.create_index(unique("gate", &["congress_id", "slug"])).await?;
        m.create_table(table(
            "device",
            vec![
                id(),
                uuid("congress_id"),
                uuid("gate_id"),
                // Who scans: an account or an API token.
                uuid("operator_id"),
                text("name"),
                time("created_at"),
            ],
            &[("congress_id", "congress"), ("gate_id", "gate")],
        ))
        .await?;
        m.create_index(unique("device", &["gate_id", "operator_id"])).await?;
        m.create_table(table(
            "admission",
            vec![
                id(),
                uuid("congress_id"),
                uuid("attendee_id"),
                text("area"),
                uuid("gate_id"),
                uuid("device_id"),
                time("entered_at"),
                optional(time("left_at")),
            ],
            &[("congress_id", "congress"), ("attendee_id", "attendee"), ("gate_id", "gate"), ("device_id", "device")],
        ))
        .await?;
        let db = m.get_connection();
        db.execute_unprepared(
            "CREATE UNIQUE INDEX admission_open ON admission (attendee_id, area) WHERE left_at IS NULL",
        )
        .await?;
        m.create_index(index("admission", &["congress_id", "entered_at"])).await?;
        m.create_table(table(
            "scan",
            vec![
                id(),
                uuid("congress_id"),
                uuid("gate_id"),
                uuid("device_id"),
                uuid("nonce"),
                // When the device saw it, and when it came in.
                time("at"),
                time("received_at"),
                // What the code said, for looking into it later.
                text("raw"),
                optional(uuid("attendee_id")),
                optional(uuid("admission_id")),
                state("status", &["admitted", "refused", "attention"]),
                optional(text("reason")),
                optional(text("detail")),
                flag("forced"),
                text("note"),
            ],
            &[
                ("congress_id", "congress"),
                ("gate_id", "gate"),
                ("device_id", "device"),
                ("attendee_id", "attendee"),
                ("admission_id", "admission"),
            ],
        ))
        .await?;
        m.create_index(unique("scan", &["device_id", "nonce"])).await?;
        m.create_index(index("scan", &["congress_id", "received_at"])).await?;
        m.create_index(index("scan", &["device_id", "received_at"])).await?;
        m.create_index(index("scan", &["attendee_id", "received_at"])).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop(m, TABLES).await
    }
}
