//! How a route is mounted: with its address, who may use it, and its handler. There is no other way in, so no route
//! can be mounted without saying who may use it.

use crate::gate;
use crate::limit::{Counter, Limit};
use crate::query;
use crate::state::State;
use address::Route;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::middleware::from_fn;
use axum::routing::{MethodFilter, MethodRouter, on};
use base::Permission;
use http::Method;
use std::fmt;
use std::sync::Arc;
use tower_http::limit::RequestBodyLimitLayer;

/// The largest request body, unless a route takes more.
pub const MAX_BODY: usize = 1024 * 1024;

/// Who may use a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anyone.
    Public,
    /// Who holds the secret in the path; the loader checks it. Links that lead nowhere are limited ([`Limit::links`]).
    Link,
    /// Who is in the directory of the path's congress and has shown that it is them ([`crate::Visit::member`]).
    Member,
    /// Who runs the installation, as a request shows it: see [`crate::operator`].
    Operator,
    /// Any member of staff who is logged in.
    Staff,
    /// Staff with this permission in the path's congress.
    Needs(Permission),
    /// Staff with this permission in the whole installation.
    NeedsEverywhere(Permission),
    /// A bearer token with this permission in the path's congress.
    Api(Permission),
    /// A bearer token with this permission in some congress; the handler shows only what is in its scope.
    ApiAnywhere(Permission),
    /// A bearer token with this permission in the whole installation.
    ApiEverywhere(Permission),
}

impl fmt::Display for Access {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Public => f.write_str("public"),
            Self::Link => f.write_str("link"),
            Self::Member => f.write_str("member"),
            Self::Operator => f.write_str("operator"),
            Self::Staff => f.write_str("staff"),
            Self::Needs(p) => write!(f, "staff: {p}"),
            Self::NeedsEverywhere(p) => write!(f, "staff: {p} everywhere"),
            Self::Api(p) => write!(f, "token: {p}"),
            Self::ApiAnywhere(p) => write!(f, "token: {p} in some congress"),
            Self::ApiEverywhere(p) => write!(f, "token: {p} everywhere"),
        }
    }
}

/// What is mounted where, for `kongress routes` and the test of permissions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RouteInfo {
    pub method: Method,
    pub pattern: &'static str,
    pub access: Access,
    /// The query parameters that a route of the API knows. Others are refused there; pages overlook them.
    pub query: &'static [&'static str],
}

struct Mounted {
    info: RouteInfo,
    limits: Vec<Limit>,
    body: usize,
    handler: MethodRouter<State>,
}

/// The routes of a slice.
#[derive(Default)]
pub struct Routes(Vec<Mounted>);

impl Routes {
    pub fn new() -> Self {
        Self::default()
    }

    /// A page or a list. Answers HEAD as well.
    #[must_use]
    pub fn get<H: Handler<T, State>, T: 'static>(self, route: Route, access: Access, handler: H) -> Self {
        self.mount(Method::GET, route, access, on(MethodFilter::GET, handler))
    }

    /// Something that changes.
    #[must_use]
    pub fn post<H: Handler<T, State>, T: 'static>(self, route: Route, access: Access, handler: H) -> Self {
        self.mount(Method::POST, route, access, on(MethodFilter::POST, handler))
    }

    /// Limits the route mounted last.
    #[must_use]
    pub fn limited(mut self, limit: Limit) -> Self {
        if let Some(last) = self.0.last_mut() {
            last.limits.push(limit);
        }
        self
    }

    /// Names the query parameters that the route of the API mounted last knows.
    #[must_use]
    pub fn asking(mut self, names: &'static [&'static str]) -> Self {
        if let Some(last) = self.0.last_mut() {
            last.info.query = names;
        }
        self
    }

    /// Lets the route mounted last take so large a body: where files are handed in.
    #[must_use]
    pub fn taking(mut self, bytes: usize) -> Self {
        if let Some(last) = self.0.last_mut() {
            last.body = bytes;
        }
        self
    }

    /// The routes of another slice as well.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// What is mounted, in order.
    pub fn infos(&self) -> Vec<RouteInfo> {
        self.0.iter().map(|mounted| mounted.info.clone()).collect()
    }

    fn mount(mut self, method: Method, route: Route, access: Access, handler: MethodRouter<State>) -> Self {
        let info = RouteInfo { method, pattern: route.pattern(), access, query: &[] };
        let limits = if access == Access::Link { vec![Limit::links(60)] } else { vec![] };
        self.0.push(Mounted { info, limits, body: MAX_BODY, handler });
        self
    }

    /// The router, each handler behind its limits and its gate. Layers that must see every request come around it with
    /// [`crate::server::layers`].
    pub fn into_router(self, state: State) -> Router {
        let mut router = Router::new();
        for Mounted { info: RouteInfo { pattern, access, query, .. }, limits, body, mut handler } in self.0 {
            for limit in limits {
                let counter = Arc::new(Counter::new(limit));
                handler = handler.route_layer(from_fn(move |request, next| Arc::clone(&counter).check(request, next)));
            }
            if pattern.starts_with("/api/") {
                handler = handler.route_layer(from_fn(move |request, next| query::check(query, request, next)));
            }
            handler = handler.route_layer(from_fn(move |request, next| gate::check(access, pattern, request, next)));
            handler = handler.route_layer(DefaultBodyLimit::max(body)).route_layer(RequestBodyLimitLayer::new(body));
            router = router.route(pattern, handler);
        }
        router.with_state(state)
    }
}
