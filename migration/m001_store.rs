//! Jobs, the audit log, keys.

use crate::column::*;
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

const TABLES: &[&str] = &["job", "event", "key"];

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_table(table(
            "job",
            vec![
                big("id").auto_increment().primary_key().take(),
                text("kind"),
                json("payload"),
                optional(text("unique_key")),
                state("state", &["ready", "running", "done", "failed"]),
                int("attempts"),
                int("max_attempts"),
                // UTC milliseconds. While ready: not before; while running: the end of the lease.
                big("due_at"),
                optional(uuid("lease_by")),
                optional(text("last_error")),
                big("created_at"),
                optional(big("started_at")),
                optional(big("finished_at")),
            ],
            &[],
        ))
        .await?;
        m.create_index(unique("job", &["unique_key"])).await?;
        let db = m.get_connection();
        db.execute_unprepared("CREATE INDEX job_due ON job (due_at, id) WHERE state IN ('ready', 'running')").await?;
        db.execute_unprepared("CREATE INDEX job_lease ON job (lease_by) WHERE state = 'running'").await?;
        // One for each state: SQLite takes a partial index only where its condition stands word for word.
        db.execute_unprepared("CREATE INDEX job_done ON job (finished_at) WHERE state = 'done'").await?;
        db.execute_unprepared("CREATE INDEX job_failed ON job (finished_at) WHERE state = 'failed'").await?;
        if m.get_database_backend() == DbBackend::Postgres {
            // The table turns over fast: vacuum it by number of rows, not by share.
            db.execute_unprepared(
                "ALTER TABLE job SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, fillfactor = 70)",
            )
            .await?;
        }

        m.create_table(table(
            "event",
            vec![
                id(),
                time("at"),
                text("actor_kind"),
                optional(uuid("actor_id")),
                text("actor_name"),
                optional(uuid("congress_id")),
                text("verb"),
                text("object_kind"),
                uuid("object_id"),
                json("detail"),
            ],
            &[],
        ))
        .await?;
        m.create_index(index("event", &["object_id", "at"])).await?;
        m.create_index(index("event", &["congress_id", "at"])).await?;

        m.create_table(table(
            "key",
            vec![
                id(),
                // Null: of the installation.
                optional(uuid("congress_id")),
                state("purpose", &["link", "ticket"]),
                int("number"),
                // Encrypted with SECRET_KEY.
                bytes("secret"),
                optional(bytes("public")),
                time("created_at"),
                optional(time("retired_at")),
            ],
            &[],
        ))
        .await?;
        db.execute_unprepared(
            "CREATE UNIQUE INDEX key_congress ON key (congress_id, purpose, number) WHERE congress_id IS NOT NULL",
        )
        .await?;
        db.execute_unprepared(
            "CREATE UNIQUE INDEX key_installation ON key (purpose, number) WHERE congress_id IS NULL",
        )
        .await?;
        Ok(())
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop(m, TABLES).await
    }
}
