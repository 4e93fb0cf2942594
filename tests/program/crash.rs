//! `kill -9` at random moments, over and over, on one database: what was answered stays, nothing is there twice, no seat
//! leaks, every mail arrives.

use super::congress::{self, Answer, SLUG, Shop, addresses, buyer, by_address, number, order, place, texts};
use super::process::{Place, Process, until};
use crate::kit::database::{empty, is_postgres};
use crate::kit::{App, run};
use ::chrono::TimeDelta;
use base::Chance;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::task::JoinSet;

/// How often the program is killed.
const ROUNDS: usize = 6;
/// Programs that order at once.
const CLIENTS: usize = 8;
/// Fewer than are wanted, so that it sells out and what is cancelled is sold again.
const SEATS: i32 = 120;

/// What the clients know.
#[derive(Default)]
struct Known {
    /// Answered with 201, by the order's number.
    placed: BTreeMap<usize, Answer>,
    /// Sent with a key, and not answered: to be sent again.
    open: BTreeSet<usize>,
    /// Sold out.
    refused: usize,
    /// Whose cancellation was answered.
    cancelled: BTreeSet<usize>,
    /// Anything else that was answered.
    wrong: Vec<Answer>,
}

#[derive(Clone)]
struct Clients {
    known: Arc<Mutex<Known>>,
    next: Arc<AtomicUsize>,
    answers: Arc<AtomicUsize>,
}

impl Clients {
    fn new() -> Self {
        Self { known: Arc::default(), next: Arc::new(AtomicUsize::new(1)), answers: Arc::default() }
    }

    fn know<T>(&self, with: impl FnOnce(&mut Known) -> T) -> T {
        with(&mut self.known.lock().expect("what is known"))
    }

    /// Orders until the program is gone: first what is still open, then new ones.
    async fn shop(self, shop: Shop) {
        loop {
            let open = self.know(|known| known.open.pop_first());
            let number = open.unwrap_or_else(|| self.next.fetch_add(1, Ordering::Relaxed));
            if !self.send(&shop, number).await {
                return;
            }
        }
    }

    /// Places one order, and cancels every third. `false`: the program is gone.
    async fn send(&self, shop: &Shop, number: usize) -> bool {
        let key = keyed(number).then(|| format!("key-{number}"));
        let answer = shop.order(&order(number, people(number), true), key.as_deref()).await;
        self.answers.fetch_add(usize::from(answer.is_some()), Ordering::Relaxed);
        match answer {
            Some(answer) if answer.status == 201 => {
                let code = answer.code();
                self.know(|known| known.placed.insert(number, answer));
                if number.is_multiple_of(3) {
                    return self.cancel(shop, number, &code).await;
                }
                true
            }
            Some(answer) if answer.problem() == "sold-out" => {
                self.know(|known| known.refused += 1);
                true
            }
            other => {
                self.know(|known| {
                    if keyed(number) {
                        known.open.insert(number);
                    }
                    // The killed process's own transaction may still be on its way to an end.
                    known.wrong.extend(other.clone().filter(|a| a.problem() != "idempotency-key-under-way"));
                });
                other.is_some()
            }
        }
    }

    async fn cancel(&self, shop: &Shop, number: usize, code: &str) -> bool {
        let Some(answer) = shop.cancel(code, None).await else { return false };
        self.know(|known| match answer.status {
            200 => drop(known.cancelled.insert(number)),
            _ => known.wrong.push(answer),
        });
        true
    }
}

fn keyed(number: usize) -> bool {
    number.is_multiple_of(2)
}

fn people(number: usize) -> &'static [&'static str] {
    // A ticket that is valid is typeset, which takes long where nothing is optimised: only now and then.
    [&["paid"][..], &["paid", "paid"], &["paid", "paid", "paid"], &["on-site"], &["paid"], &["paid", "on-site"]]
        [number % 6]
}

/// Waits until what the killed process had begun is taken back, or was committed after all.
async fn settled(app: &App) {
    if !is_postgres() {
        return;
    }
    let begun = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state <> 'idle' AND pid <> pg_backend_pid()";
    until("the end of the killed process's transactions", async || (number(app, begun).await == 0).then_some(())).await;
}

/// Lets the clients order, and kills the program at a random moment after so many answers. Gives the Message-IDs of the
/// mails that were just then on their way.
async fn round(app: &App, clients: &Clients, process: Process, token: &str) -> Vec<String> {
    let chance = Chance::system();
    let enough = clients.answers.load(Ordering::Relaxed) + 10 + usize::try_from(chance.below(60)).expect("few");
    let shop = Shop::new(&process, token);
    let mut running = JoinSet::new();
    for _ in 0..CLIENTS {
        running.spawn(clients.clone().shop(shop.clone()));
    }
    until("enough answers", async || (clients.answers.load(Ordering::Relaxed) >= enough).then_some(())).await;
    // No condition: the moment is to be a random one.
    tokio::time::sleep(Duration::from_millis(chance.below(150))).await;
    process.kill().await;
    running.join_all().await;
    settled(app).await;
    texts(app, "SELECT message_id FROM message WHERE state = 'sending'").await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_that_was_answered_is_lost_however_often_the_program_is_killed() {
    run(async |app| {
        let token = congress::open(app, SEATS).await;
        congress::lay_quota(app, "house", SEATS, &["paid", "on-site"]).await;
        let place = place(app);
        let clients = Clients::new();
        let mut interrupted = BTreeSet::new();
        for _ in 0..ROUNDS {
            let process = place.serve(&["serve"]).await;
            interrupted.extend(round(app, &clients, process, &token).await);
        }
        let process = place.serve(&["serve", "--no-jobs"]).await;
        let shop = Shop::new(&process, &token);
        while let Some(number) = clients.know(|known| known.open.pop_first()) {
            assert!(clients.send(&shop, number).await, "the program lives");
        }
        let known = std::mem::take(&mut *clients.known.lock().expect("what is known"));
        assert!(known.wrong.is_empty(), "answered with something else: {:?}", known.wrong);
        assert!(known.placed.len() > ROUNDS * 10 && known.refused > 0, "it was ordered, and sold out");
        everything_is_there(app, &shop, &known).await;
        process.kill().await;

        // The leases of the killed processes are over, and their jobs begin again.
        app.advance(TimeDelta::minutes(3));
        app.run_jobs().await;
        every_mail_arrived(app, &known, &interrupted).await;
    })
    .await;
}

/// Every order that was answered, once, with its people; and of those that were not answered, none twice.
async fn everything_is_there(app: &App, shop: &Shop, known: &Known) {
    for (number, placed) in &known.placed {
        let found = shop.get(&format!("/orders/{}", placed.code())).await;
        assert_eq!(found.status, 200, "order {number} is there");
        for part in ["code", "secret", "buyer"] {
            assert_eq!(found.body[part], placed.body[part], "order {number} is as it was answered");
        }
        let people = |answer: &Answer| -> Vec<_> {
            let all = answer.body["attendees"].as_array().expect("attendees").iter();
            all.map(|a| (a["id"].clone(), a["email"].clone(), a["ticket"]["number"].clone())).collect()
        };
        assert_eq!(people(&found), people(placed), "order {number} has its people");
        let cancelled =
            found.body["attendees"].as_array().expect("attendees").iter().all(|a| a["state"] == "cancelled");
        assert!(cancelled || !known.cancelled.contains(number), "order {number} stays cancelled");
    }
    let buyers = texts(app, "SELECT m.address FROM \"order\" o JOIN mailbox m ON m.id = o.mailbox_id").await;
    let once: BTreeSet<&String> = buyers.iter().collect();
    assert_eq!(once.len(), buyers.len(), "no order is there twice, also not one that was sent again with its key");
    for slug in ["seats", "house"] {
        let quota = shop.quota(slug).await;
        let n = |value: &Value| value.as_i64().expect("a number");
        assert!(n(&quota["taken"]) <= i64::from(SEATS), "{quota}");
        let held = n(&quota["why"]["sold"]) + n(&quota["why"]["paying"]);
        assert_eq!(held, n(&quota["taken"]), "every seat that is taken is somebody's: {quota}");
    }
}

/// One Message-ID for each mail; and only what was under way when the program was killed came twice.
async fn every_mail_arrived(app: &App, known: &Known, interrupted: &BTreeSet<String>) {
    let unsent = texts(
        app,
        "SELECT kind || ' ' || state || ' ' || coalesce(answer, '') FROM message WHERE state <> 'sent' \
         AND NOT (kind = 'registration.order' AND state = 'dropped')",
    )
    .await;
    assert_eq!(unsent, Vec::<String>::new(), "everything was sent, but tickets of orders that were cancelled before");
    let mails = by_address(&app.smtp.mails());
    let ended = texts(
        app,
        "SELECT m.address FROM \"order\" o JOIN mailbox m ON m.id = o.mailbox_id WHERE o.state = 'cancelled'",
    )
    .await;
    for (number, placed) in &known.placed {
        let people = placed.body["attendees"].as_array().expect("attendees").len();
        for address in addresses(*number, people) {
            let ids = mails.get(&address).map_or(0, BTreeMap::len);
            if ended.contains(&buyer(*number)) {
                assert!(
                    (1..=2).contains(&ids),
                    "{address} is told of the cancellation, and once of the order at most: {ids}"
                );
            } else {
                assert_eq!(ids, 1, "{address} has its ticket under one Message-ID");
            }
        }
    }
    for (id, times) in mails.values().flatten() {
        let bare = id.trim_matches(['<', '>']).to_owned();
        assert!(*times == 1 || interrupted.contains(&bare), "{id} came {times} times, and nothing had interrupted it");
        assert!(*times <= 1 + ROUNDS, "{id} came {times} times");
    }
    assert!(mails.keys().any(|address| address.ends_with("@delbrueck.example")), "{SLUG} writes mails");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_migration_that_is_killed_is_begun_anew_and_ends_well() {
    let chance = Chance::system();
    for _ in 0..12 {
        let (url, _lease) = empty().await;
        let place = Place::on(&url);
        let first = place.start(&["migrate"]);
        // No condition: the moment is to be a random one.
        tokio::time::sleep(Duration::from_millis(chance.below(60))).await;
        first.kill().await;
        let second = place.run(&["migrate"]).await;
        assert_eq!((second.code, second.err.as_str()), (Some(0), ""), "{second:?}");
        assert_eq!(place.run(&["token", "add", "box office", "--permission", "orders.read"]).await.code, Some(0));
    }
}
