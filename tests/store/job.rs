//! Jobs: written with their cause, run at least once, never lost, never in each other's way.

use crate::kit::Database;
use base::Actor;
use chrono::TimeDelta;
use futures_util::FutureExt;
use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder, Statement};
use serde_json::json;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use store::Store;
use store::job::entity::{self, State};
use store::job::{self, Dispatch, Job, JobError, NewJob, Pace};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

fn pace() -> Pace {
    Pace {
        concurrency: 8,
        lease: Duration::from_millis(900),
        poll: Duration::from_millis(50),
        grace: Duration::from_millis(400),
        limit: Duration::from_millis(700),
        pause: Duration::from_millis(100),
        ..Pace::default()
    }
}

async fn enqueue(store: &Store, new: NewJob) -> bool {
    let tx = store.begin().await.unwrap();
    let fresh = job::enqueue(&tx, new).await.unwrap();
    tx.commit().await.unwrap();
    fresh
}

fn start(store: &Store, dispatch: Dispatch) -> (CancellationToken, JoinHandle<()>) {
    let stop = CancellationToken::new();
    let runner = tokio::spawn(job::run(store.clone(), dispatch, pace(), stop.clone()));
    (stop, runner)
}

async fn all(store: &Store) -> Vec<entity::Model> {
    entity::Entity::find().order_by_asc(entity::Column::Id).all(store.read()).await.unwrap()
}

/// Waits until every job is in one of these states.
async fn settle(store: &Store, states: &[State]) -> Vec<entity::Model> {
    for _ in 0..1000 {
        let jobs = all(store).await;
        if jobs.iter().all(|j| states.contains(&j.state)) {
            return jobs;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("jobs do not settle: {:?}", all(store).await);
}

/// Counts its runs and does nothing.
fn counting(runs: &Arc<AtomicUsize>) -> Dispatch {
    let runs = runs.clone();
    Arc::new(move |_| {
        runs.fetch_add(1, Ordering::SeqCst);
        async { Ok(()) }.boxed()
    })
}

#[tokio::test]
async fn a_rollback_leaves_no_job_and_a_commit_one() {
    let database = Database::new().await;
    let store = &database.store;
    let runs = Arc::<AtomicUsize>::default();
    let (stop, runner) = start(store, counting(&runs));
    let tx = store.begin().await.unwrap();
    assert!(job::enqueue(&tx, NewJob::new("test", json!({}))).await.unwrap());
    tx.rollback().await.unwrap();
    assert!(enqueue(store, NewJob::new("test", json!({}))).await);
    let jobs = settle(store, &[State::Done]).await;
    assert_eq!((jobs.len(), runs.load(Ordering::SeqCst)), (1, 1));
    stop.cancel();
    runner.await.unwrap();
}

#[tokio::test]
async fn what_somebody_waits_for_goes_before_what_is_a_part_of_much() {
    let database = Database::new().await;
    let store = &database.store;
    for n in 0..50 {
        assert!(enqueue(store, NewJob::new("test", json!({ "n": n })).later(true)).await);
    }
    assert!(enqueue(store, NewJob::new("test", json!({ "n": "first" }))).await);
    let order = Arc::<Mutex<Vec<serde_json::Value>>>::default();
    let seen = order.clone();
    let dispatch: Dispatch = Arc::new(move |job| {
        seen.lock().unwrap().push(job.payload["n"].clone());
        async { Ok(()) }.boxed()
    });
    let (stop, runner) = start(store, dispatch);
    settle(store, &[State::Done]).await;
    stop.cancel();
    runner.await.unwrap();
    let order = order.lock().unwrap();
    let first = order.iter().position(|n| n == "first").unwrap();
    assert!(first < 8, "it was claimed among the first: {order:?}");
}

#[tokio::test]
async fn a_key_is_written_once() {
    let database = Database::new().await;
    assert!(enqueue(&database.store, NewJob::new("test", json!({})).unique("once")).await);
    assert!(!enqueue(&database.store, NewJob::new("test", json!({})).unique("once")).await);
    assert_eq!(all(&database.store).await.len(), 1);
}

#[tokio::test]
async fn an_error_is_tried_again_after_a_pause_until_the_attempts_are_over() {
    let database = Database::new().await;
    let store = &database.store;
    let times = Arc::<Mutex<Vec<std::time::Instant>>>::default();
    let seen = times.clone();
    let dispatch: Dispatch = Arc::new(move |_| {
        seen.lock().unwrap().push(std::time::Instant::now());
        async { Err(JobError::retry("the server is away")) }.boxed()
    });
    enqueue(store, NewJob::new("test", json!({})).attempts(3)).await;
    let (stop, runner) = start(store, dispatch);
    let jobs = settle(store, &[State::Failed]).await;
    stop.cancel();
    runner.await.unwrap();
    assert_eq!((jobs[0].attempts, jobs[0].last_error.as_deref()), (3, Some("the server is away")));
    let times = times.lock().unwrap();
    assert_eq!(times.len(), 3);
    assert!(times[1] - times[0] >= Duration::from_millis(100), "the first pause");
    assert!(times[2] - times[1] >= Duration::from_millis(200), "the second is twice as long");
}

#[tokio::test]
async fn giving_up_fails_at_once_and_run_again_starts_anew() {
    let database = Database::new().await;
    let store = &database.store;
    let runs = Arc::<AtomicUsize>::default();
    let counted = runs.clone();
    let dispatch: Dispatch = Arc::new(move |_| {
        let first = counted.fetch_add(1, Ordering::SeqCst) == 0;
        async move { if first { Err(JobError::give_up("the input is wrong")) } else { Ok(()) } }.boxed()
    });
    enqueue(store, NewJob::new("test", json!({}))).await;
    let (stop, runner) = start(store, dispatch);
    let jobs = settle(store, &[State::Failed]).await;
    assert_eq!((jobs[0].attempts, jobs[0].last_error.as_deref()), (1, Some("the input is wrong")));
    let tx = store.begin().await.unwrap();
    assert!(job::again(&tx, &Actor::system(), jobs[0].id).await.unwrap());
    tx.commit().await.unwrap();
    let jobs = settle(store, &[State::Done]).await;
    assert_eq!((jobs[0].attempts, runs.load(Ordering::SeqCst)), (1, 2));
    stop.cancel();
    runner.await.unwrap();
}

#[tokio::test]
async fn a_panic_harms_nobody_else() {
    let database = Database::new().await;
    let store = &database.store;
    let dispatch: Dispatch = Arc::new(|job: Job| {
        async move {
            assert!(job.payload["good"].as_bool().unwrap_or(false), "on purpose");
            Ok(())
        }
        .boxed()
    });
    enqueue(store, NewJob::new("test", json!({ "good": false })).attempts(1)).await;
    for _ in 0..5 {
        enqueue(store, NewJob::new("test", json!({ "good": true }))).await;
    }
    let (stop, runner) = start(store, dispatch);
    let jobs = settle(store, &[State::Done, State::Failed]).await;
    assert_eq!(jobs[0].state, State::Failed);
    assert!(jobs[0].last_error.as_deref().unwrap().contains("on purpose"), "the panic's words are kept");
    assert!(jobs[1..].iter().all(|j| j.state == State::Done));
    stop.cancel();
    runner.await.unwrap();
}

#[tokio::test]
async fn a_job_that_hangs_is_ended_and_the_others_go_on() {
    let database = Database::new().await;
    let store = &database.store;
    let dispatch: Dispatch = Arc::new(|job: Job| {
        async move {
            if job.payload["hang"].as_bool().unwrap_or(false) {
                std::future::pending::<()>().await;
            }
            Ok(())
        }
        .boxed()
    });
    enqueue(store, NewJob::new("test", json!({ "hang": true })).attempts(1)).await;
    enqueue(store, NewJob::new("test", json!({}))).await;
    let (stop, runner) = start(store, dispatch);
    let jobs = settle(store, &[State::Done, State::Failed]).await;
    assert_eq!((jobs[0].state, jobs[1].state), (State::Failed, State::Done));
    assert!(jobs[0].last_error.as_deref().unwrap().contains("longer than"));
    stop.cancel();
    runner.await.unwrap();
}

#[tokio::test]
async fn a_long_job_keeps_its_lease_and_runs_once() {
    let database = Database::new().await;
    let store = &database.store;
    let runs = Arc::<AtomicUsize>::default();
    let counted = runs.clone();
    let dispatch: Dispatch = Arc::new(move |_| {
        counted.fetch_add(1, Ordering::SeqCst);
        async {
            tokio::time::sleep(Duration::from_millis(2500)).await;
            Ok(())
        }
        .boxed()
    });
    enqueue(store, NewJob::new("test", json!({}))).await;
    let long = Pace { limit: Duration::from_secs(10), ..pace() };
    let stop = CancellationToken::new();
    let workers: Vec<_> =
        (0..2).map(|_| tokio::spawn(job::run(store.clone(), dispatch.clone(), long.clone(), stop.clone()))).collect();
    settle(store, &[State::Done]).await;
    assert_eq!(runs.load(Ordering::SeqCst), 1, "the lease of 0.9 s was kept for 2.5 s");
    stop.cancel();
    for worker in workers {
        worker.await.unwrap();
    }
}

#[tokio::test]
async fn the_job_of_a_lost_worker_runs_again_and_out_of_attempts_it_is_buried() {
    let database = Database::new().await;
    let store = &database.store;
    enqueue(store, NewJob::new("test", json!({})).attempts(2)).await;
    enqueue(store, NewJob::new("test", json!({})).attempts(1)).await;
    // A worker that is lost: its task is ended in the middle, as kill -9 ends a process, and nothing is handed back.
    let hang: Dispatch = Arc::new(|_| std::future::pending::<Result<(), JobError>>().boxed());
    let endless = Pace { limit: Duration::from_secs(60), ..pace() };
    let lost = tokio::spawn(job::run(store.clone(), hang, endless, CancellationToken::new()));
    settle(store, &[State::Running]).await;
    lost.abort();
    // The heartbeat of an aborted run would live on in this process: let the leases end by the clock instead.
    let runs = Arc::<AtomicUsize>::default();
    let stopped = CancellationToken::new();
    let other = crate::kit::database::reopened(&database, TimeDelta::minutes(10)).await;
    let runner = tokio::spawn(job::run(other.clone(), counting(&runs), pace(), stopped.clone()));
    let jobs = settle(store, &[State::Done, State::Failed]).await;
    assert_eq!((jobs[0].state, jobs[0].attempts), (State::Done, 2));
    assert_eq!((jobs[1].state, jobs[1].last_error.as_deref()), (State::Failed, Some("worker lost")));
    assert_eq!(runs.load(Ordering::SeqCst), 1);
    stopped.cancel();
    runner.await.unwrap();
}

#[tokio::test]
async fn a_stop_waits_for_what_ends_soon_and_hands_the_rest_back_untouched() {
    let database = Database::new().await;
    let store = &database.store;
    let dispatch: Dispatch = Arc::new(|job: Job| {
        async move {
            let ms = job.payload["ms"].as_u64().unwrap_or(0);
            tokio::time::sleep(Duration::from_millis(ms)).await;
            Ok(())
        }
        .boxed()
    });
    for ms in [150, 600_000] {
        enqueue(store, NewJob::new("test", json!({ "ms": ms }))).await;
    }
    let stop = CancellationToken::new();
    let endless = Pace { limit: Duration::from_secs(900), ..pace() };
    let runner = tokio::spawn(job::run(store.clone(), dispatch, endless, stop.clone()));
    settle(store, &[State::Running, State::Done]).await;
    enqueue(store, NewJob::new("test", json!({})).after(Duration::from_secs(3600))).await;
    stop.cancel();
    runner.await.unwrap();
    let jobs = all(store).await;
    assert_eq!(jobs[0].state, State::Done);
    assert_eq!((jobs[1].state, jobs[1].attempts), (State::Ready, 0), "as if it had not begun");
    assert_eq!((jobs[2].state, jobs[2].attempts), (State::Ready, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_workers_double_none_of_two_thousand_jobs() {
    let database = Database::new().await;
    let store = &database.store;
    let tx = store.begin().await.unwrap();
    for n in 0..2000 {
        job::enqueue(&tx, NewJob::new("test", json!({ "n": n }))).await.unwrap();
    }
    tx.commit().await.unwrap();
    let seen = Arc::<Mutex<Vec<u64>>>::default();
    let noted = seen.clone();
    let dispatch: Dispatch = Arc::new(move |job: Job| {
        noted.lock().unwrap().push(job.payload["n"].as_u64().unwrap());
        async { Ok(()) }.boxed()
    });
    let second = crate::kit::database::reopened(&database, TimeDelta::zero()).await;
    let (stop, first) = start(store, dispatch.clone());
    let other = tokio::spawn(job::run(second, dispatch, pace(), stop.clone()));
    settle(store, &[State::Done]).await;
    stop.cancel();
    first.await.unwrap();
    other.await.unwrap();
    let mut seen = seen.lock().unwrap().clone();
    seen.sort_unstable();
    assert_eq!(seen, (0..2000).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_job_waits_until_it_is_due() {
    let database = Database::new().await;
    let store = &database.store;
    let runs = Arc::<AtomicUsize>::default();
    enqueue(store, NewJob::new("test", json!({})).after(Duration::from_secs(3600))).await;
    let (stop, runner) = start(store, counting(&runs));
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(runs.load(Ordering::SeqCst), 0);
    store.clock().advance(TimeDelta::minutes(61));
    settle(store, &[State::Done]).await;
    stop.cancel();
    runner.await.unwrap();
}

#[test]
fn a_job_is_tried_for_ten_hours_unless_it_says_otherwise() {
    let attempts = NewJob::new("test", json!({})).max_attempts;
    let pauses: Vec<u64> = (1..attempts).map(|attempt| Pace::default().pause_after(attempt).as_secs()).collect();
    assert_eq!((attempts, pauses.iter().sum::<u64>()), (30, 36_246));
    assert_eq!((pauses[0], pauses[9], pauses[10], pauses[28]), (2, 1_024, 1_800, 1_800));
}

#[tokio::test]
async fn reasons_are_stored_whatever_they_hold() {
    let database = Database::new().await;
    let store = &database.store;
    let dispatch: Dispatch = Arc::new(|_| {
        let endless = "no ".repeat(2_000);
        async move { Err(JobError::give_up(format!("550 \u{0}gone\r\n {endless}"))) }.boxed()
    });
    enqueue(store, NewJob::new("test", json!({}))).await;
    let (stop, runner) = start(store, dispatch);
    let jobs = settle(store, &[State::Failed]).await;
    let kept = jobs[0].last_error.as_deref().unwrap();
    assert!(kept.starts_with("550 gone ") && kept.ends_with('…'), "{kept}");
    assert!(kept.chars().count() == 1_000 && !kept.contains(char::is_control));
    stop.cancel();
    runner.await.unwrap();
}

#[tokio::test]
async fn an_outcome_that_the_database_refuses_does_not_stop_the_others() {
    let database = Database::new().await;
    let store = &database.store;
    let refuse = if store.is_sqlite() {
        "CREATE TRIGGER refuse BEFORE UPDATE ON job WHEN NEW.last_error = 'poison' BEGIN SELECT RAISE(ABORT, 'no'); END"
    } else {
        "ALTER TABLE job ADD CONSTRAINT refuse CHECK (last_error <> 'poison')"
    };
    store.pool().execute_unprepared(refuse).await.unwrap();
    let dispatch: Dispatch = Arc::new(|job: Job| {
        async move { if job.payload["n"] == 0 { Err(JobError::give_up("poison")) } else { Ok(()) } }.boxed()
    });
    for n in 0..20 {
        enqueue(store, NewJob::new("test", json!({ "n": n })).attempts(1)).await;
    }
    let (stop, runner) = start(store, dispatch);
    // The one whose outcome is dropped is taken for lost when its lease has ended.
    let jobs = settle(store, &[State::Done, State::Failed]).await;
    assert_eq!(jobs[0].last_error.as_deref(), Some("worker lost"));
    assert!(jobs[1..].iter().all(|job| job.state == State::Done));
    stop.cancel();
    runner.await.unwrap();
}

#[tokio::test]
async fn jobs_are_counted_without_looking_at_those_that_are_done() {
    let database = Database::new().await;
    let store = &database.store;
    let dispatch: Dispatch = Arc::new(|job: Job| {
        async move { if job.payload["good"] == true { Ok(()) } else { Err(JobError::give_up("no")) } }.boxed()
    });
    for good in [true, true, true, false, false] {
        enqueue(store, NewJob::new("test", json!({ "good": good }))).await;
    }
    let (stop, runner) = start(store, dispatch);
    settle(store, &[State::Done, State::Failed]).await;
    stop.cancel();
    runner.await.unwrap();
    enqueue(store, NewJob::new("test", json!({}))).await;
    assert_eq!(job::counts(store.read()).await.unwrap(), (1, 2));
    if store.is_sqlite() {
        for state in ["state IN ('ready', 'running')", "state = 'failed'", "state = 'done' AND finished_at < 1"] {
            let sql = format!("EXPLAIN QUERY PLAN SELECT count(*) FROM job WHERE {state}");
            let backend = store.read().get_database_backend();
            let plan = store.read().query_one_raw(Statement::from_string(backend, sql)).await.unwrap().unwrap();
            let plan: String = plan.try_get("", "detail").unwrap();
            assert!(plan.contains("INDEX job_"), "{state}: {plan}");
        }
    }
}
