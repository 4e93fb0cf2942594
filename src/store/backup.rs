//! Copies of a database that is in use, and putting one back into an empty place. A copy is the database at one moment,
//! whole or not there at all, and is never written over anything.

use crate::conn::Store;
use crate::connect::key_file;
use crate::{Place, condition};
use base::{Chance, Clock};
use sea_orm::{ConnectionTrait, DbErr, Statement};
use std::ffi::OsStr;
use std::fs::{File, OpenOptions};
use std::io::Read;
use std::path::{Path, PathBuf};
use tempfile::TempPath;
use tokio::process::Command;

/// Why there is no copy, or nothing was put back.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    #[error("{0} is there already, and is left as it is: name another file")]
    Exists(PathBuf),
    #[error("{0}: {1}")]
    File(PathBuf, std::io::Error),
    #[error("{0} is missing: install PostgreSQL's client programs (apt-get install postgresql-client)")]
    NoProgram(&'static str),
    #[error("{0} failed: {1}")]
    Program(&'static str, String),
    #[error("the copy is damaged, and was thrown away: {0}")]
    Damaged(String),
    #[error("{file} is a copy of {is}, and the database is {wanted}: set KONGRESS_DATABASE_URL to one of its kind")]
    Kind { file: PathBuf, is: &'static str, wanted: &'static str },
    #[error("the database is not empty, and is left as it is: name an empty one in KONGRESS_DATABASE_URL")]
    NotEmpty,
    #[error("there is no key {0}: the secret key is in KONGRESS_SECRET_KEY")]
    NoKeyFile(PathBuf),
    #[error(transparent)]
    Open(#[from] crate::OpenError),
    #[error("database: {0}")]
    Database(#[from] DbErr),
}

/// How a copy of PostgreSQL begins, …
const DUMP: &[u8] = b"PGDMP";
/// … and one of SQLite.
const SQLITE: &[u8] = b"SQLite format 3\0";

/// Copies the database of `store`, which is `place`, to a file that is not there yet. Who writes meanwhile does not wait.
/// Gives the size.
pub async fn copy(store: &Store, place: &Place, to: &Path) -> Result<u64, BackupError> {
    let draft = draft(to)?;
    let made = async {
        match place {
            Place::Sqlite(_) => vacuum(store, draft.path()).await?,
            Place::Postgres(url) => dump(url, draft.path()).await?,
        }
        draft.appear(to)
    };
    made.await
}

/// Copies the key beside a SQLite file to one beside its copy.
pub fn copy_key(place: &Place, to: &Path) -> Result<PathBuf, BackupError> {
    let Place::Sqlite(from) = place else { return Err(BackupError::NoKeyFile(PathBuf::from("FILE.key"))) };
    let (from, to) = (key_file(from), key_file(to));
    let secret = std::fs::read(&from).map_err(|_| BackupError::NoKeyFile(from))?;
    let draft = draft(&to)?;
    std::fs::write(draft.path(), secret).map_err(|e| BackupError::File(to.clone(), e))?;
    draft.appear(&to)?;
    Ok(to)
}

/// Copies the key beside a copy to one beside the SQLite file that was put back, where there is none yet. `None`: there was
/// none to copy, or there is one already, which is left as it is.
pub fn copy_key_back(from: &Path, place: &Place) -> Result<Option<PathBuf>, BackupError> {
    let Place::Sqlite(to) = place else { return Ok(None) };
    let (from, to) = (key_file(from), key_file(to));
    if !from.exists() || to.exists() {
        return Ok(None);
    }
    let secret = std::fs::read(&from).map_err(|e| BackupError::File(from.clone(), e))?;
    let draft = draft(&to)?;
    std::fs::write(draft.path(), secret).map_err(|e| BackupError::File(to.clone(), e))?;
    draft.appear(&to)?;
    Ok(Some(to))
}

/// Puts a copy back where nothing is.
pub async fn restore(from: &Path, place: &Place, clock: Clock, chance: Chance) -> Result<(), BackupError> {
    let (is, wanted) = (kind(from)?, if matches!(place, Place::Sqlite(_)) { "SQLite" } else { "PostgreSQL" });
    if is != wanted {
        return Err(BackupError::Kind { file: from.to_owned(), is, wanted });
    }
    match place {
        Place::Sqlite(path) => {
            // A file, or what an unclean end left of one.
            for end in ["", "-wal", "-shm"] {
                let mut name = path.as_os_str().to_owned();
                name.push(end);
                if Path::new(&name).exists() {
                    return Err(BackupError::NotEmpty);
                }
            }
            let draft = draft(path)?;
            draft.fill(from).map_err(|e| BackupError::File(from.to_owned(), e))?;
            let copied = Place::Sqlite(draft.path().to_owned()).look(None, clock, chance.clone()).await?;
            let damage = condition::damage(&copied).await?;
            copied.close().await?;
            if let Some(damage) = damage.into_iter().next() {
                return Err(BackupError::Damaged(damage));
            }
            draft.appear(path)?;
        }
        Place::Postgres(url) => {
            let store = place.look(None, clock, chance).await?;
            let empty = condition::is_empty(&store).await?;
            store.close().await?;
            if !empty {
                return Err(BackupError::NotEmpty);
            }
            let args = ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges"].map(OsStr::new);
            run("pg_restore", url, &[&args[..], &[from.as_os_str()]].concat()).await?;
        }
    }
    Ok(())
}

fn kind(file: &Path) -> Result<&'static str, BackupError> {
    let mut begin = vec![];
    let read = File::open(file).and_then(|f| f.take(SQLITE.len() as u64).read_to_end(&mut begin));
    read.map_err(|e| BackupError::File(file.to_owned(), e))?;
    Ok(match begin {
        b if b.starts_with(DUMP) => "PostgreSQL",
        b if b.starts_with(SQLITE) => "SQLite",
        _ => "neither SQLite nor PostgreSQL",
    })
}

/// A file on its way: for nobody else's eyes, and gone if it does not get there.
struct Draft {
    path: TempPath,
    _beside: Beside,
}

fn draft(to: &Path) -> Result<Draft, BackupError> {
    if to.exists() {
        return Err(BackupError::Exists(to.to_owned()));
    }
    let mut prefix = to.file_name().unwrap_or_default().to_owned();
    prefix.push(".");
    // tempfile makes it for its owner alone.
    let made = tempfile::Builder::new().prefix(&prefix).tempfile_in(folder_of(to));
    let path = made.map_err(|e| BackupError::File(to.to_owned(), e))?.into_temp_path();
    Ok(Draft { _beside: Beside(path.to_path_buf()), path })
}

fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

impl Draft {
    fn path(&self) -> &Path {
        &self.path
    }

    /// Copies what is in another file, and not who may read it.
    fn fill(&self, from: &Path) -> std::io::Result<()> {
        let mut out = OpenOptions::new().write(true).open(&self.path)?;
        std::io::copy(&mut File::open(from)?, &mut out).map(|_| ())
    }

    /// Puts it where it belongs, on the disk for good, unless somebody was faster.
    fn appear(self, to: &Path) -> Result<u64, BackupError> {
        let appeared = File::open(&self.path).and_then(|file| {
            file.sync_all()?;
            let size = file.metadata()?.len();
            self.path.persist_noclobber(to).map_err(|e| e.error)?;
            File::open(folder_of(to))?.sync_all()?;
            Ok(size)
        });
        appeared.map_err(|e| match e.kind() {
            std::io::ErrorKind::AlreadyExists => BackupError::Exists(to.to_owned()),
            _ => BackupError::File(to.to_owned(), e),
        })
    }
}

/// What SQLite lays beside a file while it is open, taken away with it.
struct Beside(PathBuf);

impl Drop for Beside {
    fn drop(&mut self) {
        for end in ["-wal", "-shm", "-journal"] {
            let mut name = self.0.as_os_str().to_owned();
            name.push(end);
            if let Err(e) = std::fs::remove_file(&name)
                && e.kind() != std::io::ErrorKind::NotFound
            {
                tracing::warn!("{} is left over: {e}", Path::new(&name).display());
            }
        }
    }
}

/// One read transaction over the whole file, written without its gaps.
async fn vacuum(store: &Store, to: &Path) -> Result<(), BackupError> {
    let name = to.to_string_lossy().into_owned();
    let backend = store.read().get_database_backend();
    // The copy is written through the same connection, which was opened to look only; its own file stays as it is.
    store.pool().execute_unprepared("PRAGMA query_only = off").await?;
    store.pool().execute_raw(Statement::from_sql_and_values(backend, "VACUUM INTO $1", [name.into()])).await?;
    let copied = Place::Sqlite(to.to_owned()).look(None, store.clock().clone(), store.chance().clone()).await?;
    let damage = condition::damage(&copied).await?;
    copied.close().await?;
    damage.into_iter().next().map_or(Ok(()), |damage| Err(BackupError::Damaged(damage)))
}

async fn dump(url: &str, to: &Path) -> Result<(), BackupError> {
    let mut file = OsStr::new("--file=").to_owned();
    file.push(to);
    let args = [OsStr::new("--format=custom"), OsStr::new("--no-owner"), OsStr::new("--no-privileges"), &file];
    run("pg_dump", url, &args).await
}

/// Runs a program of PostgreSQL's. The password goes in its environment: others see its arguments.
async fn run(program: &'static str, url: &str, args: &[&OsStr]) -> Result<(), BackupError> {
    let (url, password) = without_password(url);
    let mut command = Command::new(program);
    command.arg(format!("--dbname={url}")).arg("--no-password").args(args).kill_on_drop(true);
    if let Some(password) = password {
        command.env("PGPASSWORD", password);
    }
    let ended = command.stdin(std::process::Stdio::null()).output().await.map_err(|e| match e.kind() {
        std::io::ErrorKind::NotFound => BackupError::NoProgram(program),
        _ => BackupError::Program(program, e.to_string()),
    })?;
    if ended.status.success() {
        return Ok(());
    }
    Err(BackupError::Program(program, crate::reason(&String::from_utf8_lossy(&ended.stderr))))
}

/// An address as PostgreSQL's own programs take it, and its password: without what only the driver knows.
fn without_password(url: &str) -> (String, Option<String>) {
    let Ok(mut url) = url::Url::parse(url) else { return (url.to_owned(), None) };
    let password = url.password().map(|p| percent_encoding::percent_decode_str(p).decode_utf8_lossy().into_owned());
    // Refused only by addresses without a host, which have no password.
    let _ = url.set_password(None);
    let known: Vec<(String, String)> =
        url.query_pairs().into_owned().filter(|(key, _)| key != "statement-cache-capacity").collect();
    url.set_query(None);
    if !known.is_empty() {
        url.query_pairs_mut().extend_pairs(known);
    }
    (url.into(), password)
}
