//! Clients that order, scan and look, and how long each has to wait.

use crate::Outcome;
use crate::server::Server;
use base::Chance;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// The congress that is measured.
pub const SLUG: &str = "bench";

/// How long each of many took.
pub struct Times {
    sorted: Vec<Duration>,
    span: Duration,
}

impl Times {
    pub fn count(&self) -> usize {
        self.sorted.len()
    }

    /// How many a second.
    pub fn rate(&self) -> f64 {
        self.sorted.len() as f64 / self.span.as_secs_f64()
    }

    /// What so many of a hundred did not exceed, in milliseconds.
    pub fn percentile(&self, percent: usize) -> f64 {
        let at = (self.sorted.len() * percent / 100).min(self.sorted.len().saturating_sub(1));
        self.sorted.get(at).map_or(f64::NAN, |t| t.as_secs_f64() * 1000.0)
    }
}

/// Does something over and over with so many clients, each as soon as it was answered, until the time is over or
/// nothing is left to do.
pub async fn many<F>(
    clients: usize,
    span: Duration,
    once: impl Fn(usize) -> F + Send + Sync + 'static,
) -> Outcome<Times>
where
    F: Future<Output = Outcome<bool>> + Send + 'static,
{
    let begun = Instant::now();
    let shared = Arc::new((once, AtomicUsize::new(0)));
    let mut running = JoinSet::new();
    for _ in 0..clients {
        let shared = Arc::clone(&shared);
        running.spawn(async move {
            let (once, number) = &*shared;
            let mut times = vec![];
            while begun.elapsed() < span {
                let sent = Instant::now();
                if !once(number.fetch_add(1, Ordering::Relaxed)).await? {
                    break;
                }
                times.push(sent.elapsed());
            }
            Ok::<_, Box<dyn std::error::Error + Send + Sync>>(times)
        });
    }
    let mut sorted = vec![];
    while let Some(times) = running.join_next().await {
        sorted.extend(times??);
    }
    let span = begun.elapsed();
    sorted.sort_unstable();
    Ok(Times { sorted, span })
}

/// Reads a page over and over.
pub async fn get(url: &str, clients: usize, span: Duration) -> Outcome<Times> {
    let (http, url) = (reqwest::Client::new(), url.to_owned());
    many(clients, span, move |_| {
        let request = http.get(&url);
        async move {
            request.send().await?.error_for_status()?.bytes().await?;
            Ok(true)
        }
    })
    .await
}

/// A program that orders and scans. Clones share the tickets.
#[derive(Clone)]
pub struct Shop {
    http: reqwest::Client,
    base: String,
    token: String,
    /// Of the orders so far.
    tickets: Arc<Mutex<Vec<String>>>,
}

impl Shop {
    /// With a ticket and more seats than can be sold.
    pub async fn open(server: &Server) -> Outcome<Self> {
        let base = format!("{}/api/v1/congresses/{SLUG}", server.url());
        let shop = Self { http: reqwest::Client::new(), base, token: server.token.clone(), tickets: Arc::default() };
        let name = json!({ "de": "Vor Ort", "en": "On site" });
        let category =
            json!({ "slug": "on-site", "name": name, "place": "on_site", "price": { "amount": 0, "currency": "EUR" } });
        shop.post("categories", &category).send().await?.error_for_status()?;
        let quota = json!({ "slug": "seats", "name": "Saal", "size": 1_000_000, "categories": ["on-site"] });
        shop.post("quotas", &quota).send().await?.error_for_status()?;
        Ok(shop)
    }

    fn post(&self, path: &str, body: &Value) -> reqwest::RequestBuilder {
        self.http.post(format!("{}/{path}", self.base)).bearer_auth(&self.token).json(body)
    }

    /// One order for one person, with mails to be written.
    pub fn order(&self, n: usize) -> impl Future<Output = Outcome<bool>> + Send + use<> {
        let email = format!("guest-{n}@delbrueck.example");
        let order = json!({
            "buyer": { "kind": "person", "name": "Petra Kemper", "email": email },
            "attendees": [{ "category": "on-site", "given_name": "Petra", "family_name": "Kemper", "email": email }],
        });
        let (request, tickets) = (self.post("orders", &order), Arc::clone(&self.tickets));
        async move {
            let placed: Value = request.send().await?.error_for_status()?.json().await?;
            let ticket = placed["attendees"][0]["ticket"]["qr"].as_str().ok_or("no ticket")?.to_owned();
            tickets.lock().map_err(|_| "the tickets")?.push(ticket);
            Ok(true)
        }
    }

    /// One scan of a ticket that was not scanned yet, while there are any.
    pub fn scan(&self) -> impl Future<Output = Outcome<bool>> + Send + use<> {
        let ticket = self.tickets.lock().ok().and_then(|mut tickets| tickets.pop());
        let nonce = Chance::system().opaque_id();
        let request = ticket.map(|ticket| self.post("check-ins", &json!({ "ticket": ticket, "nonce": nonce })));
        async move {
            let Some(request) = request else { return Ok(false) };
            let told: Value = request.send().await?.error_for_status()?.json().await?;
            // The congress is years ahead: every ticket is too early, and the scan is written all the same.
            if told["status"].is_string() { Ok(true) } else { Err(format!("no verdict: {told}").into()) }
        }
    }

    /// What was fast was also right.
    pub async fn check(&self, orders: usize, scans: usize) -> Outcome<()> {
        let quotas = self.http.get(format!("{}/quotas", self.base)).bearer_auth(&self.token).send().await?;
        let quotas: Value = quotas.error_for_status()?.json().await?;
        let taken = quotas["items"][0]["taken"].as_u64().unwrap_or_default();
        if usize::try_from(taken)? == orders && scans > 0 {
            return Ok(());
        }
        Err(format!("{orders} orders were answered and {taken} seats are taken").into())
    }
}
