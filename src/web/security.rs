//! Headers that tell browsers what a page may do. Everything comes from this server; nothing is inline.

use crate::state::State;
use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY,
    X_CONTENT_TYPE_OPTIONS,
};
use http::{HeaderMap, HeaderValue};

/// Icons of KERN are masks in `data:` addresses.
const PAGE: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self'; \
    connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/// The scanner also compiles the decoder, and shows the camera.
const SCANNER: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
    script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; media-src 'self' blob:; \
    connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const PERMISSIONS: HeaderName = HeaderName::from_static("permissions-policy");
const OPENER: HeaderName = HeaderName::from_static("cross-origin-opener-policy");

/// The layer around everything.
pub(crate) async fn headers(state: State, request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>();
    let scanner = route.is_some_and(|route| route.as_str() == address::door::Door::ROUTE.pattern());
    let mut response = next.run(request).await;
    write(response.headers_mut(), scanner, state.secure_cookies);
    response
}

/// The headers of an answer; `scanner` for the page with the camera, `tls` where everything is served over TLS.
pub fn write(headers: &mut HeaderMap, scanner: bool, tls: bool) {
    let mut set = |name: HeaderName, value: &'static str| {
        headers.insert(name, HeaderValue::from_static(value));
    };
    set(CONTENT_SECURITY_POLICY, if scanner { SCANNER } else { PAGE });
    set(
        PERMISSIONS,
        if scanner {
            "camera=(self), microphone=(), geolocation=()"
        } else {
            "camera=(), microphone=(), geolocation=()"
        },
    );
    // Addresses with secrets never reach another site. Not `no-referrer`: with it a browser says `Origin: null` even
    // to us (Fetch, "append a request `Origin` header"), and an old one could post no form.
    set(REFERRER_POLICY, "same-origin");
    set(X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(OPENER, "same-origin");
    if tls {
        set(STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
}
