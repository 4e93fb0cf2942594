//! What the directory is searched in: the words of profiles, offers and needs, bodies and topics, once for each level that they
//! show to. SQLite indexes them by FTS5, PostgreSQL by a tsvector; both find the same, since the words are stemmed before.

use crate::column::*;
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

#[derive(DeriveMigrationName)]
pub struct Step;

const FTS5: &str = "
    CREATE VIRTUAL TABLE network_words USING fts5(
        stems, content='network_document', content_rowid='number', tokenize='unicode61 remove_diacritics 0'
    );
    CREATE TRIGGER network_document_added AFTER INSERT ON network_document BEGIN
        INSERT INTO network_words(rowid, stems) VALUES (new.number, new.stems);
    END;
    CREATE TRIGGER network_document_removed AFTER DELETE ON network_document BEGIN
        INSERT INTO network_words(network_words, rowid, stems) VALUES ('delete', old.number, old.stems);
    END;
    CREATE TRIGGER network_document_changed AFTER UPDATE ON network_document BEGIN
        INSERT INTO network_words(network_words, rowid, stems) VALUES ('delete', old.number, old.stems);
        INSERT INTO network_words(rowid, stems) VALUES (new.number, new.stems);
    END;
";

const TSVECTOR: &str =
    "CREATE INDEX network_document_words ON network_document USING gin (to_tsvector('simple', stems))";

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_table(table(
            "network_document",
            vec![
                id(),
                uuid("host_id"),
                state("kind", &["profile", "entry"]),
                uuid("object_id"),
                state("level", &["participants", "public"]),
                // By which the index of words knows it.
                big("number"),
                text("stems"),
            ],
            &[("host_id", "host")],
        ))
        .await?;
        m.create_index(unique("network_document", &["object_id", "level"])).await?;
        m.create_index(unique("network_document", &["number"])).await?;
        let index = match m.get_database_backend() {
            DbBackend::Sqlite => FTS5,
            _ => TSVECTOR,
        };
        m.get_connection().execute_unprepared(index).await.map(|_| ())
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        if m.get_database_backend() == DbBackend::Sqlite {
            m.get_connection().execute_unprepared("DROP TABLE network_words").await?;
        }
        drop(m, &["network_document"]).await
    }
}
