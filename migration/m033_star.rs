//! What people marked in the programme, once a personal link of theirs is known. Before that it is on their device alone.

use crate::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_table(table(
            "star",
            vec![
                id(),
                uuid("congress_id"),
                state("holder_kind", &["attendee", "order"]),
                uuid("holder_id"),
                // The link's: whoever takes over a ticket, by a link of their own, does not see what was marked before.
                int("generation"),
                uuid("session_id"),
                time("created_at"),
            ],
            &[("congress_id", "congress"), ("session_id", "programme_session")],
        ))
        .await?;
        m.create_index(unique("star", &["holder_kind", "holder_id", "generation", "session_id"])).await?;
        m.create_index(index("star", &["congress_id"])).await?;
        m.create_index(index("star", &["session_id"])).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop(m, &["star"]).await
    }
}
