//! The loop that works through the jobs.

use super::{CHANNEL, Job, JobError, statement};
use crate::conn::Store;
use base::Uuid;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement};
use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{Notify, Semaphore, mpsc};
use tokio::task::AbortHandle;
use tokio::time::{Instant, sleep, timeout};
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
    /// The first pause after an error; doubled each time, at most six hours.
    pub pause: Duration,
    /// How long done jobs are kept.
    pub keep: Duration,
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
            keep: Duration::from_secs(7 * 24 * 3600),
        }
    }
}

/// Jobs at work and how to end them.
type Running = Arc<Mutex<HashMap<i64, AbortHandle>>>;

enum Outcome {
    Done(i64, i32),
    Failed(i64, i32, JobError),
}

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
    let finisher = tokio::spawn(write_outcomes(store.clone(), id, finished, pace.pause));
    let heart = tokio::spawn(heartbeat(store.clone(), id, pace.lease, worker.running.clone()));
    let ear = (!store.is_sqlite()).then(|| tokio::spawn(listen(store.clone())));
    worker.work(&stop).await;

    let all = u32::try_from(pace.concurrency).unwrap_or(u32::MAX);
    let _ = timeout(pace.grace, worker.places.acquire_many(all)).await;
    let left: Vec<_> = lock(&worker.running).drain().map(|(_, handle)| handle).collect();
    for handle in &left {
        handle.abort();
    }
    heart.abort();
    if let Some(ear) = ear {
        ear.abort();
    }
    drop(worker);
    // Outcomes are kept and retried until the database takes them; at a stop, not for ever.
    let _ = timeout(Duration::from_secs(5), finisher).await;
    if !left.is_empty()
        && let Err(e) = statement::hand_back(&store, id).await
    {
        tracing::error!("jobs were not handed back, they run again when their lease ends: {e}");
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Worker {
    async fn work(&self, stop: &CancellationToken) {
        let mut trouble = Duration::from_millis(200);
        let mut purged: Option<Instant> = None;
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
            if purged.is_none_or(|at| at.elapsed() > Duration::from_secs(3600)) {
                purged = Some(Instant::now());
                if let Err(e) = statement::purge(&self.store, self.pace.keep).await {
                    tracing::warn!("purging jobs: {e}");
                }
            }
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
        let (id, attempt) = (job.id, job.attempt);
        let (dispatch, limit) = (self.dispatch.clone(), self.pace.limit);
        let (outcomes, freed, running) = (self.outcomes.clone(), self.freed.clone(), self.running.clone());
        let mut at_work = lock(&self.running);
        let task = tokio::spawn(async move {
            let work = AssertUnwindSafe(async move { timeout(limit, dispatch(job)).await }).catch_unwind();
            let outcome = match work.await {
                Ok(Ok(Ok(()))) => Outcome::Done(id, attempt),
                Ok(Ok(Err(e))) => Outcome::Failed(id, attempt, e),
                Ok(Err(_)) => Outcome::Failed(id, attempt, JobError::retry(format!("took longer than {limit:?}"))),
                Err(panic) => Outcome::Failed(id, attempt, JobError::retry(format!("panic: {}", words(&*panic)))),
            };
            let _ = outcomes.send(outcome).await;
            lock(&running).remove(&id);
            drop(place);
            freed.notify_one();
        });
        at_work.insert(id, task.abort_handle());
    }
}

fn words(panic: &(dyn std::any::Any + Send)) -> String {
    panic
        .downcast_ref::<&str>()
        .map(ToString::to_string)
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "without a word".into())
}

/// The pause before the next attempt: doubled each time, at most six hours, with up to a fifth of jitter.
fn pause(store: &Store, first: Duration, attempt: i32) -> Duration {
    let doubled = first.saturating_mul(1 << (attempt - 1).clamp(0, 14)).min(Duration::from_secs(6 * 3600));
    let fifth = u64::try_from(doubled.as_millis() / 5).unwrap_or(0);
    doubled + Duration::from_millis(store.chance().below(fifth + 1))
}

/// Writes outcomes, many at once; keeps them until the database takes them.
async fn write_outcomes(store: Store, worker: Uuid, mut finished: mpsc::Receiver<Outcome>, first: Duration) {
    let mut batch = Vec::new();
    while finished.recv_many(&mut batch, 100).await > 0 {
        let mut done = vec![];
        let mut statements: Vec<Statement> = vec![];
        for outcome in batch.drain(..) {
            match outcome {
                Outcome::Done(id, attempt) => done.push((id, attempt)),
                Outcome::Failed(id, attempt, error) => {
                    let (after, give_up) = match &error {
                        JobError::Retry { after, .. } => {
                            (after.unwrap_or_else(|| pause(&store, first, attempt)), false)
                        }
                        JobError::GiveUp(_) => (Duration::ZERO, true),
                    };
                    tracing::warn!(job = id, attempt, give_up, "job failed: {error}");
                    statements.push(statement::fail(&store, worker, (id, attempt), &error.to_string(), after, give_up));
                }
            }
        }
        let anew = !statements.is_empty();
        if !done.is_empty() {
            statements.push(statement::done(&store, worker, &done));
        }
        for s in statements {
            let mut wait = Duration::from_millis(100);
            while let Err(e) = store.writer().execute_raw(s.clone()).await {
                tracing::warn!("outcome of a job not written yet: {e}");
                sleep(wait).await;
                wait = (wait * 2).min(Duration::from_secs(3));
            }
        }
        if anew {
            // There is a new time to be due.
            store.wake().notify_one();
        }
    }
}

/// Keeps the leases while something runs.
async fn heartbeat(store: Store, worker: Uuid, lease: Duration, running: Running) {
    loop {
        sleep(lease / 3).await;
        if lock(&running).is_empty() {
            continue;
        }
        if let Err(e) = statement::keep(&store, worker, lease).await {
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
