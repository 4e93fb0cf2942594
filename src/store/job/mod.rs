//! Jobs: whatever leaves the system, or takes long, written in the transaction that causes it and run at least once.
//!
//! One table of our own; see the README for why no library does it. [`enqueue`] writes, [`run`] works through them
//! until it is told to stop, [`again`] starts a failed one anew.

pub mod entity;
mod list;
mod outcome;
mod run;
mod standing;
mod statement;

use crate::conn::{Conn, Store, Tx};
use crate::event::{self, record};
use base::error::{Again, Told};
use base::{Actor, Time, Uuid};
use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement};
use serde_json::Value;
use std::time::Duration;

pub use entity::State;
pub use list::{JobLine, SHOWN, list, states};
pub use run::{Dispatch, Pace, run};
pub use standing::{Standing, standing};
use statement::sql;

/// The channel on which PostgreSQL tells every process that there is something to do.
const CHANNEL: &str = "kongress_job";

/// How often a job is tried, unless it says otherwise.
const ATTEMPTS: i32 = 30;

/// A job to be written.
#[derive(Clone, Debug)]
pub struct NewJob {
    pub kind: &'static str,
    /// Primitives only: ids, not objects.
    pub payload: Value,
    /// A second job with the same key is not written, until the first is purged.
    pub unique_key: Option<String>,
    /// Not before so long from now.
    pub delay: Duration,
    pub max_attempts: i32,
    /// One of many that nobody waits for: it runs when nothing else is due.
    pub later: bool,
}

impl NewJob {
    /// A job that runs at once and is tried 30 times, over ten hours: pauses of 2, 4 … 1,024 seconds and 19 of half an
    /// hour make 36,246 seconds, and jitter up to a fifth more. A disk that was full over night costs no job.
    pub fn new(kind: &'static str, payload: Value) -> Self {
        Self { kind, payload, unique_key: None, delay: Duration::ZERO, max_attempts: ATTEMPTS, later: false }
    }

    pub fn unique(mut self, key: impl Into<String>) -> Self {
        self.unique_key = Some(key.into());
        self
    }

    pub fn after(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// When nothing else is due.
    pub fn later(mut self, later: bool) -> Self {
        self.later = later;
        self
    }

    pub fn attempts(mut self, max: i32) -> Self {
        self.max_attempts = max;
        self
    }
}

/// A job at work.
#[derive(Clone, Debug)]
pub struct Job {
    pub id: i64,
    pub kind: String,
    pub payload: Value,
    /// This run's number, from 1.
    pub attempt: i32,
    pub max_attempts: i32,
}

/// How a job went wrong.
#[derive(Clone, Debug, thiserror::Error)]
pub enum JobError {
    /// Run it again, after the usual pause or after the one that is given.
    #[error("{reason}")]
    Retry { reason: String, after: Option<Duration> },
    /// It did nothing yet, and others have to end first: it comes back after this, with no attempt lost.
    #[error("not yet")]
    NotYet(Duration),
    /// It will not go better: leave it as failed for people to see.
    #[error("{0}")]
    GiveUp(String),
}

impl JobError {
    pub fn retry(reason: impl ToString) -> Self {
        Self::Retry { reason: reason.to_string(), after: None }
    }

    pub fn retry_after(reason: impl ToString, after: Duration) -> Self {
        Self::Retry { reason: reason.to_string(), after: Some(after) }
    }

    pub fn give_up(reason: impl ToString) -> Self {
        Self::GiveUp(reason.to_string())
    }

    /// As the slice's error says.
    pub fn of(e: impl Told) -> Self {
        match e.again() {
            Again::Retry => Self::retry(e),
            Again::GiveUp => Self::give_up(e),
        }
    }
}

impl From<DbErr> for JobError {
    fn from(e: DbErr) -> Self {
        Self::retry(e)
    }
}

/// Writes a job in the caller's transaction; it runs when that commits. `false`: one with this key is there already.
pub async fn enqueue(tx: &Tx, new: NewJob) -> Result<bool, DbErr> {
    let backend = tx.get_database_backend();
    let insert = sql(
        tx.store(),
        "INSERT INTO job (kind, payload, unique_key, state, attempts, max_attempts, due_at, created_at, rank) \
         VALUES ($1, $2, $3, 'ready', 0, $4, {now} + $5, {now}, $6) ON CONFLICT (unique_key) DO NOTHING",
        values(new).into(),
    );
    let fresh = tx.execute_raw(insert).await?.rows_affected() == 1;
    if fresh {
        wake(tx, backend).await?;
    }
    Ok(fresh)
}

/// Takes a job back that waits under this key, in the caller's transaction.
pub async fn forget(tx: &Tx, unique_key: &str) -> Result<(), DbErr> {
    let text = "DELETE FROM job WHERE unique_key = $1 AND state = 'ready'";
    tx.execute_raw(sql(tx.store(), text, vec![unique_key.into()])).await.map(|_| ())
}

/// Jobs written by one statement.
const CHUNK: usize = 500;

/// The same for many jobs at once, with few statements.
pub async fn enqueue_all(tx: &Tx, jobs: Vec<NewJob>) -> Result<(), DbErr> {
    for part in jobs.chunks(CHUNK) {
        let rows = (0..part.len()).map(|n| n * 6).map(|n| {
            let [kind, payload, key, most, delay, rank] = [1, 2, 3, 4, 5, 6].map(|at| n + at);
            format!("(${kind}, ${payload}, ${key}, 'ready', 0, ${most}, {{now}} + ${delay}, {{now}}, ${rank})")
        });
        let text = format!(
            "INSERT INTO job (kind, payload, unique_key, state, attempts, max_attempts, due_at, created_at, rank) \
             VALUES {} ON CONFLICT (unique_key) DO NOTHING",
            rows.collect::<Vec<_>>().join(", ")
        );
        let values = part.iter().cloned().flat_map(values).collect();
        tx.execute_raw(sql(tx.store(), &text, values)).await?;
    }
    if jobs.is_empty() { Ok(()) } else { wake(tx, tx.get_database_backend()).await }
}

fn values(new: NewJob) -> [sea_orm::Value; 6] {
    [
        new.kind.into(),
        new.payload.into(),
        new.unique_key.into(),
        new.max_attempts.into(),
        i64::try_from(new.delay.as_millis()).unwrap_or(i64::MAX).into(),
        i32::from(new.later).into(),
    ]
}

/// Starts a job anew that failed or is done: "run again" of the desk. `false`: it waits or runs already.
pub async fn again(tx: &Tx, actor: &Actor, id: i64) -> Result<bool, DbErr> {
    let update = sql(
        tx.store(),
        "UPDATE job SET state = 'ready', attempts = 0, due_at = {now}, finished_at = NULL WHERE id = $1 AND state IN ('failed', 'done')",
        vec![id.into()],
    );
    let started = tx.execute_raw(update).await?.rows_affected() == 1;
    if started {
        record(tx, actor, StartedAgain(id)).await?;
        wake(tx, tx.get_database_backend()).await?;
    }
    Ok(started)
}

/// Somebody started a job again that had failed.
struct StartedAgain(i64);

impl event::Event for StartedAgain {
    fn verb(&self) -> &'static str {
        "job.started-again"
    }

    /// Events name what they are about by a UUID: the job's number as one.
    fn object(&self) -> (&'static str, Uuid) {
        ("job", Uuid::from_u128(self.0.unsigned_abs().into()))
    }

    fn congress(&self) -> Option<Uuid> {
        None
    }
}

/// Removes what was done before one time and what failed for good before another, and says how many. Their unique keys
/// become free again.
pub async fn purge(store: &Store, done: Time, failed: Time) -> Result<u64, DbErr> {
    statement::purge(store, done, failed).await
}

/// How many jobs are in each state that somebody may want to know of: (ready or running, failed). Reads no done one.
pub async fn counts(conn: &Conn) -> Result<(i64, i64), DbErr> {
    let row = conn
        .query_one_raw(Statement::from_string(
            conn.get_database_backend(),
            "SELECT (SELECT count(*) FROM job WHERE state IN ('ready', 'running')) AS waiting, \
             (SELECT count(*) FROM job WHERE state = 'failed') AS failed",
        ))
        .await?;
    row.map_or(Ok((0, 0)), |row| Ok((row.try_get("", "waiting")?, row.try_get("", "failed")?)))
}

async fn wake(tx: &Tx, backend: DbBackend) -> Result<(), DbErr> {
    match backend {
        DbBackend::Postgres => tx.execute_unprepared(&format!("NOTIFY {CHANNEL}")).await.map(|_| ())?,
        _ => tx.wake_after_commit(),
    }
    Ok(())
}
