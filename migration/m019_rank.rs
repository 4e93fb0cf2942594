//! Jobs that somebody waits for go before those of whole lists; attendees are found by the code of their order.

use crate::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        // 0: at once; 1: when nothing of rank 0 is due.
        let rank = int("rank").default(0).take();
        m.alter_table(Table::alter().table(Alias::new("job")).add_column(rank).take()).await?;
        let db = m.get_connection();
        db.execute_unprepared("DROP INDEX job_due").await?;
        db.execute_unprepared("CREATE INDEX job_due ON job (rank, due_at, id) WHERE state IN ('ready', 'running')")
            .await?;
        db.execute_unprepared(
            "UPDATE attendee SET search = search || ' ' || \
             (SELECT lower(code) FROM \"order\" WHERE \"order\".id = attendee.order_id)",
        )
        .await
        .map(|_| ())
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let db = m.get_connection();
        db.execute_unprepared("DROP INDEX job_due").await?;
        db.execute_unprepared("CREATE INDEX job_due ON job (due_at, id) WHERE state IN ('ready', 'running')").await?;
        m.alter_table(Table::alter().table(Alias::new("job")).drop_column(Alias::new("rank")).take()).await
    }
}
