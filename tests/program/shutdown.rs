//! SIGTERM: what was begun is finished, the rest is left for the next process.

use super::congress::{self, Shop, addresses, assert_none_doubled, by_address, number, order, place};
use super::process::{Process, until};
use crate::kit::database::is_postgres;
use crate::kit::{App, run};
use ::store::Tx;
use sea_orm::ConnectionTrait;
use std::collections::BTreeSet;
use tokio::task::JoinSet;

const ORDERS: usize = 30;

/// Keeps orders from being placed, for as long as it is held.
async fn hold(app: &App) -> Tx {
    let tx = app.store.begin().await.expect("begins");
    if is_postgres() {
        tx.execute_unprepared("LOCK TABLE category IN ACCESS EXCLUSIVE MODE").await.expect("a lock");
    }
    tx
}

/// Waits until so many orders have reached the program.
async fn arrived(process: &Process, orders: usize) {
    let begun = ["\"message\":\"begun\"", "\"method\":\"POST\""];
    until("orders under way", async || (process.logged(&begun) >= orders).then_some(())).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn requests_that_were_begun_are_answered_before_the_program_ends() {
    run(async |app| {
        let token = congress::open(app, 1000).await;
        let place = place(app).with("LOG", "info,web=debug");
        let mut process = place.serve(&["serve"]).await;
        let shop = Shop::unpooled(&process, &token);
        let held = hold(app).await;
        let mut clients = JoinSet::new();
        for n in 0..ORDERS {
            let shop = shop.clone();
            clients.spawn(
                async move { shop.order(&order(n, &["on-site"], true), None).await.map(|answer| answer.status) },
            );
        }
        arrived(&process, ORDERS).await;
        process.terminate().await;
        process.says("stopping").await;
        let address = process.url.strip_prefix("http://").expect("an address");
        until("the door to be shut", async || tokio::net::TcpStream::connect(address).await.err()).await;
        held.rollback().await.expect("ends");
        assert_eq!(clients.join_all().await, vec![Some(201); ORDERS], "{}", process.log());
        assert_eq!(process.ended().await, Some(0), "{}", process.log());

        let running = number(app, "SELECT count(*) FROM job WHERE state = 'running'").await;
        assert_eq!(running, 0, "jobs are finished or handed back");
        app.run_jobs().await;
        all_mails_once(app, ORDERS).await;
    })
    .await;
}

async fn all_mails_once(app: &App, orders: usize) {
    let mails = app.smtp.mails();
    assert_none_doubled(&mails);
    let expected: BTreeSet<String> = (0..orders).flat_map(|n| addresses(n, 1)).collect();
    assert_eq!(by_address(&mails).into_keys().collect::<BTreeSet<_>>(), expected, "everybody has their mail");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn jobs_that_run_are_finished_or_handed_back_and_no_mail_goes_twice() {
    run(async |app| {
        let token = congress::open(app, 1000).await;
        let place = place(app);
        let office = place.serve(&["serve", "--no-jobs"]).await;
        let shop = Shop::new(&office, &token);
        for n in 0..ORDERS {
            assert_eq!(shop.order(&order(n, &["on-site"], true), None).await.expect("an answer").status, 201);
        }
        let mut restarts = 0;
        while !app.due_jobs().await.is_empty() {
            let mut process = place.jobs().await;
            let before = app.smtp.mails().len();
            let more = async || (app.smtp.mails().len() > before + 5 || app.due_jobs().await.is_empty()).then_some(());
            until("mails", more).await;
            process.terminate().await;
            assert_eq!(process.ended().await, Some(0), "{}", process.log());
            let running = number(app, "SELECT count(*) FROM job WHERE state = 'running'").await;
            assert_eq!(running, 0, "jobs are finished or handed back:\n{}", process.log());
            restarts += 1;
        }
        assert!(restarts > 1, "it was stopped at its work");
        all_mails_once(app, ORDERS).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_keeps_a_connection_open_does_not_keep_the_program_running() {
    run(async |app| {
        congress::open(app, 10).await;
        let mut process = place(app).serve(&["serve"]).await;
        let address = process.url.strip_prefix("http://").expect("an address").to_owned();
        let mut idle = tokio::net::TcpStream::connect(address).await.expect("connects");
        tokio::io::AsyncWriteExt::write_all(&mut idle, b"GET /health HTTP/1.1\r\nHost: kongress.test\r\n")
            .await
            .expect("begins");
        let _ = reqwest::get(format!("{}/health", process.url)).await.expect("an answer");
        process.terminate().await;
        assert_eq!(process.ended().await, Some(0), "{}", process.log());
        // It ended before it had done all that is due each day: the next one does.
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_nobody_reads_the_log_any_more_it_answers_and_ends_all_the_same() {
    run(async |app| {
        congress::open(app, 10).await;
        let mut process = place(app).with("LOG", "debug").serve(&["serve"]).await;
        process.unheard().await;
        let health = reqwest::get(format!("{}/health", process.url)).await.expect("an answer");
        assert_eq!(health.status(), 200);
        process.terminate().await;
        assert_eq!(process.ended().await, Some(0));
        app.run_jobs().await;
    })
    .await;
}
