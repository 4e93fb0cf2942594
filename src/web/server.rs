//! The layers around all routes, in their order.

use crate::arrival::{RequestId, Resolve, arrive};
use crate::fault::Fault;
use crate::route::Routes;
use crate::state::State;
use crate::{asset, csrf, health, measure, security, session};
use axum::Router;
use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Redirect, Response};
use http::{HeaderValue, StatusCode, Uri};
use std::any::Any;
use std::sync::Arc;
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::{CompressionLayer, CompressionLevel};
use tower_http::timeout::TimeoutLayer;

/// How long a handler may take.
pub const MAX_TIME: Duration = Duration::from_secs(30);
/// Brotli and gzip: a page in a millisecond or two, nearly as small as at the highest level.
const QUALITY: CompressionLevel = CompressionLevel::Precise(4);

/// What this crate serves itself: files and the health check.
pub fn routes() -> Routes {
    asset::routes().merge(health::routes())
}

/// The whole program for HTTP: the routes of all slices, and around them, from the outside in: number and log entry;
/// headers; compression; the session; who visits, and faults told; panics and time; forged requests; and, at each
/// route, the size of its body, its gate and its limits. Serve it with connect info, else nobody is limited.
pub fn layers(routes: Routes, state: State, resolve: Arc<dyn Resolve>) -> Router {
    let router = routes.merge(self::routes()).into_router(state.clone());
    let (arriving, numbering, securing) = (state.clone(), state.clone(), state.clone());
    router
        .fallback(nowhere)
        .layer(csrf::layer(&state))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, MAX_TIME))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn(move |request, next| Box::pin(arrive(arriving.clone(), Arc::clone(&resolve), request, next))))
        .layer(session::layer(&state))
        .layer(CompressionLayer::new().quality(QUALITY))
        .layer(from_fn(move |request, next| security::headers(securing.clone(), request, next)))
        .layer(from_fn(measure::measure))
        .layer(from_fn(move |request, next| number(numbering.clone(), request, next)))
}

/// Where no route leads. No address of ours ends in a slash: one that does is led to the one without. Not so where a
/// browser would take the rest for another host: behind two slashes, or a backslash, which it reads as one.
async fn nowhere(uri: Uri) -> Response {
    let path = uri.path().trim_end_matches('/');
    if path.is_empty() || path == uri.path() || path.starts_with("//") || path.contains('\\') {
        return Fault::not_found().into_response();
    }
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    Redirect::permanent(&format!("{path}{query}")).into_response()
}

/// Gives the request its number, and the answer too.
async fn number(state: State, mut request: Request, next: Next) -> Response {
    let id = state.store.chance().opaque_id().to_string();
    request.extensions_mut().insert(RequestId(id.clone()));
    let mut response = next.run(request).await;
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert("x-request-id", value);
    }
    response
}

fn panicked(panic: Box<dyn Any + Send>) -> Response {
    let cause = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let cause = cause.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default();
    Fault::internal(format!("panic: {cause}")).into_response()
}
