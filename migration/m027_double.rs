//! Two who look like one person and are not.

use crate::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_table(table(
            "different_people",
            vec![
                id(),
                uuid("congress_id"),
                // The one with the smaller id first.
                uuid("first_id"),
                uuid("second_id"),
                time("at"),
            ],
            &[("congress_id", "congress"), ("first_id", "attendee"), ("second_id", "attendee")],
        ))
        .await?;
        m.create_index(unique("different_people", &["first_id", "second_id"])).await?;
        m.create_index(index("different_people", &["congress_id"])).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop(m, &["different_people"]).await
    }
}
