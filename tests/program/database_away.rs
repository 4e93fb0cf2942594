//! The database goes away, or is busy, while orders come in and jobs run.

use super::congress::{self, Shop, addresses, assert_none_doubled, by_address, jobs_done, number, order, pair, place};
use super::process::{PATIENCE, until};
use crate::kit::database::{is_postgres, server};
use crate::kit::{App, run};
use sea_orm::{ConnectionTrait, Database, DatabaseConnection};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

const ORDERS: usize = 120;
const CLIENTS: usize = 8;

/// Orders under a key until it is answered for good.
async fn insist(shop: Shop, n: usize, placed: Arc<AtomicUsize>) {
    let key = format!("key-{n}");
    let end = Instant::now() + PATIENCE;
    loop {
        let answer = shop.order(&order(n, pair(n), true), Some(&key)).await;
        let status = answer.as_ref().map_or(0, |answer| answer.status);
        assert!([0, 201, 409, 500, 503].contains(&status), "{answer:?}");
        if status == 201 {
            break;
        }
        assert!(Instant::now() < end, "never answered: {answer:?}");
        sleep(Duration::from_millis(20)).await;
    }
    placed.fetch_add(1, Ordering::Relaxed);
}

/// Ends every connection to the test's database, the test's own ones too.
async fn terminate(admin: &DatabaseConnection, app: &App) {
    let name = app.database().url.rsplit('/').next().expect("a name").to_owned();
    let sql = format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
    admin.execute_unprepared(&sql).await.expect("terminates");
}

/// What must be true when all orders were answered in the end.
async fn nothing_lost_or_doubled(app: &App) {
    let orders = number(app, "SELECT count(*) FROM \"order\"").await;
    assert_eq!(usize::try_from(orders).expect("few"), ORDERS, "each order is there once");
    assert_eq!(app.failed_jobs().await, Vec::<String>::new());
    let mails = app.smtp.mails();
    let expected: BTreeSet<String> = (0..ORDERS).flat_map(|n| addresses(n, 2)).collect();
    assert_eq!(by_address(&mails).into_keys().collect::<BTreeSet<_>>(), expected, "everybody has their mail");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_program_recovers_when_postgresql_ends_its_connections() {
    if !is_postgres() {
        return;
    }
    run(async |app| {
        let token = congress::open(app, 1000).await;
        let process = place(app).serve(&["serve"]).await;
        let admin = Database::connect(format!("{}/postgres", server())).await.expect("PostgreSQL");
        let placed = Arc::new(AtomicUsize::new(0));
        let mut clients = JoinSet::new();
        for first in 0..CLIENTS {
            let (shop, placed) = (Shop::new(&process, &token), Arc::clone(&placed));
            clients.spawn(async move {
                for n in (first..ORDERS).step_by(CLIENTS) {
                    insist(shop.clone(), n, Arc::clone(&placed)).await;
                }
            });
        }
        for quarter in 1..=4 {
            until("orders", async || (placed.load(Ordering::Relaxed) >= quarter * ORDERS / 5).then_some(())).await;
            terminate(&admin, app).await;
        }
        clients.join_all().await;
        terminate(&admin, app).await;
        // The connections of the test were ended, too: the first statements may tell.
        until("the test's own connections", async || app.store.read().execute_unprepared("SELECT 1").await.ok()).await;
        jobs_done(app).await;
        nothing_lost_or_doubled(app).await;
        let ids: Vec<BTreeMap<String, usize>> = by_address(&app.smtp.mails()).into_values().collect();
        assert!(ids.iter().all(|ids| ids.len() == 1), "one Message-ID for each mail");
        let twice = ids.iter().flat_map(BTreeMap::values).filter(|n| **n > 1).count();
        assert_eq!(twice, 0, "what the mail server took is written down when the database is back");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn orders_and_jobs_wait_while_another_process_writes_for_three_seconds() {
    run(async |app| {
        let token = congress::open(app, 1000).await;
        let process = place(app).serve(&["serve"]).await;
        let shop = Shop::new(&process, &token);
        let tx = app.store.begin().await.expect("begins");
        if is_postgres() {
            tx.execute_unprepared("LOCK TABLE category, message, job IN ACCESS EXCLUSIVE MODE").await.expect("a lock");
        } else {
            tx.execute_unprepared("UPDATE host SET name = name").await.expect("a write");
        }
        let mut clients = JoinSet::new();
        for n in 0..ORDERS {
            let shop = shop.clone();
            clients.spawn(async move { shop.order(&order(n, pair(n), true), None).await.expect("an answer").status });
        }
        // The lock is the fault, and lasts as long as it lasts.
        sleep(Duration::from_secs(3)).await;
        assert!(clients.try_join_next().is_none(), "nobody is answered before the order is written");
        tx.rollback().await.expect("ends");
        let answers = clients.join_all().await;
        assert_eq!(answers.iter().filter(|status| **status == 201).count(), ORDERS, "{answers:?}");
        jobs_done(app).await;
        nothing_lost_or_doubled(app).await;
        assert_none_doubled(&app.smtp.mails());
    })
    .await;
}
