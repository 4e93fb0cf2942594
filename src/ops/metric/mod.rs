//! `GET /metrics`: how fast and how well it runs, as Prometheus reads it (text format 0.0.4). No names, no addresses, no
//! paths: routes, kinds, states and short names of congresses.
//!
//! What happens in this process is counted where it happens ([`metrics`]); what is in the database is asked for at most
//! every few seconds, however often somebody scrapes.

mod process;
mod record;
mod stored;
mod text;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::header::CONTENT_TYPE;
use std::sync::Arc;
use std::time::{Duration, Instant};
use store::Store;
use tokio::sync::Mutex;
use tokio::time::timeout;
use web::{Access, Routes};

pub use record::start;

/// So long the figures of the database are good.
const FRESH: Duration = Duration::from_secs(10);
/// A database that takes longer does not hold up the rest.
const PATIENCE: Duration = Duration::from_secs(5);

/// The last figures of the database.
#[derive(Default)]
struct Kept(Mutex<Option<(Instant, String)>>);

pub fn routes() -> Routes {
    let kept = Arc::<Kept>::default();
    Routes::new().get(address::Metrics::ROUTE, Access::Operator, move |state| show(state, Arc::clone(&kept)))
}

async fn show(State(state): State<web::State>, kept: Arc<Kept>) -> Response {
    let body = [record::render(), process::render(&state.store), kept.get(&state.store).await].concat();
    ([(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], body).into_response()
}

impl Kept {
    /// Of several that ask at once one reads, and the others wait for it. While the database is away, the figures that
    /// are known, and that it is.
    async fn get(&self, store: &Store) -> String {
        let mut kept = self.0.lock().await;
        let mut up = true;
        if kept.as_ref().is_none_or(|(at, _)| at.elapsed() >= FRESH) {
            match timeout(PATIENCE, stored::render(store)).await {
                Ok(Ok(figures)) => *kept = Some((Instant::now(), figures)),
                Ok(Err(e)) => {
                    tracing::warn!("figures for /metrics: {e}");
                    up = false;
                }
                Err(_) => {
                    tracing::warn!("figures for /metrics: no answer within {PATIENCE:?}");
                    up = false;
                }
            }
        }
        let mut out = text::Text::new();
        out.family("kongress_database_up", "gauge", "Whether the database answered when it was asked last.");
        out.line(&[], f64::from(u8::from(up)));
        let known = kept.as_ref().map(|(_, figures)| figures.as_str()).unwrap_or_default();
        out.done() + known
    }
}
