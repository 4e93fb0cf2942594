//! How the database is: what `kongress doctor` asks it.

use crate::conn::Store;
use migration::{Migrator, MigratorTrait, SchemaManager};
use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement, TryGetable};

/// The oldest PostgreSQL that is taken, as it numbers itself.
const POSTGRES: i64 = 140_000;

/// Which database it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// `PostgreSQL 17.6`.
    pub name: String,
    pub is_supported: bool,
}

/// How far the schema is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    pub taken: usize,
    /// This program's steps that are missing.
    pub pending: Vec<String>,
    /// Steps that this program does not know: a newer one took them.
    pub unknown: Vec<String>,
}

async fn all<T: TryGetable>(store: &Store, sql: &str) -> Result<Vec<T>, DbErr> {
    let statement = Statement::from_string(store.read().get_database_backend(), sql);
    let rows = store.read().query_all_raw(statement).await?;
    rows.into_iter().map(|row| row.try_get_by_index(0)).collect()
}

async fn one<T: TryGetable>(store: &Store, sql: &str) -> Result<T, DbErr> {
    all(store, sql).await?.into_iter().next().ok_or_else(|| DbErr::RecordNotFound(sql.to_owned()))
}

/// Which database answers.
pub async fn version(store: &Store) -> Result<Version, DbErr> {
    if store.is_sqlite() {
        let number: String = one(store, "SELECT sqlite_version()").await?;
        return Ok(Version { name: format!("SQLite {number}"), is_supported: true });
    }
    let number: String = one(store, "SELECT current_setting('server_version')").await?;
    let order: i64 = one(store, "SELECT current_setting('server_version_num')::bigint").await?;
    Ok(Version { name: format!("PostgreSQL {number}"), is_supported: order >= POSTGRES })
}

/// Settings of the database with which a power cut could lose what was confirmed, or writers stop readers: each with
/// its value and the right one. What kongress sets itself on every connection is not asked for.
pub async fn durability(store: &Store) -> Result<Vec<(String, String, &'static str)>, DbErr> {
    let mut wrong = vec![];
    if store.is_sqlite() {
        let mode: String = one(store, "PRAGMA journal_mode").await?;
        if mode != "wal" {
            wrong.push(("journal_mode".into(), mode, "wal"));
        }
        return Ok(wrong);
    }
    for setting in ["fsync", "full_page_writes"] {
        let value: String = one(store, &format!("SELECT current_setting('{setting}')")).await?;
        if value != "on" {
            wrong.push((setting.into(), value, "on"));
        }
    }
    let value: String = one(store, "SELECT current_setting('synchronous_commit')").await?;
    if value == "off" {
        wrong.push(("synchronous_commit".into(), value, "on"));
    }
    Ok(wrong)
}

/// Whether an error says that a SQLite file is none, or is damaged.
pub fn is_broken(error: &DbErr) -> bool {
    let said = error.to_string();
    ["file is not a database", "disk image is malformed"].iter().any(|words| said.contains(words))
}

/// What is broken in a SQLite file: its pages, and rows that point at rows which are not there. PostgreSQL looks after
/// itself.
pub async fn damage(store: &Store) -> Result<Vec<String>, DbErr> {
    if !store.is_sqlite() {
        return Ok(vec![]);
    }
    let mut damage: Vec<String> = all(store, "PRAGMA quick_check(5)").await?;
    damage.retain(|line| line != "ok");
    let orphans: Vec<String> =
        all(store, "SELECT DISTINCT \"table\" || ' -> ' || parent FROM pragma_foreign_key_check LIMIT 5").await?;
    damage.extend(orphans);
    Ok(damage)
}

/// How many milliseconds the database's clock is ahead of the process's. `None` on SQLite: it has the process's.
pub async fn clock_ahead(store: &Store) -> Result<Option<i64>, DbErr> {
    if store.is_sqlite() {
        return Ok(None);
    }
    let before = store.now().timestamp_millis();
    let there: i64 = one(store, "SELECT (extract(epoch from clock_timestamp()) * 1000)::bigint").await?;
    let after = store.now().timestamp_millis();
    Ok(Some(there - before.midpoint(after)))
}

/// Which steps of the schema were taken and which are missing.
pub async fn steps(store: &Store) -> Result<Steps, DbErr> {
    let known: Vec<String> = Migrator::migrations().iter().map(|step| step.name().to_owned()).collect();
    if !SchemaManager::new(store.pool()).has_table("seaql_migrations").await? {
        return Ok(Steps { pending: known, ..Steps::default() });
    }
    let taken: Vec<String> = all(store, "SELECT version FROM seaql_migrations ORDER BY version").await?;
    Ok(Steps {
        taken: taken.len(),
        pending: known.iter().filter(|step| !taken.contains(step)).cloned().collect(),
        unknown: taken.into_iter().filter(|step| !known.contains(step)).collect(),
    })
}

/// Whether there is no table at all: where a backup may be put back.
pub async fn is_empty(store: &Store) -> Result<bool, DbErr> {
    let tables: i64 = one(
        store,
        match store.read().get_database_backend() {
            DbBackend::Postgres => {
                "SELECT count(*) FROM information_schema.tables \
                 WHERE table_schema NOT IN ('pg_catalog', 'information_schema')"
            }
            _ => "SELECT count(*) FROM sqlite_master WHERE type = 'table'",
        },
    )
    .await?;
    Ok(tables == 0)
}
