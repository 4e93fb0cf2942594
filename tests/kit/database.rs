//! A migrated database for each test: SQLite, or PostgreSQL with `KONGRESS_TEST_DB=postgres`. The schema is made once;
//! each test gets a copy.

use base::{Chance, Clock};
use sea_orm::{ConnectionTrait, Database as Connect, DatabaseConnection};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use store::Store;
use store::event::Reactions;
use tempfile::TempDir;
use tokio::sync::OnceCell;

/// Encrypts the keys of test databases.
pub const SECRET_KEY: &str = "a secret for tests";

/// A database of a test's own. It goes with the test: at once on SQLite, when the next test needs one on PostgreSQL.
pub struct Database {
    pub store: Store,
    pub url: String,
    _lease: Lease,
}

/// What a test's database lies in; dropped, the database goes.
pub enum Lease {
    Folder(TempDir),
    Server { name: String },
}

/// Databases on the server whose tests have ended. A thousand of them would fill a disk.
static ENDED: Mutex<Vec<String>> = Mutex::new(Vec::new());

impl Drop for Lease {
    fn drop(&mut self) {
        if let Self::Server { name } = self {
            ENDED.lock().unwrap_or_else(PoisonError::into_inner).push(std::mem::take(name));
        }
    }
}

impl Database {
    /// Fresh, migrated, on the system's clock, with no reactions to events.
    pub async fn new() -> Self {
        Self::with(Clock::system(), |_| vec![]).await
    }

    pub async fn with(clock: Clock, reactions: Reactions) -> Self {
        let (url, lease) = fresh().await;
        let store =
            store::open(&url, Some(SECRET_KEY), clock, Chance::system(), reactions).await.expect("the database opens");
        Self { store, url, _lease: lease }
    }
}

/// Whether tests run on PostgreSQL.
pub fn is_postgres() -> bool {
    match std::env::var("KONGRESS_TEST_DB").as_deref() {
        Ok("postgres") => true,
        Ok("sqlite") | Err(_) => false,
        Ok(other) => panic!("KONGRESS_TEST_DB is sqlite or postgres, not {other}"),
    }
}

async fn fresh() -> (String, Lease) {
    if is_postgres() { postgres().await } else { sqlite().await }
}

async fn sqlite() -> (String, Lease) {
    static TEMPLATE: OnceCell<PathBuf> = OnceCell::const_new();
    let template = TEMPLATE
        .get_or_init(|| async {
            // Kept for the whole run: the process's own temporary folder ends with the test script.
            let folder = tempfile::tempdir().expect("a folder").keep();
            let path = folder.join("template.sqlite");
            let store = open(&format!("sqlite://{}", path.display())).await;
            store.migrate().await.expect("the schema");
            store.close().await.expect("closes");
            path
        })
        .await;
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("test.sqlite");
    std::fs::copy(template, &path).expect("a copy");
    (format!("sqlite://{}", path.display()), Lease::Folder(folder))
}

/// The server that `infra/test` starts.
pub fn server() -> String {
    std::env::var("KONGRESS_TEST_POSTGRES").unwrap_or_else(|_| "postgres://postgres@127.0.0.1:18432".into())
}

async fn postgres() -> (String, Lease) {
    static TEMPLATE: OnceCell<String> = OnceCell::const_new();
    let admin = admin().await;
    let template = TEMPLATE
        .get_or_init(|| async {
            let name = format!("template_{}", std::process::id());
            admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.expect("a template");
            let store = open(&format!("{}/{name}", server())).await;
            store.migrate().await.expect("the schema");
            store.close().await.expect("closes");
            name
        })
        .await;
    create(admin, &format!("TEMPLATE {template}")).await
}

async fn admin() -> DatabaseConnection {
    Connect::connect(format!("{}/postgres", server())).await.expect("PostgreSQL runs: infra/test starts it")
}

/// A database on the server, in the place of those whose tests have ended.
async fn create(admin: DatabaseConnection, from: &str) -> (String, Lease) {
    let ended = std::mem::take(&mut *ENDED.lock().unwrap_or_else(PoisonError::into_inner));
    for name in ended {
        let sql = format!("DROP DATABASE {name} WITH (FORCE)");
        admin.execute_unprepared(&sql).await.expect("an ended test's database goes");
    }
    let name = format!("test_{}", Chance::system().opaque_id().simple());
    admin.execute_unprepared(&format!("CREATE DATABASE {name} {from}")).await.expect("a database");
    admin.close().await.expect("closes");
    (format!("{}/{name}", server()), Lease::Server { name })
}

/// The address of a database of a test's own with nothing in it, not even the schema; on SQLite a file that is not there
/// yet.
pub async fn empty() -> (String, Lease) {
    if is_postgres() {
        return create(admin().await, "").await;
    }
    let folder = tempfile::tempdir().expect("a folder");
    (format!("sqlite://{}", folder.path().join("test.sqlite").display()), Lease::Folder(folder))
}

async fn open(url: &str) -> Store {
    store::open(url, Some(SECRET_KEY), Clock::system(), Chance::system(), |_| vec![]).await.expect("the database opens")
}

/// The same database through connections of its own, as another process has it, with a clock that is ahead.
pub async fn reopened(database: &Database, ahead: chrono::TimeDelta) -> Store {
    let clock = Clock::system();
    clock.advance(ahead);
    store::open(&database.url, Some(SECRET_KEY), clock, Chance::system(), |_| vec![]).await.expect("the database opens")
}
