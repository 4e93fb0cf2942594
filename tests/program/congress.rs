//! A congress for many at once, the programs that order there, and what must be true afterwards.

use super::process::{Place, Process, until};
use crate::kit::{App, smtp::Received};
use base::{Actor, Permission, Uuid};
use identity::service::api_token::add_api_token;
use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use ticketing::service::quota::NewQuota;

/// The congress of these tests.
pub const SLUG: &str = "owl";

/// A congress with so many seats, and the token of a program that may do everything with its orders.
pub async fn open(app: &App, seats: i32) -> String {
    app.congress(SLUG, seats).await;
    let permissions = [
        Permission::OrdersRead,
        Permission::OrdersWrite,
        Permission::CongressRead,
        Permission::CongressWrite,
        Permission::CheckInsWrite,
    ];
    add_api_token(&app.store, &Actor::system(), "box office", None, &permissions).await.expect("a token").secret
}

/// A quota over these categories.
pub async fn lay_quota(app: &App, slug: &str, size: i32, categories: &[&str]) {
    let congress = ::congress::query::by_slug(app.store.read(), SLUG).await.expect("reads").expect("the congress");
    let categories = categories.iter().map(|c| (*c).to_owned()).collect();
    let tx = app.store.begin().await.expect("begins");
    let new = NewQuota { slug: slug.into(), name: slug.into(), size: Some(size), categories };
    registration::service::quota::add(&tx, &Actor::system(), congress.id, new).await.expect("a quota");
    tx.commit().await.expect("commits");
}

/// Where a process finds the app's database and mail server.
pub fn place(app: &App) -> Place {
    Place::on(&app.database().url).mailing(&app.smtp.url())
}

/// A program that orders over HTTP.
#[derive(Clone)]
pub struct Shop {
    http: reqwest::Client,
    base: String,
    token: String,
}

/// An answer of the API.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    pub body: Value,
}

impl Answer {
    /// `/problems/…` without its beginning; nothing if it is no problem.
    pub fn problem(&self) -> &str {
        self.body["type"].as_str().and_then(|t| t.strip_prefix("/problems/")).unwrap_or_default()
    }

    pub fn code(&self) -> String {
        self.body["code"].as_str().expect("an order").to_owned()
    }
}

impl Shop {
    pub fn new(process: &Process, token: &str) -> Self {
        let base = format!("{}/api/v1/congresses/{SLUG}", process.url);
        Self { http: reqwest::Client::new(), base, token: token.into() }
    }

    /// With a connection for each request, so that none is one that the server was just closing.
    pub fn unpooled(process: &Process, token: &str) -> Self {
        let http = reqwest::Client::builder().pool_max_idle_per_host(0).build().expect("a client");
        Self { http, ..Self::new(process, token) }
    }

    /// Sends an order. `None`: the connection ended without an answer.
    pub async fn order(&self, order: &Value, key: Option<&str>) -> Option<Answer> {
        let mut request = self.http.post(format!("{}/orders", self.base)).bearer_auth(&self.token).json(order);
        if let Some(key) = key {
            request = request.header("idempotency-key", key);
        }
        answer(request).await
    }

    pub async fn cancel(&self, code: &str, attendees: Option<&[&str]>) -> Option<Answer> {
        let body = json!({ "attendees": attendees, "reason": "verhindert" });
        answer(self.http.post(format!("{}/orders/{code}/cancellation", self.base)).bearer_auth(&self.token).json(&body))
            .await
    }

    pub async fn get(&self, path: &str) -> Answer {
        answer(self.http.get(format!("{}{path}", self.base)).bearer_auth(&self.token)).await.expect("an answer")
    }

    /// A quota as programs see it.
    pub async fn quota(&self, slug: &str) -> Value {
        let quotas = self.get("/quotas").await.body;
        quotas["items"].as_array().expect("quotas").iter().find(|q| q["slug"] == slug).expect("the quota").clone()
    }
}

async fn answer(request: reqwest::RequestBuilder) -> Option<Answer> {
    let response = request.send().await.ok()?;
    let status = response.status().as_u16();
    let bytes = response.bytes().await.ok()?;
    Some(Answer { status, body: serde_json::from_slice(&bytes).expect("JSON") })
}

/// An order whose people all have addresses that no other order has: `buyer-7@…`, `guest-7-1@…`.
pub fn order(number: usize, categories: &[&str], notify: bool) -> Value {
    let attendee = |(n, category): (usize, &&str)| {
        json!({ "category": category, "given_name": format!("Gast {n}"), "family_name": format!("Nummer {number}"),
                "email": format!("guest-{number}-{n}@delbrueck.example") })
    };
    json!({
        "buyer": { "kind": "public_body", "name": "Petra Kemper", "email": buyer(number), "organisation": "Stadt Delbrück" },
        "language": "de",
        "notify": notify,
        "attendees": categories.iter().enumerate().map(attendee).collect::<Vec<_>>(),
    })
}

/// Two people. Every eighth order has a ticket to typeset, which takes long where nothing is optimised; the others await
/// their payment and are written quickly.
pub fn pair(number: usize) -> &'static [&'static str] {
    if number.is_multiple_of(8) { &["on-site", "paid"] } else { &["paid", "paid"] }
}

pub fn buyer(number: usize) -> String {
    format!("buyer-{number}@delbrueck.example")
}

/// All addresses of an order of [`order`].
pub fn addresses(number: usize, people: usize) -> BTreeSet<String> {
    (0..people).map(|n| format!("guest-{number}-{n}@delbrueck.example")).chain([buyer(number)]).collect()
}

/// Who got mails under which Message-IDs, and how often each.
pub fn by_address(mails: &[Received]) -> BTreeMap<String, BTreeMap<String, usize>> {
    let mut all: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    for mail in mails {
        let id = mail.header("Message-ID").expect("a Message-ID");
        *all.entry(mail.to.clone()).or_default().entry(id).or_default() += 1;
    }
    all
}

/// Fails when a mail arrived twice.
#[track_caller]
pub fn assert_none_doubled(mails: &[Received]) {
    let doubled: Vec<_> =
        by_address(mails).into_iter().filter(|(_, ids)| ids.len() != 1 || ids.values().any(|n| *n != 1)).collect();
    assert!(doubled.is_empty(), "each address gets one mail, once: {doubled:?}");
}

/// The first column of each row.
pub async fn texts(app: &App, sql: &str) -> Vec<String> {
    let backend = app.store.read().get_database_backend();
    let rows = app.store.read().query_all_raw(Statement::from_string(backend, sql)).await.expect("rows");
    rows.into_iter().map(|row| row.try_get_by_index(0).expect("a text")).collect()
}

/// The ids in the first column of each row.
pub async fn ids(app: &App, sql: &str) -> Vec<Uuid> {
    let backend = app.store.read().get_database_backend();
    let rows = app.store.read().query_all_raw(Statement::from_string(backend, sql)).await.expect("rows");
    rows.into_iter().map(|row| row.try_get_by_index(0).expect("an id")).collect()
}

/// The number that a statement gives.
pub async fn number(app: &App, sql: &str) -> i64 {
    let backend = app.store.read().get_database_backend();
    let row = app.store.read().query_one_raw(Statement::from_string(backend, sql)).await.expect("counts");
    row.expect("a row").try_get_by_index(0).expect("a number")
}

/// Waits until no job is ready or running, in whatever process.
pub async fn jobs_done(app: &App) {
    until("the end of the jobs", async || {
        (number(app, "SELECT count(*) FROM job WHERE state IN ('ready', 'running')").await == 0).then_some(())
    })
    .await;
}
