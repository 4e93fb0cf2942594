//! Several processes on one database.

use super::congress::{self, Shop, addresses, assert_none_doubled, by_address, jobs_done, number, order, pair, place};
use super::process::{Place, Process};
use crate::kit::database::{empty, is_postgres};
use crate::kit::{App, run};
use std::collections::BTreeSet;
use tokio::task::JoinSet;

const ORDERS: usize = 80;

/// Orders through all of them by turns; then every mail has gone once.
async fn order_through(app: &App, processes: &[Process], token: &str) {
    let mut clients = JoinSet::new();
    for n in 0..ORDERS {
        let shop = Shop::new(&processes[n % processes.len()], token);
        clients.spawn(async move { shop.order(&order(n, pair(n), true), None).await.expect("an answer").status });
    }
    let answers = clients.join_all().await;
    assert!(answers.iter().all(|status| *status == 201), "{answers:?}");
    jobs_done(app).await;
    let mails = app.smtp.mails();
    assert_none_doubled(&mails);
    let expected: BTreeSet<String> = (0..ORDERS).flat_map(|n| addresses(n, 2)).collect();
    assert_eq!(by_address(&mails).into_keys().collect::<BTreeSet<_>>(), expected, "everybody has their mail");
    assert_eq!(number(app, "SELECT CAST(max(attempts) AS bigint) FROM message").await, 1, "nothing was tried twice");
    for process in processes {
        assert_eq!(process.logged(&["\"level\":\"ERROR\""]), 0, "{}", process.log());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_that_serve_and_two_that_work_share_a_database() {
    run(async |app| {
        let token = congress::open(app, 1000).await;
        let place = place(app);
        let serving = [place.serve(&["serve", "--no-jobs"]).await, place.serve(&["serve", "--no-jobs"]).await];
        let working = [place.jobs().await, place.jobs().await];
        order_through(app, &serving, &token).await;
        for mut process in working.into_iter().chain(serving) {
            process.terminate().await;
            assert_eq!(process.ended().await, Some(0), "{}", process.log());
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_whole_programs_share_a_database() {
    run(async |app| {
        let token = congress::open(app, 1000).await;
        let place = place(app);
        let serving = [place.serve(&["serve"]).await, place.serve(&["serve"]).await];
        order_through(app, &serving, &token).await;
        let tidying = number(app, "SELECT count(*) FROM job WHERE kind = 'web.tidy'").await;
        assert_eq!(tidying, 1, "the daily job is written once, whoever asks");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_key_sent_to_two_processes_at_once_is_one_order() {
    run(async |app| {
        let token = congress::open(app, 1000).await;
        let place = place(app);
        let serving = [place.serve(&["serve", "--no-jobs"]).await, place.serve(&["serve", "--no-jobs"]).await];
        let mut clients = JoinSet::new();
        for n in 0..40 {
            for process in &serving {
                let shop = Shop::new(process, &token);
                clients.spawn(async move {
                    let answer =
                        shop.order(&order(n, &["on-site"], false), Some(&format!("key-{n}"))).await.expect("an answer");
                    (answer.status, answer.problem().to_owned())
                });
            }
        }
        let answers = clients.join_all().await;
        let known = |(status, problem): &(u16, String)| {
            *status == 201 || (*status, problem.as_str()) == (409, "idempotency-key-under-way")
        };
        assert!(answers.iter().all(known), "{answers:?}");
        assert!(
            answers.iter().filter(|(status, _)| *status == 201).count() >= 40,
            "each key was answered by one at least"
        );
        assert_eq!(number(app, "SELECT count(*) FROM \"order\"").await, 40);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn several_that_start_at_once_on_a_new_database_migrate_it_once() {
    for _ in 0..5 {
        let (url, _lease) = empty().await;
        let place = Place::on(&url);
        let migrated = tokio::join!(place.run(&["migrate"]), place.run(&["migrate"]), place.run(&["migrate"]));
        for ended in [migrated.0, migrated.1, migrated.2] {
            assert_eq!(ended.code, Some(0), "{ended:?}");
        }
        let token = ["token", "add", "box office", "--permission", "orders.read"];
        let (first, second, told) = tokio::join!(place.serve(&["serve"]), place.serve(&["serve"]), place.run(&token));
        assert_eq!(told.code, Some(0), "{told:?}");
        drop((first, second));
    }
}

/// On SQLite, where nobody migrates by hand.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_that_serve_at_once_from_a_file_that_is_not_there_both_come_up() {
    if is_postgres() {
        return;
    }
    for _ in 0..5 {
        let place = Place::bare();
        let (mut first, mut second) = tokio::join!(place.serve(&["serve"]), place.serve(&["serve"]));
        for process in [&mut first, &mut second] {
            process.terminate().await;
            assert_eq!(process.ended().await, Some(0), "{}", process.log());
        }
    }
}
