//! How often one may guess. Counted in this process, by the client's address *and* what is guessed at, wherever a request
//! names it: a town hall shares one address, and none of its people may lock out the others. Placing orders is never
//! limited.

use crate::client::household;
use crate::fault::Fault;
use crate::visit::Visit;
use axum::body::{Body, to_bytes};
use axum::extract::{FromRequestParts, RawPathParams, Request};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use governor::clock::{Clock, DefaultClock, QuantaInstant, Reference};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use http::StatusCode;
use http::request::Parts;
use std::collections::HashMap;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// The largest form whose object is looked at; larger ones no form of ours sends.
const MAX_FORM: usize = 64 * 1024;
/// After so many requests, what is long past is forgotten.
const TIDY: u32 = 512;
/// How much of a secret says what it is guessed at: `7h4kq2-1` of an attendee's own link.
const NAME_OF_SECRET: usize = 8;

/// A limit for one route: so many a minute, at once or spread.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    per_minute: NonZeroU32,
    counts: Counts,
    object: Object,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Counts {
    Every,
    Failures,
    Nowhere,
}

#[derive(Clone, Copy, Debug)]
enum Object {
    Nothing,
    Field(&'static str),
    Variable(&'static str),
    Link,
}

impl Limit {
    /// Counts every request: for what sends a mail.
    pub fn every(per_minute: u32) -> Self {
        Self::new(per_minute, Counts::Every, Object::Nothing)
    }

    /// Counts the requests that are answered with 4xx: for what can be guessed. Who guesses right is never limited.
    pub fn failures(per_minute: u32) -> Self {
        Self::new(per_minute, Counts::Failures, Object::Nothing)
    }

    /// Counts the links to one object that lead nowhere (404, 410). Secrets have 128 bits and are not guessed; this ends
    /// the trying. Only what the object's link names in clear is shut for a moment, and only for that client: the order's
    /// code, or the first characters of the secret. A form behind a link may be wrong as often as one likes.
    pub(crate) fn links(per_minute: u32) -> Self {
        Self::new(per_minute, Counts::Nowhere, Object::Link)
    }

    fn new(per_minute: u32, counts: Counts, object: Object) -> Self {
        let per_minute = NonZeroU32::new(per_minute).unwrap_or(NonZeroU32::MIN);
        Self { per_minute, counts, object }
    }

    /// Whether an answer is one of those that count.
    fn counts(&self, status: StatusCode) -> bool {
        match self.counts {
            Counts::Every => true,
            Counts::Failures => status.is_client_error() && status != StatusCode::TOO_MANY_REQUESTS,
            Counts::Nowhere => [StatusCode::NOT_FOUND, StatusCode::GONE].contains(&status),
        }
    }

    /// The object is a field of the form: the e-mail address at the log-in.
    #[must_use]
    pub fn by_field(mut self, name: &'static str) -> Self {
        self.object = Object::Field(name);
        self
    }

    /// The object is a variable of the path: the code of an order.
    #[must_use]
    pub fn by_variable(mut self, name: &'static str) -> Self {
        self.object = Object::Variable(name);
        self
    }
}

type Key = (IpAddr, String);

/// The state of a limit.
pub(crate) struct Counter {
    limit: Limit,
    limiter: DefaultKeyedRateLimiter<Key>,
    shut: Mutex<HashMap<Key, QuantaInstant>>,
    running: Mutex<HashMap<Key, u32>>,
    requests: AtomicU32,
}

/// A guess that is being looked at. Dropped when it is answered, or when the client went away.
struct Running<'a>(&'a Counter, Key);

impl Drop for Running<'_> {
    fn drop(&mut self) {
        let mut running = self.0.running.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(n) = running.get_mut(&self.1) {
            *n -= 1;
            if *n == 0 {
                running.remove(&self.1);
            }
        }
    }
}

impl Counter {
    pub(crate) fn new(limit: Limit) -> Self {
        let limiter = RateLimiter::keyed(Quota::per_minute(limit.per_minute));
        Self { limit, limiter, shut: Mutex::default(), running: Mutex::default(), requests: AtomicU32::new(0) }
    }

    /// The layer around one handler.
    pub(crate) async fn check(self: Arc<Self>, request: Request, next: Next) -> Response {
        let (key, request) = match self.key(request).await {
            Ok((Some(key), request)) => (key, request),
            Ok((None, request)) => return next.run(request).await,
            Err(fault) => return fault.into_response(),
        };
        self.tidy();
        if let Some(seconds) = self.closed(&key) {
            return Fault::too_many(seconds).into_response();
        }
        if self.limit.counts == Counts::Every {
            return match self.count(&key) {
                Ok(()) => next.run(request).await,
                Err(seconds) => Fault::too_many(seconds).into_response(),
            };
        }
        let Some(running) = self.begin(&key) else { return Fault::too_many(1).into_response() };
        let response = next.run(request).await;
        drop(running);
        if self.limit.counts(response.status()) {
            // The answer to this one stands; the next is refused.
            let _ = self.count(&key);
        }
        response
    }

    /// Failures are known only afterwards, so what is guessed at is not guessed at more often at once than in a minute.
    /// Where nothing is named, or by links, a whole house looks at its pages at once, and may.
    fn begin(&self, key: &Key) -> Option<Running<'_>> {
        let guessed = matches!(self.limit.object, Object::Field(_) | Object::Variable(_));
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        let n = running.entry(key.clone()).or_default();
        if guessed && *n >= self.limit.per_minute.get() {
            return None;
        }
        *n += 1;
        Some(Running(self, key.clone()))
    }

    /// Counts one. When that was too many, says for how many seconds nothing more is taken.
    fn count(&self, key: &Key) -> Result<(), u64> {
        self.limiter.check_key(key).map_err(|until| {
            let now = self.limiter.clock().now();
            self.shut.lock().unwrap_or_else(PoisonError::into_inner).insert(key.clone(), until.earliest_possible());
            until.wait_time_from(now).as_secs() + 1
        })
    }

    fn closed(&self, key: &Key) -> Option<u64> {
        let now = DefaultClock::default().now();
        let shut = self.shut.lock().unwrap_or_else(PoisonError::into_inner);
        let until = shut.get(key).filter(|until| **until > now)?;
        Some(u64::from(until.duration_since(now)) / 1_000_000_000 + 1)
    }

    fn tidy(&self) {
        if self.requests.fetch_add(1, Ordering::Relaxed) % TIDY == TIDY - 1 {
            self.limiter.retain_recent();
            let now = self.limiter.clock().now();
            self.shut.lock().unwrap_or_else(PoisonError::into_inner).retain(|_, until| *until > now);
        }
    }

    /// What is counted; `None` for requests from inside the program.
    async fn key(&self, request: Request) -> Result<(Option<Key>, Request), Fault> {
        let client = request.extensions().get::<Visit>().and_then(|visit| visit.client);
        let Some(client) = client.map(household) else { return Ok((None, request)) };
        let (mut parts, body) = request.into_parts();
        let (object, body) = match self.limit.object {
            Object::Nothing => (String::new(), body),
            Object::Variable(name) => (variable(&mut parts, name).await.unwrap_or_default(), body),
            Object::Link => {
                let mut named = None;
                for name in ["code", "secret", "token"] {
                    named = named.or(variable(&mut parts, name).await);
                }
                (named.unwrap_or_default().chars().take(NAME_OF_SECRET).collect(), body)
            }
            Object::Field(name) => {
                let bytes =
                    to_bytes(body, MAX_FORM).await.map_err(|_| Fault::of_status(StatusCode::PAYLOAD_TOO_LARGE))?;
                let value =
                    form_urlencoded::parse(&bytes).find(|(n, _)| n == name).map(|(_, v)| v.trim().to_lowercase());
                (value.unwrap_or_default(), Body::from(bytes))
            }
        };
        Ok((Some((client, object)), Request::from_parts(parts, body)))
    }
}

/// A variable of the path, in lower case.
async fn variable(parts: &mut Parts, name: &str) -> Option<String> {
    let params = RawPathParams::from_request_parts(parts, &()).await.ok()?;
    params.iter().find(|(n, _)| *n == name).map(|(_, value)| value.to_lowercase())
}
