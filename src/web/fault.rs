//! What a handler returns when it cannot answer: told to people as a page in their language, to programs as a problem
//! document. A [`Fault`] travels as a response's extension; [`crate::arrival`] writes the body, because only there
//! layout and language are known.

use crate::problem::Wrong;
use axum::response::{IntoResponse, Response};
use base::error::Told;
use http::header::{HeaderMap, HeaderName, RETRY_AFTER};
use http::{HeaderValue, StatusCode};
use http_body_util::LengthLimitError;
use sea_orm::DbErr;
use std::error::Error;
use std::fmt::Write as _;
use std::sync::Arc;

/// After how many seconds to ask again while the program is overloaded or its database away.
const AWAY: &str = "5";

/// What a handler returns.
pub type Answer = Result<Response, Fault>;

/// Why there is no answer.
#[derive(Clone, Debug)]
pub struct Fault(Arc<Inner>);

#[derive(Clone, Debug)]
struct Inner {
    status: StatusCode,
    problem: &'static str,
    /// The key of a sentence for people; none: the one of the status.
    message: Option<&'static str>,
    values: Vec<(&'static str, String)>,
    wrong: Vec<Wrong>,
    headers: HeaderMap,
    /// For the log, never for the visitor.
    cause: Option<String>,
}

impl Fault {
    fn new(status: StatusCode, problem: &'static str) -> Self {
        let headers = HeaderMap::new();
        Self(Arc::new(Inner { status, problem, message: None, values: vec![], wrong: vec![], headers, cause: None }))
    }

    /// There is no such thing, or the visitor may not know of it.
    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "not-found")
    }

    /// The visitor may not do this, and knows that it exists.
    pub fn forbidden() -> Self {
        Self::new(StatusCode::FORBIDDEN, "forbidden")
    }

    /// One has to log in first.
    pub fn login_needed() -> Self {
        Self::new(StatusCode::FORBIDDEN, "login-needed").with_message("fault-login-needed")
    }

    /// The request makes no sense to the program; `cause` goes to the log.
    pub fn bad_request(cause: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "bad-request").caused(cause)
    }

    /// Something is broken; `cause` goes to the log.
    pub fn internal(cause: impl Into<String>) -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal").caused(cause)
    }

    /// The API's answer to input that is well formed and wrong (422), naming each member.
    pub fn invalid(wrong: Vec<Wrong>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid").edit(|inner| inner.wrong = wrong)
    }

    /// No bearer token, or one that is not valid (RFC 6750 §3).
    pub(crate) fn unauthorized(sent: bool) -> Self {
        let challenge = if sent { "Bearer error=\"invalid_token\"" } else { "Bearer" };
        Self::new(StatusCode::UNAUTHORIZED, "unauthorized").with_header(http::header::WWW_AUTHENTICATE, challenge)
    }

    /// Too often; again in `seconds` (RFC 6585 §4).
    pub fn too_many(seconds: u64) -> Self {
        Self::new(StatusCode::TOO_MANY_REQUESTS, "too-many-requests").with_header(RETRY_AFTER, &seconds.to_string())
    }

    /// What the framework answered with a bare status: the router's 404 and 405, too large a body, too long a time.
    pub(crate) fn of_status(status: StatusCode) -> Self {
        let fault = Self::new(
            status,
            match status {
                StatusCode::BAD_REQUEST => "bad-request",
                StatusCode::UNAUTHORIZED => "unauthorized",
                StatusCode::FORBIDDEN => "forbidden",
                StatusCode::NOT_FOUND => "not-found",
                StatusCode::METHOD_NOT_ALLOWED => "method-not-allowed",
                StatusCode::PAYLOAD_TOO_LARGE => "too-large",
                StatusCode::UNSUPPORTED_MEDIA_TYPE => "unsupported-media-type",
                StatusCode::UNPROCESSABLE_ENTITY => "invalid",
                StatusCode::TOO_MANY_REQUESTS => "too-many-requests",
                StatusCode::SERVICE_UNAVAILABLE => "unavailable",
                s if s.is_server_error() => "internal",
                _ => "refused",
            },
        );
        if status == StatusCode::SERVICE_UNAVAILABLE { fault.with_header(RETRY_AFTER, AWAY) } else { fault }
    }

    /// A body that could not be read: too large, wherever in the reading that was found, or as `status` says. What says its
    /// length beforehand is refused before; what comes in chunks only here.
    pub(crate) fn of_body(status: StatusCode, error: &(dyn Error + 'static)) -> Self {
        let mut chain = std::iter::successors(Some(error), |error| (*error).source());
        let too_large = chain.any(|error| error.is::<LengthLimitError>());
        Self::of_status(if too_large { StatusCode::PAYLOAD_TOO_LARGE } else { status })
    }

    /// The database is away or busy; `cause` goes to the log.
    fn unavailable(cause: impl Into<String>) -> Self {
        Self::of_status(StatusCode::SERVICE_UNAVAILABLE).caused(cause)
    }

    /// What an error tells. That something is away or busy for a moment (503) is told alike, whatever was asked for.
    pub fn told(error: &impl Told) -> Self {
        let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        if status == StatusCode::SERVICE_UNAVAILABLE {
            return Self::unavailable(chain(error));
        }
        Self::new(status, error.problem()).edit(|inner| {
            inner.message = Some(error.message());
            inner.values = error.values();
            inner.cause = Some(chain(error));
            let (message, values) = (error.message().to_owned(), error.values());
            inner.wrong = error.pointer().map(|pointer| Wrong { pointer, message, values }).into_iter().collect();
        })
    }

    /// Another sentence than the status's.
    #[must_use]
    pub fn with_message(self, key: &'static str) -> Self {
        self.edit(|inner| inner.message = Some(key))
    }

    /// A value for the sentence, and a member of the problem document.
    #[must_use]
    pub fn with_value(self, name: &'static str, value: impl Into<String>) -> Self {
        self.edit(|inner| inner.values.push((name, value.into())))
    }

    /// A header of the answer.
    #[must_use]
    pub fn with_header(self, name: HeaderName, value: &str) -> Self {
        self.edit(|inner| {
            if let Ok(value) = HeaderValue::from_str(value) {
                inner.headers.insert(name, value);
            }
        })
    }

    fn caused(self, cause: impl Into<String>) -> Self {
        self.edit(|inner| inner.cause = Some(cause.into()))
    }

    fn edit(mut self, change: impl FnOnce(&mut Inner)) -> Self {
        change(Arc::make_mut(&mut self.0));
        self
    }

    pub fn status(&self) -> StatusCode {
        self.0.status
    }

    /// `sold-out` of `/problems/sold-out`.
    pub fn problem(&self) -> &'static str {
        self.0.problem
    }

    pub(crate) fn message(&self) -> Option<&'static str> {
        self.0.message
    }

    pub(crate) fn values(&self) -> &[(&'static str, String)] {
        &self.0.values
    }

    pub(crate) fn wrong(&self) -> &[Wrong] {
        &self.0.wrong
    }

    pub(crate) fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    pub(crate) fn cause(&self) -> Option<&str> {
        self.0.cause.as_deref()
    }
}

/// An error with everything below it, for the log.
fn chain(error: &(dyn Error + 'static)) -> String {
    let mut text = error.to_string();
    let mut below = error.source();
    while let Some(error) = below {
        // Writing to a String does not fail.
        let _ = write!(text, ": {error}");
        below = error.source();
    }
    text
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.headers_mut().extend(self.headers().clone());
        response.extensions_mut().insert(self);
        response
    }
}

impl From<DbErr> for Fault {
    fn from(error: DbErr) -> Self {
        if store::is_passing(&error) { Self::unavailable(chain(&error)) } else { Self::internal(chain(&error)) }
    }
}

/// What the sessions' store says comes from the database, and no longer tells what it was: as if it may pass.
impl From<tower_sessions::session::Error> for Fault {
    fn from(error: tower_sessions::session::Error) -> Self {
        match error {
            tower_sessions::session::Error::Store(tower_sessions::session_store::Error::Backend(cause)) => {
                Self::unavailable(cause)
            }
            error => Self::internal(chain(&error)),
        }
    }
}

/// `told!(OrderError, SaleError)`: lets `?` turn these errors into faults. One line in a slice's `error.rs`: the
/// language allows no `impl<E: Told> From<E>` beside `From<DbErr>`.
#[macro_export]
macro_rules! told {
    ($($error:ty),+ $(,)?) => { $(
        impl From<$error> for $crate::Fault {
            fn from(error: $error) -> Self {
                Self::told(&error)
            }
        }
    )+ };
}
