//! Opening the database.

use crate::conn::Store;
use crate::event::Reactions;
use base::{Chance, Clock};
use data_encoding::HEXLOWER;
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr, RuntimeErr, Statement};
use sha2::{Digest, Sha256};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Readers of one SQLite file in one process. Reads are short; more connections only cost memory.
const SQLITE_READERS: u32 = 4;
/// What a reader and the writer keep of the file, in KiB as SQLite has it: negative. The pages lie in the system's own cache
/// anyway; kept here too, they cost several times what they save. (SQLite is built so that the caches of a process are one
/// pool: a reader that looks through everything takes what the writer does not need.)
const READER_CACHE: &str = "-1000";
const WRITER_CACHE: &str = "-2000";
/// Rows that a thread of SQLite reads ahead of who takes them: with few, the two wake each other again and again, which takes
/// longer than reading.
const ROWS_AHEAD: usize = 2_000;
/// Connections to PostgreSQL of one process, for reading and writing.
const POSTGRES_CONNECTIONS: u32 = 12;
/// How long a request waits for its turn before it is told that the house is full.
const ACQUIRE: Duration = Duration::from_secs(20);
/// How long a connection to a SQLite file waits for another process, …
const BUSY: Duration = Duration::from_secs(15);
/// … and how often it looks again where SQLite does not wait by itself.
const AGAIN: Duration = Duration::from_millis(50);

/// The shortest secret key that is taken, in characters.
const MIN_SECRET: usize = 16;

/// Why the database could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("database address must begin with sqlite:// or postgres://, not {0}")]
    Scheme(String),
    #[error("KONGRESS_SECRET_KEY must be set on PostgreSQL: it encrypts the keys in the database")]
    NoSecretKey,
    #[error("KONGRESS_SECRET_KEY must have at least {MIN_SECRET} characters")]
    ShortSecretKey,
    #[error("the secret key beside the database, {0}: {1}")]
    KeyFile(PathBuf, std::io::Error),
    #[error("the secret key beside the database, {0}, is damaged: put back the one that belongs to the database")]
    KeyDamaged(PathBuf),
    #[error("the file {0} is another program's database: it is left as it is")]
    Foreign(PathBuf),
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
    if is_postgres(url) {
        let secret = sound(secret_key)?.ok_or(OpenError::NoSecretKey)?;
        let pool = postgres(url).await?;
        return Ok(Store::new(pool.clone(), pool, clock, chance, reactions, derive(secret)));
    }
    let path = file(url)?;
    if is_foreign(&path).await? {
        return Err(OpenError::Foreign(path));
    }
    let secret = match sound(secret_key)? {
        Some(secret) => secret.to_owned(),
        None => make_key(&path, &chance)?,
    };
    let writer = sqlite(&path, 1, false).await?;
    let reader = sqlite(&path, SQLITE_READERS, true).await?;
    Ok(Store::new(reader, writer, clock, chance, reactions, derive(&secret)))
}

pub(crate) fn is_postgres(url: &str) -> bool {
    url.starts_with("postgres://") || url.starts_with("postgresql://")
}

/// The file of `sqlite://FILE`.
pub(crate) fn file(url: &str) -> Result<PathBuf, OpenError> {
    let scheme = || url.split_once(':').map_or(url, |(scheme, _)| scheme).to_owned();
    let path = url.strip_prefix("sqlite:").ok_or_else(|| OpenError::Scheme(scheme()))?;
    let path = path.strip_prefix("//").unwrap_or(path);
    Ok(PathBuf::from(path.split('?').next().unwrap_or(path)))
}

/// A secret that is set must be one: an empty setting must not encrypt with a key that everyone knows.
pub(crate) fn sound(secret: Option<&str>) -> Result<Option<&str>, OpenError> {
    match secret {
        Some(secret) if secret.trim().chars().count() < MIN_SECRET => Err(OpenError::ShortSecretKey),
        other => Ok(other),
    }
}

/// Whether a SQLite file holds tables, and none of kongress. Looks without touching it, unless whoever wrote it last was
/// killed and left a journal: then what they had begun is taken back, which only a writer can.
pub(crate) async fn is_foreign(path: &Path) -> Result<bool, DbErr> {
    if std::fs::metadata(path).map_or(0, |m| m.len()) == 0 {
        return Ok(false);
    }
    match holds_only_others(path, true).await {
        Err(_) => holds_only_others(path, false).await,
        known => known,
    }
}

async fn holds_only_others(path: &Path, read_only: bool) -> Result<bool, DbErr> {
    let file = path.to_owned();
    let mut options = ConnectOptions::new("sqlite://");
    options
        .max_connections(1)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |o| o.filename(&file).read_only(read_only).busy_timeout(BUSY));
    let conn = connect(options).await?;
    let tables = "SELECT count(*), coalesce(sum(name = 'seaql_migrations'), 0) FROM sqlite_master WHERE type = 'table'";
    let row = conn.query_one_raw(Statement::from_string(DbBackend::Sqlite, tables)).await?;
    let (all, ours): (i64, i64) = match row {
        Some(row) => (row.try_get_by_index(0)?, row.try_get_by_index(1)?),
        None => (0, 0),
    };
    conn.close().await?;
    Ok(all > 0 && ours == 0)
}

/// 256 bits from whatever length of secret was set.
pub(crate) fn derive(secret: &str) -> [u8; 32] {
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
                .busy_timeout(BUSY)
                .row_buffer_size(ROWS_AHEAD)
                .pragma("cache_size", if reading { READER_CACHE } else { WRITER_CACHE })
                // What is sorted beyond that goes to a file that is gone with its statement: in memory, each reader would
                // keep room for its largest sort for ever.
                .pragma("temp_store", "file")
                .optimize_on_close(!reading, 400);
            if reading { o.pragma("query_only", "on") } else { o }
        });
    connect(options).await
}

/// Connects to a SQLite file, again and again while it is locked: SQLite does not wait its turn where several processes turn
/// one new file to WAL.
async fn connect(options: ConnectOptions) -> Result<DatabaseConnection, DbErr> {
    let until = Instant::now() + BUSY;
    loop {
        match Database::connect(options.clone()).await {
            Err(error) if is_locked(&error) && Instant::now() < until => tokio::time::sleep(AGAIN).await,
            done => return done,
        }
    }
}

/// BUSY, in the lowest byte of SQLite's number.
fn is_locked(error: &DbErr) -> bool {
    let DbErr::Conn(RuntimeErr::SqlxError(error)) = error else { return false };
    let code = error.as_database_error().and_then(|said| said.code().and_then(|code| code.parse::<u32>().ok()));
    code.is_some_and(|code| code & 0xff == 5)
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

fn beside(database: &Path, end: &str) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}

/// Where the key of a SQLite file lies that has none in the settings.
pub fn key_file(database: &Path) -> PathBuf {
    beside(database, ".key")
}

/// The key of a SQLite file, made if it is not there. It appears whole or not at all: two processes that start at once
/// agree on one, and a crash leaves no half of it.
fn make_key(database: &Path, chance: &Chance) -> Result<String, OpenError> {
    let path = key_file(database);
    let fail = |e| OpenError::KeyFile(path.clone(), e);
    if !path.try_exists().map_err(fail)? {
        let secret = HEXLOWER.encode(&chance.bytes::<32>());
        let draft = beside(database, &format!(".key-{}", chance.opaque_id()));
        let mut create = std::fs::OpenOptions::new();
        create.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut create, 0o600);
        let written = create.open(&draft).and_then(|mut file| {
            file.write_all(secret.as_bytes())?;
            file.sync_all()
        });
        // Fails if another process was faster: its key is the one.
        let linked = written.and_then(|()| std::fs::hard_link(&draft, &path));
        let removed = std::fs::remove_file(&draft);
        match linked {
            Err(e) if e.kind() != std::io::ErrorKind::AlreadyExists => return Err(fail(e)),
            _ => removed.map_err(fail)?,
        }
    }
    read_key(&path)
}

pub(crate) fn read_key(path: &Path) -> Result<String, OpenError> {
    let secret = std::fs::read_to_string(path).map_err(|e| OpenError::KeyFile(path.to_owned(), e))?.trim().to_owned();
    match HEXLOWER.decode(secret.as_bytes()) {
        Ok(bytes) if bytes.len() == 32 => Ok(secret),
        _ => Err(OpenError::KeyDamaged(path.to_owned())),
    }
}
