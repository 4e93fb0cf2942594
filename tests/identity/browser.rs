//! A browser without a window, for the pages of this slice alone: it keeps cookies and follows no redirects.

use super::Outcome;
use async_trait::async_trait;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::response::IntoResponse;
use base::secret::LinkKey;
use base::{Actor, Permission};
use http::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use http::request::Parts;
use http::{Method, Request, StatusCode};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;
use store::Store;
use tower::ServiceExt;
use tower_sessions::Session;
use web::{Access, CongressHead, Fault, Member, Resolve, Routes, Visit};

pub const SITE: &str = "https://kongress.example";

struct Own(Store);

#[async_trait]
impl Resolve for Own {
    async fn actor(&self, parts: &Parts, session: &Session) -> Result<Option<Actor>, Fault> {
        identity::session::resolve_actor(self.0.read(), parts, session, self.0.now()).await
    }

    async fn member(&self, _: &CongressHead, _: &Session) -> Result<Option<Member>, Fault> {
        Ok(None)
    }

    async fn congress(&self, _: &str) -> Result<Option<Arc<CongressHead>>, Fault> {
        Ok(None)
    }
}

/// The log-in, a desk for whoever may write orders somewhere, and a list for programs that may read congresses
/// everywhere. Both answer with the name of who asks.
pub fn app(store: &Store) -> Router {
    let name = async |visit: Visit| visit.actor.name.into_response();
    let desk = async |visit: Visit| {
        let may = visit.actor.may_somewhere(Permission::OrdersWrite);
        may.then_some(visit.actor.name).ok_or_else(Fault::not_found)
    };
    let routes = Routes::new().get(address::desk::Desks::ROUTE, Access::Staff, desk).get(
        address::api::Congresses::ROUTE,
        Access::ApiEverywhere(Permission::CongressRead),
        name,
    );
    let state = web::State {
        store: store.clone(),
        public_url: SITE.into(),
        trusted_proxies: web::client::TrustedProxies::default(),
        link_key: LinkKey::new([7; 32]),
        operator: web::Operator::Nobody,
        sends_mail: true,
        secure_cookies: false,
        pages: web::cache::Pages::default(),
    };
    web::server::layers(identity::routes().merge(routes), state, Arc::new(Own(store.clone())))
}

/// What came back.
pub struct Page {
    pub status: StatusCode,
    pub location: String,
    pub body: String,
}

/// Keeps its cookies.
#[derive(Clone)]
pub struct Browser {
    app: Router,
    pub cookies: BTreeMap<String, String>,
    /// Where it sits; none: inside the program, where nothing is limited.
    pub client: Option<SocketAddr>,
}

impl Browser {
    pub fn new(app: &Router) -> Self {
        Self { app: app.clone(), cookies: BTreeMap::new(), client: None }
    }

    pub async fn get(&mut self, path: &str) -> Result<Page, Box<dyn std::error::Error>> {
        self.send(Method::GET, path, None, String::new()).await
    }

    /// With a bearer token.
    pub async fn get_as(&mut self, path: &str, token: &str) -> Result<Page, Box<dyn std::error::Error>> {
        self.send(Method::GET, path, Some(format!("Bearer {token}")), String::new()).await
    }

    pub async fn post(&mut self, path: &str, form: &[(&str, &str)]) -> Result<Page, Box<dyn std::error::Error>> {
        let pairs: Vec<String> =
            form.iter().map(|(k, v)| address::with_query("", &[(k, v)]).replace('?', "")).collect();
        self.send(Method::POST, path, None, pairs.join("&")).await
    }

    async fn send(
        &mut self,
        method: Method,
        path: &str,
        bearer: Option<String>,
        body: String,
    ) -> Result<Page, Box<dyn std::error::Error>> {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request =
            Request::builder().method(method).uri(path).header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        if !cookies.is_empty() {
            request = request.header(COOKIE, cookies.join("; "));
        }
        if let Some(bearer) = bearer {
            request = request.header(AUTHORIZATION, bearer);
        }
        if let Some(client) = self.client {
            request = request.extension(ConnectInfo(client));
        }
        let answer = self.app.clone().oneshot(request.body(Body::from(body))?).await?;
        let (parts, body) = answer.into_parts();
        for line in parts.headers.get_all(SET_COOKIE) {
            let pair = line.to_str()?.split(';').next().unwrap_or_default();
            let (name, value) = pair.split_once('=').unwrap_or_default();
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.into(), value.into());
            }
        }
        let location = parts.headers.get(LOCATION).map(|value| value.to_str().map(str::to_owned)).transpose()?;
        let body = String::from_utf8(to_bytes(body, 1 << 20).await?.to_vec())?;
        Ok(Page { status: parts.status, location: location.unwrap_or_default(), body })
    }

    /// Logs in at the form.
    pub async fn log_in(&mut self, email: &str, password: &str) -> Outcome {
        let page = self.post("/login", &[("email", email), ("password", password)]).await?;
        assert_eq!((page.status, page.location.as_str()), (StatusCode::SEE_OTHER, "/desk"), "{}", page.body);
        Ok(())
    }
}
