//! Opening the database.

use crate::conn::Store;
use crate::event::Reactions;
use base::{Chance, Clock};
use data_encoding::HEXLOWER;
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, Database, DatabaseConnection, DbErr};
use sha2::{Digest, Sha256};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Readers of one SQLite file in one process. Reads are short; more connections only cost memory.
const SQLITE_READERS: u32 = 4;
/// Connections to PostgreSQL, for reading and for writing each.
const POSTGRES_CONNECTIONS: u32 = 12;
/// How long a request waits for its turn before it is told that the house is full.
const ACQUIRE: Duration = Duration::from_secs(20);

/// Why the database could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("database address must begin with sqlite:// or postgres://, not {0}")]
    Scheme(String),
    #[error("KONGRESS_SECRET_KEY must be set on PostgreSQL: it encrypts the keys in the database")]
    NoSecretKey,
    #[error("the secret key beside the database, {0}: {1}")]
    KeyFile(PathBuf, std::io::Error),
    #[error("database: {0}")]
    Database(#[from] DbErr),
}

/// Opens the database at `url`, creating a SQLite file that is not there. Does not migrate.
///
/// `secret_key` encrypts the keys in the database. Without one, SQLite gets its own in `FILE.key` (mode 0600), and
/// PostgreSQL is refused.
pub async fn open(
    url: &str,
    secret_key: Option<&str>,
    clock: Clock,
    chance: Chance,
    reactions: Reactions,
) -> Result<Store, OpenError> {
    if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        let secret = secret_key.ok_or(OpenError::NoSecretKey)?;
        let pool = postgres(url).await?;
        return Ok(Store::new(pool.clone(), pool, clock, chance, reactions, derive(secret)));
    }
    let Some(path) = url.strip_prefix("sqlite:") else { return Err(OpenError::Scheme(scheme(url))) };
    let path = path.strip_prefix("//").unwrap_or(path);
    let path = PathBuf::from(path.split('?').next().unwrap_or(path));
    let secret = match secret_key {
        Some(secret) => secret.to_owned(),
        None => key_file(&path, &chance)?,
    };
    let writer = sqlite(&path, 1, false).await?;
    let reader = sqlite(&path, SQLITE_READERS, true).await?;
    Ok(Store::new(reader, writer, clock, chance, reactions, derive(&secret)))
}

fn scheme(url: &str) -> String {
    url.split_once(':').map_or(url, |(scheme, _)| scheme).to_owned()
}

/// 256 bits from whatever length of secret was set.
fn derive(secret: &str) -> [u8; 32] {
    Sha256::digest(["kongress secret key\0", secret].concat()).into()
}

/// WAL so that readers never wait for the writer; FULL so that a commit survives a power cut; foreign keys on.
async fn sqlite(path: &Path, connections: u32, reading: bool) -> Result<DatabaseConnection, DbErr> {
    let file = path.to_owned();
    let mut options = ConnectOptions::new("sqlite://");
    options
        .max_connections(connections)
        .acquire_timeout(ACQUIRE)
        .idle_timeout(None::<Duration>)
        .max_lifetime(None::<Duration>)
        .test_before_acquire(false)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |o| {
            let o = o
                .filename(&file)
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(15))
                .pragma("cache_size", "-8000")
                .pragma("temp_store", "memory")
                .optimize_on_close(!reading, 400);
            if reading { o.pragma("query_only", "on") } else { o }
        });
    Database::connect(options).await
}

async fn postgres(url: &str) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(POSTGRES_CONNECTIONS)
        .acquire_timeout(ACQUIRE)
        .statement_timeout(Duration::from_secs(30))
        .set_application_name("kongress")
        .sqlx_logging(false);
    Database::connect(options).await
}

/// The key of a SQLite file, made if it is not there.
fn key_file(database: &Path, chance: &Chance) -> Result<String, OpenError> {
    let mut name = database.as_os_str().to_owned();
    name.push(".key");
    let path = PathBuf::from(name);
    let fail = |e| OpenError::KeyFile(path.clone(), e);
    let mut create = std::fs::OpenOptions::new();
    create.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut create, 0o600);
    match create.open(&path) {
        Ok(mut file) => {
            let secret = HEXLOWER.encode(&chance.bytes::<32>());
            file.write_all(secret.as_bytes()).and_then(|()| file.sync_all()).map_err(fail)?;
            Ok(secret)
        }
        Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => {
            Ok(std::fs::read_to_string(&path).map_err(fail)?.trim().to_owned())
        }
        Err(e) => Err(fail(e)),
    }
}
