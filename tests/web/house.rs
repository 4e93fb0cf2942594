//! A small program around the layers of `web`: a few routes, a database of its own, and people named by a header.

use crate::kit::Database;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::response::Response;
use base::actor::Grant;
use base::secret::LinkKey;
use base::{Actor, Clock, Language, Permission, Text, Time, Uuid};
use http::request::Parts;
use http::{HeaderMap, Request, StatusCode};
use std::net::SocketAddr;
use std::sync::Arc;
use store::Store;
use tower::ServiceExt;
use web::{CongressHead, Fault, Member, Phase, Resolve, Routes, Session, State, async_trait};

pub const OWL: Uuid = Uuid::from_u128(1);
pub const OTHER: Uuid = Uuid::from_u128(2);

type Failure = Box<dyn std::error::Error>;

pub struct House {
    pub router: axum::Router,
    pub store: Store,
    pub clock: Clock,
    _database: Database,
}

/// What came back.
pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Reply {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default()
    }

    pub fn json(&self) -> Result<serde_json::Value, serde_json::Error> {
        serde_json::from_str(&self.body)
    }

    /// `name=value` of a cookie that was set.
    pub fn cookie(&self, name: &str) -> Option<String> {
        let cookies = self.headers.get_all("set-cookie").iter().filter_map(|v| v.to_str().ok());
        cookies.filter_map(|c| c.split(';').next()).find(|c| c.starts_with(&format!("{name}="))).map(str::to_owned)
    }
}

impl House {
    pub async fn new(routes: Routes) -> Result<Self, Failure> {
        let clock = Clock::system();
        let database = Database::with(clock.clone(), |_| vec![]).await;
        let store = database.store.clone();
        let state = State {
            store: store.clone(),
            public_url: "https://kongress.example".into(),
            trusted_proxies: "10.0.0.0/8".parse()?,
            link_key: LinkKey::new([7; 32]),
            operator: web::Operator::Nobody,
            secure_cookies: true,
            sends_mail: true,
            pages: web::cache::Pages::default(),
        };
        Ok(Self { router: web::server::layers(routes, state, Arc::new(Cast)), store, clock, _database: database })
    }

    pub async fn send(&self, request: Request<Body>) -> Result<Reply, Failure> {
        let response: Response = self.router.clone().oneshot(request).await?;
        let (parts, body) = response.into_parts();
        let body = String::from_utf8_lossy(&to_bytes(body, usize::MAX).await?).into_owned();
        Ok(Reply { status: parts.status, headers: parts.headers, body })
    }

    pub async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Result<Reply, Failure> {
        self.send(request("GET", path, headers, "")?).await
    }

    pub async fn post(&self, path: &str, headers: &[(&str, &str)], body: &str) -> Result<Reply, Failure> {
        let mut all = vec![("content-type", "application/x-www-form-urlencoded")];
        all.extend_from_slice(headers);
        self.send(request("POST", path, &all, body)?).await
    }
}

/// A request; the header `from` is the address that it comes from.
pub fn request(method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Result<Request<Body>, Failure> {
    let mut request = Request::builder().method(method).uri(path).header("host", "kongress.example");
    for (name, value) in headers {
        if *name == "from" {
            request = request.extension(ConnectInfo(SocketAddr::new(value.parse()?, 50_000)));
        } else {
            request = request.header(*name, *value);
        }
    }
    Ok(request.body(Body::from(body.to_owned()))?)
}

/// Who is who: `x-as: organiser` is logged in, `Authorization: Bearer orders` is a token.
struct Cast;

fn moment(text: &str) -> Time {
    text.parse().unwrap_or_default()
}

#[async_trait]
impl Resolve for Cast {
    async fn actor(&self, parts: &Parts, _: &Session) -> Result<Option<Actor>, Fault> {
        let header = |name: &str| parts.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
        let in_owl =
            |permissions: &[Permission]| vec![Grant { congress: Some(OWL), permissions: permissions.to_vec() }];
        let token = |grants| Actor::token(Uuid::from_u128(9), "Schnittstelle", Language::De, grants);
        let staff = |name: &str, grants| Actor::staff(Uuid::from_u128(8), name, Language::De, grants);
        Ok(match (header("x-as").as_str(), header("authorization").as_str()) {
            ("organiser", _) => Some(staff("Miriam Osterholz", in_owl(Permission::ALL))),
            ("door", _) => Some(staff("Lea Nolte", in_owl(&[Permission::CheckInsWrite]))),
            (_, "Bearer orders") => Some(token(in_owl(&[Permission::OrdersRead]))),
            (_, "Bearer all") => Some(token(vec![Grant { congress: None, permissions: Permission::ALL.to_vec() }])),
            _ => None,
        })
    }

    async fn member(&self, _: &CongressHead, _: &Session) -> Result<Option<Member>, Fault> {
        Ok(None)
    }

    async fn congress(&self, slug: &str) -> Result<Option<Arc<CongressHead>>, Fault> {
        let (id, state) = match slug {
            "owl" => (OWL, Phase::Open),
            "draft" => (OWL, Phase::Draft),
            "other" => (OTHER, Phase::Open),
            "broken" => return Err(Fault::internal("the database is away")),
            _ => return Ok(None),
        };
        Ok(Some(Arc::new(CongressHead {
            id,
            slug: slug.into(),
            name: Text::new("Digitalkongress", "Digital congress"),
            zone: chrono_tz::Europe::Berlin,
            state,
            starts_at: moment("2027-03-11T09:00:00Z"),
            ends_at: moment("2027-03-11T16:00:00Z"),
            deadlines: web::Deadlines {
                names: moment("2027-03-11T16:00:00Z"),
                substitutes: moment("2027-03-11T09:00:00Z"),
                category: moment("2027-03-11T09:00:00Z"),
                cancel: moment("2027-03-11T09:00:00Z"),
            },
            place: Text::new("Paderborn und online", "Paderborn and online"),
            wordmark: ("DigitaleZukunft".into(), "@OWL".into()),
            accent: None,
            bookable: true,
            arrival: true,
            programme: false,
            projects: true,
            calls: false,
            network: false,
            host: Text::new("Veranstaltet von der OstWestfalenLippe GmbH.", ""),
            revision: 1,
            pages: vec![("impressum".into(), Text::new("Impressum", "Imprint"))],
        })))
    }
}
