//! Calendars: the link behind which somebody's is, and how often a session was called off and a congress moved.

use crate::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_table(table(
            "calendar_link",
            vec![
                id(),
                uuid("congress_id"),
                uuid("attendee_id"),
                // Raised to end the link.
                int("generation"),
                // That of the attendee's own link when it was made.
                int("link_generation"),
                time("changed_at"),
            ],
            &[("congress_id", "congress"), ("attendee_id", "attendee")],
        ))
        .await?;
        m.create_index(unique("calendar_link", &["attendee_id"])).await?;
        m.create_index(index("calendar_link", &["congress_id"])).await?;
        // Raised by every change of when or where the congress is, and when that was last.
        for column in [int("moves").default(0).take(), optional(time("moved_at"))] {
            m.alter_table(Table::alter().table(Alias::new("congress")).add_column(column).take()).await?;
        }
        // Raised whenever it is cancelled, or not any more.
        let turns = int("turns").default(0).take();
        m.alter_table(Table::alter().table(Alias::new("programme_session")).add_column(turns).take()).await?;
        m.get_connection()
            .execute_unprepared("UPDATE programme_session SET turns = 1 WHERE cancelled_at IS NOT NULL")
            .await
            .map(|_| ())
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        for column in ["moved_at", "moves"] {
            m.alter_table(Table::alter().table(Alias::new("congress")).drop_column(Alias::new(column)).take()).await?;
        }
        let column = Alias::new("turns");
        m.alter_table(Table::alter().table(Alias::new("programme_session")).drop_column(column).take()).await?;
        drop(m, &["calendar_link"]).await
    }
}
