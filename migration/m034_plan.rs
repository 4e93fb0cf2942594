//! What a plan needs to know of rooms, tracks and sessions, and how much each kind of clash matters.

use crate::column::*;
use sea_orm_migration::prelude::*;

/// Columns of tables that are there: which, and what they gain.
fn added() -> [(&'static str, ColumnDef); 5] {
    [
        // Several things may be there at once, as stands in a foyer.
        ("room", flag("several").default(false).take()),
        // None: as the congress has it.
        ("room", optional(int("changeover_minutes"))),
        // Two of this kind may follow each other without changing over.
        ("session_type", flag("seamless").default(false).take()),
        ("programme", int("changeover_minutes").default(5).take()),
        // From any room to any other where nothing else is known.
        ("programme", int("walk_minutes").default(5).take()),
    ]
}

const NAMES: [(&str, &str); 5] = [
    ("room", "several"),
    ("room", "changeover_minutes"),
    ("session_type", "seamless"),
    ("programme", "changeover_minutes"),
    ("programme", "walk_minutes"),
];

const TABLES: &[&str] = &["room_time", "room_walk", "track_room", "session_apart", "clash_severity"];

const KINDS: &[&str] = &[
    "room-twice",
    "speaker-twice",
    "session-twice",
    "speaker-away",
    "room-closed",
    "outside-days",
    "room-too-small",
    "crowded",
    "track-elsewhere",
    "changeover",
    "walk",
    "beside",
    "length",
];

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        for (table, mut column) in added() {
            m.alter_table(Table::alter().table(Alias::new(table)).add_column(&mut column).take()).await?;
        }
        // When a room is open. None at all: always.
        m.create_table(table(
            "room_time",
            vec![id(), uuid("room_id"), time("starts_at"), time("ends_at")],
            &[("room_id", "room")],
        ))
        .await?;
        m.create_index(index("room_time", &["room_id"])).await?;
        // How long it takes from one room to another, both ways, where that is not what it takes everywhere.
        m.create_table(table(
            "room_walk",
            vec![id(), uuid("congress_id"), uuid("room_id"), uuid("other_id"), int("minutes")],
            &[("congress_id", "congress"), ("room_id", "room"), ("other_id", "room")],
        ))
        .await?;
        m.create_index(unique("room_walk", &["congress_id", "room_id", "other_id"])).await?;
        m.create_index(index("room_walk", &["room_id"])).await?;
        m.create_index(index("room_walk", &["other_id"])).await?;
        // Where a track is at home. None at all: anywhere.
        m.create_table(table(
            "track_room",
            vec![id(), uuid("track_id"), uuid("room_id")],
            &[("track_id", "track"), ("room_id", "room")],
        ))
        .await?;
        m.create_index(unique("track_room", &["track_id", "room_id"])).await?;
        m.create_index(index("track_room", &["room_id"])).await?;
        // Sessions that must not be at the same time: they have the same guests. The smaller id first.
        m.create_table(table(
            "session_apart",
            vec![id(), uuid("congress_id"), uuid("session_id"), uuid("other_id")],
            &[("congress_id", "congress"), ("session_id", "programme_session"), ("other_id", "programme_session")],
        ))
        .await?;
        m.create_index(unique("session_apart", &["congress_id", "session_id", "other_id"])).await?;
        m.create_index(index("session_apart", &["session_id"])).await?;
        m.create_index(index("session_apart", &["other_id"])).await?;
        // How much a kind of clash matters, where that is not what it is until somebody says so.
        m.create_table(table(
            "clash_severity",
            vec![id(), uuid("congress_id"), state("kind", KINDS), state("severity", &["block", "warn", "ignore"])],
            &[("congress_id", "congress")],
        ))
        .await?;
        m.create_index(unique("clash_severity", &["congress_id", "kind"])).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop(m, TABLES).await?;
        for (table, name) in NAMES.into_iter().rev() {
            m.alter_table(Table::alter().table(Alias::new(table)).drop_column(Alias::new(name)).take()).await?;
        }
        Ok(())
    }
}
