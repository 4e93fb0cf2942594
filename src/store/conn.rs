//! Connections: [`Conn`] to read on, [`Tx`] to write in. Concrete, so that a service is compiled once.

use crate::event::Reactions;
use base::{Chance, Clock, Time, Uuid};
use sea_orm::{
    AccessMode, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, ExecResult, IsolationLevel,
    QueryResult, SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
};
use std::ops::Deref;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};

/// The advisory lock of PostgreSQL under which the schema changes.
const MIGRATING: i64 = 0x6b6f_6e67_7265_7373;

/// The database of this process. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    reader: Conn,
    writer: Conn,
    /// The pools behind the two.
    reading: DatabaseConnection,
    writing: DatabaseConnection,
    clock: Clock,
    chance: Chance,
    reactions: Reactions,
    secret_key: [u8; 32],
    wake: Arc<Notify>,
    statements: Arc<AtomicU64>,
    /// One may hold two connections of the readers at once.
    second: Arc<Semaphore>,
}

impl Store {
    pub(crate) fn new(
        reading: DatabaseConnection,
        writing: DatabaseConnection,
        clock: Clock,
        chance: Chance,
        reactions: Reactions,
        secret_key: [u8; 32],
    ) -> Self {
        let statements = Arc::new(AtomicU64::new(0));
        let conn = |pool: &DatabaseConnection| Conn { way: Way::Pool(pool.clone()), statements: statements.clone() };
        let (reader, writer, wake) = (conn(&reading), conn(&writing), Arc::default());
        let second = Arc::new(Semaphore::new(1));
        let inner =
            Inner { reader, writer, reading, writing, clock, chance, reactions, secret_key, wake, statements, second };
        Self { inner: Arc::new(inner) }
    }

    /// To read on. Sees what is committed.
    pub fn read(&self) -> &Conn {
        &self.inner.reader
    }

    /// To read several things on that must fit together: all of them are as they were at one moment, whatever is
    /// committed meanwhile. It keeps a connection until it is dropped, so nothing else is waited for meanwhile.
    pub async fn snapshot(&self) -> Result<Snapshot, DbErr> {
        let options = match self.read().get_database_backend() {
            DbBackend::Postgres => TransactionOptions {
                isolation_level: Some(IsolationLevel::RepeatableRead),
                access_mode: Some(AccessMode::ReadOnly),
                ..Default::default()
            },
            _ => TransactionOptions {
                sqlite_transaction_mode: Some(SqliteTransactionMode::Deferred),
                ..Default::default()
            },
        };
        let begun = self.inner.reading.begin_with_options(options).await?;
        let conn = Conn { way: Way::Tx(begun), statements: self.inner.statements.clone() };
        Ok(Snapshot { conn, second: None })
    }

    /// Another connection beside the one of a snapshot, for what is much to read: of a moment of its own, so whoever reads on
    /// both looks whether it is the same. None: somebody has two already. Were there several with one each who wait for the
    /// other, they would wait for ever.
    pub async fn second_snapshot(&self) -> Result<Option<Snapshot>, DbErr> {
        let Ok(permit) = self.inner.second.clone().try_acquire_owned() else { return Ok(None) };
        Ok(Some(Snapshot { second: Some(permit), ..self.snapshot().await? }))
    }

    /// Single statements that write and need no transaction of their own: what the job loop does.
    pub(crate) fn writer(&self) -> &Conn {
        &self.inner.writer
    }

    /// Begins to write. On SQLite `IMMEDIATE`: a deferred transaction that turns into a writer fails at once with
    /// BUSY, whatever the timeout.
    pub async fn begin(&self) -> Result<Tx, DbErr> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        let begun = self.inner.writing.begin_with_options(options).await?;
        let conn = Conn { way: Way::Tx(begun), statements: self.inner.statements.clone() };
        Ok(Tx { conn, now: self.now(), store: self.clone(), woken: AtomicBool::new(false) })
    }

    /// Now, by the process's clock.
    pub fn now(&self) -> Time {
        self.inner.clock.now()
    }

    pub fn clock(&self) -> &Clock {
        &self.inner.clock
    }

    pub fn chance(&self) -> &Chance {
        &self.inner.chance
    }

    /// What wakes the job loop of this process.
    pub(crate) fn wake(&self) -> &Arc<Notify> {
        &self.inner.wake
    }

    pub(crate) fn reactions(&self) -> Reactions {
        self.inner.reactions
    }

    pub(crate) fn secret_key(&self) -> &[u8; 32] {
        &self.inner.secret_key
    }

    /// How many statements have run on this store: what tests hold lists against, so that N+1 cannot come in.
    pub fn statements(&self) -> u64 {
        self.inner.statements.load(Ordering::Relaxed)
    }

    pub fn is_sqlite(&self) -> bool {
        self.read().get_database_backend() == DbBackend::Sqlite
    }

    /// Whether every step of the schema has been taken.
    pub async fn is_migrated(&self) -> Result<bool, DbErr> {
        use migration::MigratorTrait;
        Ok(migration::Migrator::get_pending_migrations_read_only(self.pool()).await?.is_empty())
    }

    /// Takes the missing steps of the schema, all or none. Of several processes that want to, one does, and the others
    /// wait and find that it is done.
    pub async fn migrate(&self) -> Result<(), DbErr> {
        use migration::MigratorTrait;
        let tx = self.begin().await?;
        if !self.is_sqlite() {
            let alone = format!("SET LOCAL statement_timeout = 0; SELECT pg_advisory_xact_lock({MIGRATING})");
            tx.execute_unprepared(&alone).await?;
        }
        if let Way::Tx(tx) = &tx.conn.way {
            migration::Migrator::up(tx, None).await?;
        }
        tx.commit().await
    }

    /// The pools: which, connections that are open, those of them at rest.
    pub fn pools(&self) -> Vec<(&'static str, u32, usize)> {
        let figures = |pool: &DatabaseConnection| match pool.get_database_backend() {
            DbBackend::Postgres => {
                let pool = pool.get_postgres_connection_pool();
                (pool.size(), pool.num_idle())
            }
            _ => {
                let pool = pool.get_sqlite_connection_pool();
                (pool.size(), pool.num_idle())
            }
        };
        let named = |name, pool| {
            let (open, idle) = figures(pool);
            (name, open, idle)
        };
        if self.is_sqlite() {
            vec![named("read", &self.inner.reading), named("write", &self.inner.writing)]
        } else {
            vec![named("all", &self.inner.writing)]
        }
    }

    /// The pool behind, for migrations and for tests that look at the schema.
    pub fn pool(&self) -> &DatabaseConnection {
        &self.inner.writing
    }

    /// Closes all connections.
    pub async fn close(&self) -> Result<(), DbErr> {
        self.inner.reading.close_by_ref().await?;
        self.inner.writing.close_by_ref().await
    }
}

/// To run statements on: a pool of readers, or a transaction.
pub struct Conn {
    way: Way,
    statements: Arc<AtomicU64>,
}

enum Way {
    Pool(DatabaseConnection),
    Tx(DatabaseTransaction),
}

macro_rules! pass {
    ($self:ident, $call:ident ( $($arg:expr),* )) => {{
        $self.statements.fetch_add(1, Ordering::Relaxed);
        match &$self.way {
            Way::Pool(c) => c.$call($($arg),*).await,
            Way::Tx(c) => c.$call($($arg),*).await,
        }
    }};
}

#[async_trait::async_trait]
impl ConnectionTrait for Conn {
    fn get_database_backend(&self) -> DbBackend {
        match &self.way {
            Way::Pool(c) => c.get_database_backend(),
            Way::Tx(c) => c.get_database_backend(),
        }
    }

    async fn execute_raw(&self, stmt: Statement) -> Result<ExecResult, DbErr> {
        pass!(self, execute_raw(stmt))
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        pass!(self, execute_unprepared(sql))
    }

    async fn query_one_raw(&self, stmt: Statement) -> Result<Option<QueryResult>, DbErr> {
        pass!(self, query_one_raw(stmt))
    }

    async fn query_all_raw(&self, stmt: Statement) -> Result<Vec<QueryResult>, DbErr> {
        pass!(self, query_all_raw(stmt))
    }

    fn support_returning(&self) -> bool {
        true
    }
}

/// The database at one moment, to read on: see [`Store::snapshot`].
pub struct Snapshot {
    conn: Conn,
    /// Held while it is somebody's second one.
    #[expect(dead_code, reason = "it is held, not looked at")]
    second: Option<OwnedSemaphorePermit>,
}

impl Deref for Snapshot {
    type Target = Conn;

    fn deref(&self) -> &Conn {
        &self.conn
    }
}

/// A transaction. Dropped without [`Tx::commit`], it never was.
///
/// On PostgreSQL several run at once and hold rows that others wait for. They are held in one order, so that nobody waits
/// in a circle: the host, congresses, sellers, categories, questions, mailboxes, waiting lists, contingents, orders, attendees,
/// submissions, codes, capacities, series of numbers,
/// invitations, messages; of a kind in the order of their ids,
/// attendees in the order of their orders. Who needs a row of an earlier kind holds it before those of a later one. More
/// than one congress is held only by who holds their host. None is held stronger than it must be: `FOR NO KEY UPDATE`
/// lets others go on to refer to the row, as each order and each scan does to its congress.
pub struct Tx {
    conn: Conn,
    now: Time,
    store: Store,
    woken: AtomicBool,
}

impl Deref for Tx {
    type Target = Conn;

    fn deref(&self) -> &Conn {
        &self.conn
    }
}

impl Tx {
    /// When this transaction began: one moment for all that it writes.
    pub fn now(&self) -> Time {
        self.now
    }

    /// A new identifier.
    pub fn id(&self) -> Uuid {
        self.store.chance().id(self.now)
    }

    pub fn chance(&self) -> &Chance {
        self.store.chance()
    }

    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Makes it true, and wakes the job loop if there is something to do.
    pub async fn commit(self) -> Result<(), DbErr> {
        match self.conn.way {
            Way::Tx(tx) => tx.commit().await?,
            Way::Pool(_) => return Err(DbErr::Custom("not a transaction".into())),
        }
        if self.woken.into_inner() {
            self.store.wake().notify_one();
        }
        Ok(())
    }

    /// Takes it all back, at once rather than when dropped.
    pub async fn rollback(self) -> Result<(), DbErr> {
        match self.conn.way {
            Way::Tx(tx) => tx.rollback().await,
            Way::Pool(_) => Ok(()),
        }
    }

    pub(crate) fn wake_after_commit(&self) {
        self.woken.store(true, Ordering::Relaxed);
    }
}
