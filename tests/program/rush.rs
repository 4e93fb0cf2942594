//! Everybody at once after the last seats.

use super::congress::{self, SLUG, Shop, number, order, place};
use super::process::Process;
use crate::kit::{App, run};
use base::Chance;
use scraper::{Html, Selector};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tokio::task::JoinSet;

const BUYERS: usize = 400;
const SEATS: i32 = 50;

/// How many of each answer.
fn counted(answers: &[(u16, String)]) -> BTreeMap<(u16, &str), usize> {
    let mut counts = BTreeMap::new();
    for (status, told) in answers {
        *counts.entry((*status, told.as_str())).or_default() += 1;
    }
    counts
}

async fn serve(app: &App) -> (Process, Shop) {
    let token = congress::open(app, SEATS).await;
    let process = place(app).serve(&["serve", "--no-jobs"]).await;
    let shop = Shop::new(&process, &token);
    (process, shop)
}

/// The last seat is sold once, and the books say so.
async fn sold_out_to_the_seat(app: &App, shop: &Shop) {
    let seats = shop.quota("seats").await;
    let expected =
        json!({ "size": SEATS, "taken": SEATS, "free": 0, "why": { "sold": SEATS, "paying": 0, "held": 0 } });
    for (part, value) in expected.as_object().expect("an object") {
        assert_eq!(&seats[part], value, "{part} of {seats}");
    }
    let rows = number(app, "SELECT count(*) FROM attendee WHERE state = 'valid'").await;
    let claims = number(app, "SELECT count(*) FROM claim WHERE freed_at IS NULL").await;
    let orders = number(app, "SELECT count(*) FROM \"order\"").await;
    assert_eq!((rows, claims, orders), (50, 50, 50), "attendees, claims and orders");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn four_hundred_programs_get_fifty_seats() {
    run(async |app| {
        let (_process, shop) = serve(app).await;
        let mut buyers = JoinSet::new();
        for n in 0..BUYERS {
            let shop = shop.clone();
            buyers.spawn(async move {
                let answer = shop.order(&order(n, &["on-site"], false), None).await.expect("an answer");
                let quota = answer.body["quota"].as_str().unwrap_or_default();
                (answer.status, format!("{} {quota}", answer.problem()).trim().to_owned())
            });
        }
        let answers = buyers.join_all().await;
        assert_eq!(counted(&answers), BTreeMap::from([((201, ""), 50), ((409, "sold-out seats"), 350)]));
        sold_out_to_the_seat(app, &shop).await;
    })
    .await;
}

/// A browser: opens the form, fills it in, sends it. Gives the status and the page that follows.
async fn register(url: String, n: usize) -> (u16, String) {
    let http = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .cookie_store(true)
        .build()
        .expect("a browser");
    let form = format!("{url}/{SLUG}/tickets");
    let page = http.get(&form).send().await.expect("the form").text().await.expect("a page");
    let Some(placement) = placement(&page) else { return (0, page) };
    let email = format!("guest-{n}@delbrueck.example");
    let fields = [
        ("placement", placement.as_str()),
        ("buyer", "person"),
        ("buyer-name", "Petra Kemper"),
        ("buyer-email", &email),
        ("self", "on"),
        ("category-1", "on-site"),
        ("language-1", "de"),
        ("terms", "on"),
        ("action", "place"),
    ];
    let sent = http.post(&form).form(&fields).send().await.expect("an answer");
    let status = sent.status().as_u16();
    if status != 303 {
        return (status, sent.text().await.expect("a page"));
    }
    let order = sent.headers()["location"].to_str().expect("an address").to_owned();
    let order = http.get(format!("{url}{order}")).send().await.expect("the order");
    assert_eq!(order.status(), 200, "the order's own page");
    (status, order.text().await.expect("a page"))
}

fn placement(page: &str) -> Option<String> {
    let page = Html::parse_document(page);
    let input = Selector::parse("input[name=placement]").expect("a selector");
    page.select(&input).next()?.value().attr("value").map(str::to_owned)
}

fn words(page: &str, selector: &str) -> String {
    let page = Html::parse_document(page);
    let selector = Selector::parse(selector).expect("a selector");
    page.select(&selector).flat_map(|e| e.text()).collect::<Vec<_>>().join(" ")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn four_hundred_people_get_fifty_seats_and_the_others_a_kind_page() {
    run(async |app| {
        let (process, shop) = serve(app).await;
        let mut people = JoinSet::new();
        for n in 0..BUYERS {
            people.spawn(register(process.url.clone(), n));
        }
        let pages = people.join_all().await;
        let (got, rest): (Vec<_>, Vec<_>) = pages.into_iter().partition(|(status, _)| *status == 303);
        assert_eq!(got.len(), 50, "who got a seat");
        for (status, page) in &rest {
            assert_eq!(*status, 409, "{page}");
            assert!(
                words(page, "main [role=alert]").contains("ausgebucht"),
                "it says what happened: {}",
                words(page, "main")
            );
            assert!(placement(page).is_some(), "the form is there to choose another ticket");
        }
        sold_out_to_the_seat(app, &shop).await;
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn big_orders_over_two_quotas_never_wait_for_each_other_in_a_circle() {
    run(async |app| {
        let (_process, shop) = serve(app).await;
        congress::lay_quota(app, "house", 70, &["on-site", "online"]).await;
        let chance = Chance::system();
        let mut orders = JoinSet::new();
        for n in 0..120 {
            let size = 1 + chance.below(5);
            let mut categories = vec![];
            for _ in 0..size {
                categories.push(if chance.below(2) == 0 { "on-site" } else { "online" });
            }
            let (shop, cancels) = (shop.clone(), chance.below(3) == 0);
            orders.spawn(async move {
                let placed = shop.order(&order(n, &categories, false), None).await.expect("an answer");
                if placed.status != 201 || !cancels {
                    return vec![(placed.status, placed.problem().to_owned())];
                }
                let ended = shop.cancel(&placed.code(), None).await.expect("an answer");
                vec![(placed.status, String::new()), (ended.status, ended.problem().to_owned())]
            });
        }
        let answers = orders.join_all().await.concat();
        let counts = counted(&answers);
        let known = [(200, ""), (201, ""), (409, "sold-out")];
        assert!(counts.keys().all(|answer| known.contains(answer)), "no deadlock comes through: {counts:?}");
        for slug in ["seats", "house"] {
            let quota = shop.quota(slug).await;
            assert_eq!(quota["taken"], quota["why"]["sold"], "{quota}");
            assert!(quota["taken"].as_i64() <= quota["size"].as_i64(), "{quota}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_people_of_one_order_cancel_at_once_and_the_order_knows() {
    run(async |app| {
        let (_process, shop) = serve(app).await;
        for n in 0..10 {
            let placed = shop
                .order(&order(n, &["paid", "paid", "paid", "paid", "on-site"], false), None)
                .await
                .expect("an answer");
            let code = placed.code();
            let people: Vec<String> = placed.body["attendees"]
                .as_array()
                .expect("attendees")
                .iter()
                .map(|a| a["id"].as_str().expect("an id").to_owned())
                .collect();
            let mut leaving = JoinSet::new();
            for id in people {
                let (shop, code) = (shop.clone(), code.clone());
                leaving.spawn(async move { shop.cancel(&code, Some(&[&id])).await.expect("an answer").status });
            }
            assert_eq!(leaving.join_all().await, [200; 5], "each may leave");
            let order = shop.get(&format!("/orders/{code}")).await.body;
            assert_eq!(
                (&order["state"], &order["total"]["amount"]),
                (&Value::from("cancelled"), &Value::from(0)),
                "{order}"
            );
        }
        assert_eq!(shop.quota("seats").await["taken"], 0);
        app.run_jobs().await;
    })
    .await;
}
