//! Forged requests: a form on someone else's site that posts to ours with the visitor's cookie.
//!
//! No token in the forms. The browser says where a request comes from, in headers that no page can write (OWASP
//! *Cross-Site Request Forgery Prevention*, "Fetch Metadata" and "Verifying Origin With Standard Headers"; the scheme
//! is Go's `CrossOriginProtection`): for methods that change something
//! 1. `Origin` is our public address: passes;
//! 2. `Sec-Fetch-Site` is `same-origin` or `none`: passes; `same-site` and `cross-site` do not;
//! 3. an old browser sends no `Sec-Fetch-Site`: `Origin`'s host must be the request's `Host`;
//! 4. neither header: no browser, and so no cookie that someone else could abuse: passes.
//!
//! The session cookie is `SameSite=Lax` beside this. The API takes no cookies, so it needs none of it.

use crate::fault::Fault;
use crate::state::State;
use axum::response::{IntoResponse, Response};
use http::{Method, Uri};
use tower_http::csrf::{CsrfLayer, ProtectionError, ResponseForProtectionError};

/// Answers a forged request as any other fault, so that a person who meets it learns what to do.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Refusal;

impl ResponseForProtectionError<axum::body::Body> for Refusal {
    fn response_for_protection_error(&mut self, error: ProtectionError) -> Response {
        tracing::warn!(reason = %error, "a request from another site was refused");
        Fault::forbidden().with_message("fault-other-site").into_response()
    }
}

/// The layer.
pub(crate) fn layer(state: &State) -> CsrfLayer<Refusal> {
    let origin = origin(&state.public_url);
    let layer = CsrfLayer::new().add_trusted_origin(origin).unwrap_or_else(|error| {
        tracing::warn!(%error, "PUBLIC_URL is no origin; forms are checked by Sec-Fetch-Site and Host alone");
        CsrfLayer::new()
    });
    layer.with_insecure_bypass(is_api).with_rejection_response(Refusal)
}

/// Routes that take a bearer token and no cookie.
fn is_api(_: &Method, uri: &Uri) -> bool {
    uri.path().starts_with("/api/")
}

/// `https://kongress.example` of `https://kongress.example/base`.
fn origin(url: &str) -> &str {
    let host = url.find("://").map_or(0, |at| at + 3);
    url[host..].find('/').map_or(url, |end| &url[..host + end])
}
