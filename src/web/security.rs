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

/// The page of a mail shows the mail in a frame.
const FRAMING: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self'; \
    connect-src 'self'; manifest-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/// A mail as it looks, in that frame: it may show itself and nothing else. Mail programs know no style sheets, so its
/// styles stand in it.
const LETTER: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; \
    frame-ancestors 'self'; sandbox";

/// What a page may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    Page,
    /// The page with the camera.
    Scanner,
    /// A page with a mail in a frame.
    Framing,
    /// That mail.
    Letter,
}

impl Policy {
    fn of(pattern: &str) -> Self {
        if pattern == address::door::Door::ROUTE.pattern() {
            Self::Scanner
        } else if pattern == address::desk::Mail::ROUTE.pattern()
            || pattern == address::desk::MailText::ROUTE.pattern()
            || pattern == address::campaign::Campaign::ROUTE.pattern()
        {
            Self::Framing
        } else if pattern == address::desk::MailLetter::ROUTE.pattern()
            || pattern == address::desk::MailTextLetter::ROUTE.pattern()
            || pattern == address::campaign::CampaignLetter::ROUTE.pattern()
        {
            Self::Letter
        } else {
            Self::Page
        }
    }

    fn content(self) -> &'static str {
        match self {
            Self::Page => PAGE,
            Self::Scanner => SCANNER,
            Self::Framing => FRAMING,
            Self::Letter => LETTER,
        }
    }
}

const PERMISSIONS: HeaderName = HeaderName::from_static("permissions-policy");
const OPENER: HeaderName = HeaderName::from_static("cross-origin-opener-policy");

/// The layer around everything.
pub(crate) async fn headers(state: State, request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>();
    let policy = route.map_or(Policy::Page, |route| Policy::of(route.as_str()));
    let mut response = next.run(request).await;
    write(response.headers_mut(), policy, state.secure_cookies);
    response
}

/// The headers of an answer; `tls` where everything is served over TLS.
pub fn write(headers: &mut HeaderMap, policy: Policy, tls: bool) {
    let mut set = |name: HeaderName, value: &'static str| {
        headers.insert(name, HeaderValue::from_static(value));
    };
    set(CONTENT_SECURITY_POLICY, policy.content());
    set(
        PERMISSIONS,
        if policy == Policy::Scanner {
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
