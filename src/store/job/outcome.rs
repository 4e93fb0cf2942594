//! Writing how runs ended.

use super::run::{Pace, Running, lock};
use super::{JobError, statement};
use crate::conn::Store;
use base::Uuid;
use sea_orm::{ConnectionTrait, Statement};
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::sleep;

/// One run of a job: its id, and which attempt.
pub(super) type Run = (i64, i32);

/// How a run ended.
pub(super) struct Outcome {
    pub run: Run,
    pub kind: String,
    pub end: Result<(), JobError>,
}

/// How often an outcome is tried that the database refuses for what it says.
const TRIES: u32 = 5;

/// Writes outcomes, many at once; keeps them until the database takes them. Until then they count as running.
pub(super) async fn write_outcomes(
    store: Store,
    worker: Uuid,
    pace: Pace,
    running: Running,
    mut finished: mpsc::Receiver<Outcome>,
) {
    let mut batch = Vec::new();
    while finished.recv_many(&mut batch, 100).await > 0 {
        let mut done = vec![];
        let mut failed = vec![];
        for outcome in batch.drain(..) {
            match &outcome.end {
                Ok(()) => done.push(outcome.run),
                Err(error) => failed.push((outcome.run, fail(&store, worker, &pace, &outcome, error))),
            }
        }
        if !done.is_empty() {
            settle(&store, &statement::done(&store, worker, &done), &done).await;
            forget(&running, &done);
        }
        let anew = !failed.is_empty();
        for (run, statement) in failed {
            settle(&store, &statement, &[run]).await;
            forget(&running, &[run]);
        }
        if anew {
            // There is a new time to be due.
            store.wake().notify_one();
        }
    }
}

/// Logs that a run failed, and writes it down. The reason stands in the table alone: a mail server's answer holds the
/// address, and logs outlive what they are about.
fn fail(store: &Store, worker: Uuid, pace: &Pace, outcome: &Outcome, error: &JobError) -> Statement {
    let (id, attempt) = outcome.run;
    let (pause, give_up) = match error {
        JobError::NotYet(pause) => return statement::put_back(store, worker, outcome.run, *pause),
        JobError::Retry { after, .. } => (after.unwrap_or_else(|| drawn(store, pace.pause_after(attempt))), false),
        JobError::GiveUp(_) => (Duration::ZERO, true),
    };
    tracing::warn!(job = id, kind = outcome.kind, attempt, give_up, "job failed");
    statement::fail(store, worker, outcome.run, &error.to_string(), pause, give_up)
}

/// With up to a fifth on top, so that what failed together does not come back together.
fn drawn(store: &Store, pause: Duration) -> Duration {
    let fifth = u64::try_from(pause.as_millis() / 5).unwrap_or(0);
    pause + Duration::from_millis(store.chance().below(fifth + 1))
}

/// Writes until the database takes it. What it refuses for what it says is dropped after a few tries, so that it does
/// not stand in the way of all others; its job runs again when its lease ends.
async fn settle(store: &Store, statement: &Statement, runs: &[Run]) {
    let mut refused = 0;
    let mut wait = Duration::from_millis(100);
    while let Err(e) = store.writer().execute_raw(statement.clone()).await {
        refused += u32::from(statement::is_refused(store, &e));
        if refused >= TRIES {
            tracing::error!(?runs, "outcome of a job dropped, since the database refuses it: {e}");
            return;
        }
        tracing::warn!("outcome of a job not written yet: {e}");
        sleep(wait).await;
        wait = (wait * 2).min(Duration::from_secs(3));
    }
}

fn forget(running: &Running, runs: &[Run]) {
    let mut running = lock(running);
    for run in runs {
        running.remove(run);
    }
}
