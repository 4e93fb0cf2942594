//! The audit log by who did it, however their name is written.
//!
//! On SQLite the log is one pass over an index that holds all that it is filtered by, in the order of time; PostgreSQL
//! takes no such long texts into an index, and needs none.

use crate::column::*;
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

const FOLDS: [(&str, &str); 10] = [
    ("Ä", "a"),
    ("Ö", "o"),
    ("Ü", "u"),
    ("ä", "a"),
    ("ö", "o"),
    ("ü", "u"),
    ("ß", "ss"),
    ("ae", "a"),
    ("oe", "o"),
    ("ue", "u"),
];

/// Indexes that give way: the name as it is written is no longer looked for; `event_log` holds the order of time.
const BY_NAME: &[&str] = &["congress_id", "actor_name", "at"];
const BY_TIME: &[&str] = &["congress_id", "at"];

#[derive(DeriveMigrationName)]
pub struct Step;

fn event() -> Alias {
    Alias::new("event")
}

async fn drop_index(m: &SchemaManager<'_>, name: &str) -> Result<(), DbErr> {
    m.drop_index(Index::drop().name(name).table(event()).to_owned()).await
}

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        // Who did it, folded: what one looks for.
        let column = text("actor_search").default("").take();
        m.alter_table(Table::alter().table(event()).add_column(column).take()).await?;
        // As near as SQL comes to `base::name::fold`.
        let plain = FOLDS
            .iter()
            .fold("lower(actor_name)".to_owned(), |text, (from, to)| format!("replace({text}, '{from}', '{to}')"));
        let db = m.get_connection();
        db.execute_unprepared(&format!("UPDATE event SET actor_search = {plain}")).await?;
        drop_index(m, "event_congress_id_actor_name_at").await?;
        if m.get_database_backend() == DbBackend::Sqlite {
            db.execute_unprepared("CREATE INDEX event_log ON event (congress_id, at, id, verb, actor_search)").await?;
            drop_index(m, "event_congress_id_at").await?;
        }
        Ok(())
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        if m.get_database_backend() == DbBackend::Sqlite {
            m.create_index(index("event", BY_TIME)).await?;
            drop_index(m, "event_log").await?;
        }
        m.create_index(index("event", BY_NAME)).await?;
        m.alter_table(Table::alter().table(event()).drop_column(Alias::new("actor_search")).take()).await
    }
}
