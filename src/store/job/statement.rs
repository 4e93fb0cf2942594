//! The statements of the job table, in both dialects. NOW is the database's, so that hosts whose clocks differ agree.

use super::Job;
use super::outcome::Run;
use crate::conn::Store;
use crate::reason;
use base::{Time, Uuid};
use sea_orm::{ConnectionTrait, DbBackend, DbErr, RuntimeErr, Statement, Value};
use std::time::Duration;

/// A statement with `{now}` filled in: UTC milliseconds by the database's clock, plus the offset of the test kit.
pub(super) fn sql(store: &Store, text: &str, values: Vec<Value>) -> Statement {
    let backend = store.read().get_database_backend();
    let now = match backend {
        DbBackend::Postgres => "(extract(epoch from clock_timestamp()) * 1000)::bigint",
        _ => "cast(unixepoch('subsec') * 1000 as integer)",
    };
    let offset = store.clock().offset_ms();
    let now = if offset == 0 { now.to_owned() } else { format!("({now} + {offset})") };
    Statement::from_sql_and_values(backend, text.replace("{now}", &now), values)
}

fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

/// Takes up to `free` jobs that are due, those first that somebody waits for; also those whose worker was lost: their lease has ended.
pub(super) async fn claim(store: &Store, worker: Uuid, lease: Duration, free: u64) -> Result<Vec<Job>, DbErr> {
    let due = "SELECT id FROM job WHERE state IN ('ready', 'running') AND due_at <= {now} AND attempts < max_attempts ORDER BY rank, due_at, id LIMIT $3";
    let set = "SET state = 'running', attempts = attempts + 1, lease_by = $1, due_at = {now} + $2, started_at = {now}";
    let text = match store.read().get_database_backend() {
        DbBackend::Postgres => format!(
            "WITH due AS ({due} FOR UPDATE SKIP LOCKED) UPDATE job {set} FROM due WHERE job.id = due.id \
             RETURNING job.id, kind, payload, attempts, max_attempts"
        ),
        _ => format!("UPDATE job {set} WHERE id IN ({due}) RETURNING id, kind, payload, attempts, max_attempts"),
    };
    let free = i64::try_from(free).unwrap_or(i64::MAX);
    let rows =
        store.writer().query_all_raw(sql(store, &text, vec![worker.into(), millis(lease).into(), free.into()])).await?;
    rows.into_iter()
        .map(|row| {
            Ok(Job {
                id: row.try_get("", "id")?,
                kind: row.try_get("", "kind")?,
                payload: row.try_get("", "payload")?,
                attempt: row.try_get("", "attempts")?,
                max_attempts: row.try_get("", "max_attempts")?,
            })
        })
        .collect()
}

/// How long until the next job is due; `None`: nothing waits. A read.
pub(super) async fn next_due(store: &Store) -> Result<Option<Duration>, DbErr> {
    let row = store
        .read()
        .query_one_raw(sql(
            store,
            "SELECT min(due) - {now} AS wait FROM (\
             SELECT min(due_at) AS due FROM job WHERE rank = 0 AND state IN ('ready', 'running') UNION ALL \
             SELECT min(due_at) AS due FROM job WHERE rank = 1 AND state IN ('ready', 'running')) AS first",
            vec![],
        ))
        .await?;
    let wait: Option<i64> = row.map_or(Ok(None), |row| row.try_get("", "wait"))?;
    Ok(wait.map(|ms| Duration::from_millis(u64::try_from(ms).unwrap_or(0))))
}

/// Fails what is due and has no attempts left: its worker was lost in the last one.
pub(super) async fn bury(store: &Store) -> Result<(), DbErr> {
    let text = "UPDATE job SET state = 'failed', finished_at = {now}, lease_by = NULL, \
                last_error = coalesce(last_error || '; ', '') || 'worker lost' \
                WHERE state IN ('ready', 'running') AND due_at <= {now} AND attempts >= max_attempts";
    store.writer().execute_raw(sql(store, text, vec![])).await.map(|_| ())
}

/// Keeps the leases of these runs.
pub(super) async fn keep(store: &Store, worker: Uuid, lease: Duration, runs: &[Run]) -> Result<(), DbErr> {
    let text =
        format!("UPDATE job SET due_at = {{now}} + $2 WHERE {} AND lease_by = $1 AND state = 'running'", one_of(runs));
    store.writer().execute_raw(sql(store, &text, vec![worker.into(), millis(lease).into()])).await.map(|_| ())
}

fn one_of(runs: &[Run]) -> String {
    let list = runs.iter().map(|(id, attempt)| format!("({id}, {attempt})")).collect::<Vec<_>>().join(", ");
    format!("(id, attempts) IN (VALUES {list})")
}

/// Done, in one statement. Fenced by worker, attempt and state: who has lost the lease changes nothing.
pub(super) fn done(store: &Store, worker: Uuid, runs: &[Run]) -> Statement {
    let text = format!(
        "UPDATE job SET state = 'done', finished_at = {{now}}, last_error = NULL, lease_by = NULL \
         WHERE {} AND lease_by = $1 AND state = 'running'",
        one_of(runs)
    );
    sql(store, &text, vec![worker.into()])
}

/// Back to ready after a pause, or failed when there is no attempt left or `give_up`. Fenced likewise.
pub(super) fn fail(
    store: &Store,
    worker: Uuid,
    (id, attempt): Run,
    why: &str,
    pause: Duration,
    give_up: bool,
) -> Statement {
    let last = if give_up { "TRUE" } else { "attempts >= max_attempts" };
    let text = format!(
        "UPDATE job SET state = CASE WHEN {last} THEN 'failed' ELSE 'ready' END, \
         finished_at = CASE WHEN {last} THEN {{now}} END, due_at = {{now}} + $3, last_error = $4, lease_by = NULL \
         WHERE id = $1 AND lease_by = $2 AND attempts = $5 AND state = 'running'"
    );
    sql(store, &text, vec![id.into(), worker.into(), millis(pause).into(), reason(why).into(), attempt.into()])
}

/// Back to ready after a pause, as if it had not begun. Fenced likewise.
pub(super) fn put_back(store: &Store, worker: Uuid, (id, attempt): Run, pause: Duration) -> Statement {
    let text = "UPDATE job SET state = 'ready', due_at = {now} + $3, attempts = attempts - 1, lease_by = NULL \
                WHERE id = $1 AND lease_by = $2 AND attempts = $4 AND state = 'running'";
    sql(store, text, vec![id.into(), worker.into(), millis(pause).into(), attempt.into()])
}

/// Hands back what did not finish in the grace period, as if it had not begun.
pub(super) async fn hand_back(store: &Store, worker: Uuid) -> Result<(), DbErr> {
    let text = "UPDATE job SET state = 'ready', due_at = {now}, attempts = attempts - 1, lease_by = NULL \
                WHERE lease_by = $1 AND state = 'running'";
    store.writer().execute_raw(sql(store, text, vec![worker.into()])).await.map(|_| ())
}

/// Removes what was done before one time, and what failed before another.
pub(super) async fn purge(store: &Store, done: Time, failed: Time) -> Result<u64, DbErr> {
    let mut removed = 0;
    for (state, before) in [("done", done), ("failed", failed)] {
        let text = format!("DELETE FROM job WHERE state = '{state}' AND finished_at < $1");
        let statement = sql(store, &text, vec![before.timestamp_millis().into()]);
        removed += store.writer().execute_raw(statement).await?.rows_affected();
    }
    Ok(removed)
}

/// Whether the database refuses a statement for what it says, and will each time. One that is away, busy or full does
/// not.
pub(super) fn is_refused(store: &Store, error: &DbErr) -> bool {
    let (DbErr::Exec(RuntimeErr::SqlxError(e)) | DbErr::Query(RuntimeErr::SqlxError(e))) = error else { return false };
    let Some(code) = e.as_database_error().and_then(|e| e.code()) else { return false };
    match store.read().get_database_backend() {
        // Data, constraint, syntax (PostgreSQL, appendix A).
        DbBackend::Postgres => ["22", "23", "42"].iter().any(|class| code.starts_with(class)),
        // ERROR, TOOBIG, CONSTRAINT, MISMATCH in the last eight bits (sqlite.org/rescode.html).
        _ => code.parse().is_ok_and(|code: i32| matches!(code & 0xff, 1 | 18 | 19 | 20)),
    }
}
