//! The loop that works through the jobs.

use super::outcome::{Outcome, Run, write_outcomes};
use super::{CHANNEL, Job, JobError, statement};
use crate::conn::Store;
use base::Uuid;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use sea_orm::{ConnectionTrait, DbBackend, DbErr};
use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::{Notify, Semaphore, mpsc};
use tokio::task::AbortHandle;
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;

/// Runs one job. The program's one `match` over kinds.
pub type Dispatch = Arc<dyn Fn(Job) -> BoxFuture<'static, Result<(), JobError>> + Send + Sync>;

/// How fast and how long.
#[derive(Clone, Debug)]
pub struct Pace {
    /// Jobs at once.
    pub concurrency: usize,
    /// After so long without a sign of life, a job is taken for lost.
    pub lease: Duration,
    /// The longest sleep: how late jobs of another process on the same SQLite file may be seen.
    pub poll: Duration,
    /// How long a stop waits for what runs.
    pub grace: Duration,
    /// The longest that one run may take.
    pub limit: Duration,
    /// The first pause after an error; doubled each time.
    pub pause: Duration,
    /// The longest pause.
    pub longest_pause: Duration,
}

impl Pace {
    /// The pause after this attempt, from 1, without the jitter.
    pub fn pause_after(&self, attempt: i32) -> Duration {
        self.pause.saturating_mul(1 << (attempt - 1).clamp(0, 20)).min(self.longest_pause)
    }
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            concurrency: 8,
            lease: Duration::from_secs(60),
            poll: Duration::from_secs(4),
            grace: Duration::from_secs(15),
            limit: Duration::from_secs(180),
            pause: Duration::from_secs(2),
            longest_pause: Duration::from_secs(30 * 60),
        }
    }
}

/// What is at work, or has ended and is not written yet, and how to end it.
pub(super) type Running = Arc<Mutex<HashMap<Run, AbortHandle>>>;

struct Worker {
    store: Store,
    id: Uuid,
    pace: Pace,
    dispatch: Dispatch,
    places: Arc<Semaphore>,
    freed: Arc<Notify>,
    running: Running,
    outcomes: mpsc::Sender<Outcome>,
}

/// Works through the jobs until `stop`. Then takes no more, waits for what runs, and hands the rest back.
pub async fn run(store: Store, dispatch: Dispatch, pace: Pace, stop: CancellationToken) {
    let id = store.chance().opaque_id();
    let (outcomes, finished) = mpsc::channel(pace.concurrency * 4);
    let worker = Worker {
        places: Arc::new(Semaphore::new(pace.concurrency)),
        freed: Arc::default(),
        running: Arc::default(),
        store: store.clone(),
        id,
        pace: pace.clone(),
        dispatch,
        outcomes,
    };
    let running = worker.running.clone();
    let finisher = tokio::spawn(write_outcomes(store.clone(), id, pace.clone(), running.clone(), finished));
    let heart = tokio::spawn(heartbeat(store.clone(), id, pace.lease, running.clone()));
    let ear = (!store.is_sqlite()).then(|| tokio::spawn(listen(store.clone())));
    worker.work(&stop).await;

    let all = u32::try_from(pace.concurrency).unwrap_or(u32::MAX);
    let _ = timeout(pace.grace, worker.places.acquire_many(all)).await;
    for handle in lock(&running).values() {
        handle.abort();
    }
    heart.abort();
    if let Some(ear) = ear {
        ear.abort();
    }
    drop(worker);
    // Outcomes are kept and retried until the database takes them; at a stop, not for ever.
    let _ = timeout(Duration::from_secs(5), finisher).await;
    let left = !lock(&running).is_empty();
    if left && let Err(e) = statement::hand_back(&store, id).await {
        tracing::error!("jobs were not handed back, they run again when their lease ends: {e}");
    }
}

pub(super) fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Worker {
    async fn work(&self, stop: &CancellationToken) {
        let mut trouble = Duration::from_millis(200);
        while !stop.is_cancelled() {
            let wait = match self.step().await {
                Ok(wait) => {
                    trouble = Duration::from_millis(200);
                    wait
                }
                Err(e) => {
                    tracing::warn!("job loop: {e}; again in {trouble:?}");
                    let wait = trouble;
                    trouble = (trouble * 2).min(Duration::from_secs(5));
                    wait
                }
            };
            if wait.is_zero() {
                continue;
            }
            let full = self.places.available_permits() == 0;
            tokio::select! {
                () = self.store.wake().notified(), if !full => {}
                () = self.freed.notified(), if full => {}
                () = sleep(wait) => {}
                () = stop.cancelled() => {}
            }
        }
    }

    /// Takes what is due. Gives how long to sleep before the next look.
    async fn step(&self) -> Result<Duration, DbErr> {
        let free = self.places.available_permits();
        if free == 0 {
            return Ok(self.pace.poll);
        }
        match statement::next_due(&self.store).await? {
            None => return Ok(self.pace.poll),
            Some(wait) if !wait.is_zero() => return Ok((wait + Duration::from_millis(1)).min(self.pace.poll)),
            Some(_) => {}
        }
        let jobs = statement::claim(&self.store, self.id, self.pace.lease, free as u64).await?;
        if jobs.is_empty() {
            // Due, but taken by another or out of attempts.
            statement::bury(&self.store).await?;
            return Ok(Duration::from_millis(100));
        }
        for job in jobs {
            self.start(job);
        }
        Ok(Duration::ZERO)
    }

    /// Runs a job in a task of its own: what panics, hangs or blocks there harms no other.
    fn start(&self, job: Job) {
        let Ok(place) = self.places.clone().try_acquire_owned() else { return };
        let (run, kind) = ((job.id, job.attempt), job.kind.clone());
        let (dispatch, limit) = (self.dispatch.clone(), self.pace.limit);
        let (outcomes, freed) = (self.outcomes.clone(), self.freed.clone());
        let mut at_work = lock(&self.running);
        let task = tokio::spawn(async move {
            let began = Instant::now();
            let work = AssertUnwindSafe(async move { timeout(limit, dispatch(job)).await }).catch_unwind();
            let end = match work.await {
                Ok(Ok(end)) => end,
                Ok(Err(_)) => Err(JobError::retry(format!("took longer than {limit:?}"))),
                Err(panic) => Err(JobError::retry(format!("panic: {}", words(&*panic)))),
            };
            measure(&run, &kind, &end, began.elapsed());
            let _ = outcomes.send(Outcome { run, kind, end }).await;
            drop(place);
            freed.notify_one();
        });
        at_work.insert(run, task.abort_handle());
    }
}

/// One figure for each run, and a line of the log for who wants to know of all.
fn measure(run: &Run, kind: &str, end: &Result<(), JobError>, taken: Duration) {
    let outcome = match end {
        Ok(()) => "done",
        Err(JobError::Retry { .. }) => "retried",
        Err(JobError::NotYet(_)) => "put_off",
        Err(JobError::GiveUp(_)) => "failed",
    };
    tracing::debug!(job = run.0, kind, attempt = run.1, outcome, ms = taken.as_micros() as f64 / 1000.0, "job ran");
    metrics::counter!("kongress_job_runs_total", "kind" => kind.to_owned(), "outcome" => outcome).increment(1);
    metrics::histogram!("kongress_job_seconds", "kind" => kind.to_owned()).record(taken.as_secs_f64());
}

fn words(panic: &(dyn std::any::Any + Send)) -> String {
    panic
        .downcast_ref::<&str>()
        .map(ToString::to_string)
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "without a word".into())
}

/// Keeps the leases of what runs, and of what has ended and is not written yet.
async fn heartbeat(store: Store, worker: Uuid, lease: Duration, running: Running) {
    loop {
        sleep(lease / 3).await;
        let runs: Vec<Run> = lock(&running).keys().copied().collect();
        if runs.is_empty() {
            continue;
        }
        if let Err(e) = statement::keep(&store, worker, lease, &runs).await {
            tracing::warn!("leases of jobs not kept: {e}");
        }
    }
}

/// Hears PostgreSQL's word that a job was written, on a connection of its own.
async fn listen(store: Store) {
    use sea_orm::sqlx::postgres::{PgListener, PgPoolOptions};
    if store.read().get_database_backend() != DbBackend::Postgres {
        return;
    }
    let options = store.pool().get_postgres_connection_pool().connect_options();
    loop {
        let heard: Result<(), sea_orm::sqlx::Error> = async {
            let pool = PgPoolOptions::new().max_connections(1).connect_with((*options).clone()).await?;
            let mut listener = PgListener::connect_with(&pool).await?;
            listener.listen(CHANNEL).await?;
            // Something may have come while nobody listened.
            store.wake().notify_one();
            while listener.try_recv().await?.is_some() {
                store.wake().notify_one();
            }
            Ok(())
        }
        .await;
        if let Err(e) = heard {
            tracing::warn!("not listening for jobs: {e}");
        }
        sleep(Duration::from_secs(1)).await;
    }
}
