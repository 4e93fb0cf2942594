//! One line of the log and one figure for each request. Both name the route, never the path: there are secrets in paths,
//! and there is no end of them.

use crate::arrival::RequestId;
use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use http::Method;
use metrics::{counter, gauge, histogram};
use std::time::Instant;
use tracing::{Instrument, debug, info, info_span};

const IN_FLIGHT: &str = "kongress_http_requests_in_flight";

/// A request that has no answer yet. Its client may be gone before there is one.
struct InFlight;

impl InFlight {
    fn new() -> Self {
        gauge!(IN_FLIGHT).increment(1);
        Self
    }
}

impl Drop for InFlight {
    fn drop(&mut self) {
        gauge!(IN_FLIGHT).decrement(1);
    }
}

/// The layer.
pub(crate) async fn measure(request: Request, next: Next) -> Response {
    let (began, in_flight) = (Instant::now(), InFlight::new());
    let route = request.extensions().get::<MatchedPath>().map_or_else(|| "none".to_owned(), |m| m.as_str().to_owned());
    let method = known(request.method());
    let id = request.extensions().get::<RequestId>().map_or("", |id| id.0.as_str());
    let span = info_span!("request", id, method, route);
    span.in_scope(|| debug!("begun"));
    let response = next.run(request).instrument(span.clone()).await;
    drop(in_flight);
    let (taken, status) = (began.elapsed(), response.status().as_u16());
    span.in_scope(|| {
        let ms = taken.as_micros() as f64 / 1000.0;
        // Asked every few seconds by machines.
        if [address::Health::ROUTE, address::Metrics::ROUTE].iter().any(|r| r.pattern() == route) && status < 500 {
            debug!(status, ms, "answered");
        } else {
            info!(status, ms, "answered");
        }
    });
    let class = format!("{}xx", status / 100);
    counter!("kongress_http_requests_total", "method" => method, "route" => route.clone(), "status" => class)
        .increment(1);
    histogram!("kongress_http_request_seconds", "method" => method, "route" => route).record(taken.as_secs_f64());
    response
}

/// Anyone may invent methods.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}
