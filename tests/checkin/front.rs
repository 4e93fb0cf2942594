//! The slice's routes behind the layers of the web: who asks is said by a header.

use super::{Done, Door, door};
use axum::Router;
use axum::body::{Body, to_bytes};
use base::actor::Grant;
use base::secret::LinkKey;
use base::{Actor, Language, Permission, Text};
use http::request::Parts;
use http::{HeaderMap, Method, Request, StatusCode};
use serde_json::Value;
use std::error::Error;
use std::sync::Arc;
use tower::ServiceExt;
use tower_sessions::Session;
use web::{CongressHead, Fault, Phase, Resolve};

struct Known {
    head: Arc<CongressHead>,
    jonas: Actor,
    program: Actor,
}

#[async_trait::async_trait]
impl Resolve for Known {
    async fn actor(&self, parts: &Parts, _: &Session) -> Result<Option<Actor>, Fault> {
        Ok(match parts.headers.get("x-actor").and_then(|v| v.to_str().ok()) {
            Some("jonas") => Some(self.jonas.clone()),
            Some("program") => Some(self.program.clone()),
            _ => None,
        })
    }

    async fn congress(&self, slug: &str) -> Result<Option<Arc<CongressHead>>, Fault> {
        Ok((slug == self.head.slug).then(|| self.head.clone()))
    }
}

pub(super) struct Front {
    pub(super) door: Door,
    router: Router,
}

/// An answer, taken apart.
pub(super) struct Answered {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: String,
}

impl Answered {
    pub(super) fn json(&self) -> Result<Value, Box<dyn Error>> {
        Ok(serde_json::from_str(&self.body)?)
    }

    pub(super) fn location(&self) -> Result<&str, Box<dyn Error>> {
        Ok(self.headers.get("location").ok_or("no location")?.to_str()?)
    }
}

pub(super) async fn front() -> Result<Front, Box<dyn Error>> {
    let door = door().await?;
    let grants = vec![Grant { congress: None, permissions: vec![Permission::CheckInsWrite] }];
    let congress = &door.congress;
    let head = CongressHead {
        id: congress.id,
        slug: congress.slug.clone(),
        name: congress.name.0.clone(),
        zone: locale::Tz::Europe__Berlin,
        state: Phase::Open,
        starts_at: congress.starts_at,
        ends_at: congress.ends_at,
        place: Text::default(),
        wordmark: ("DigitaleZukunft".into(), "@OWL".into()),
        host: Text::default(),
        revision: 1,
        pages: vec![],
    };
    let known = Known {
        head: Arc::new(head),
        jonas: door.jonas.clone(),
        program: Actor::token(door.store.chance().opaque_id(), "Drehkreuz", Language::De, grants),
    };
    let state = web::State {
        store: door.store.clone(),
        public_url: "https://kongress.example".into(),
        trusted_proxies: Default::default(),
        link_key: LinkKey::new([1; 32]),
        secure_cookies: false,
    };
    let router = web::server::layers(checkin::routes(), state, Arc::new(known));
    Ok(Front { door, router })
}

impl Front {
    pub(super) async fn ask(&self, request: Request<Body>) -> Result<Answered, Box<dyn Error>> {
        let (parts, body) = self.router.clone().oneshot(request).await?.into_parts();
        let body = String::from_utf8(to_bytes(body, 1 << 20).await?.to_vec())?;
        Ok(Answered { status: parts.status, headers: parts.headers, body })
    }

    pub(super) async fn get(&self, path: &str) -> Result<Answered, Box<dyn Error>> {
        self.ask(Request::get(path).header("x-actor", "jonas").body(Body::empty())?).await
    }

    pub(super) async fn form(&self, path: &str, fields: &[(&str, &str)]) -> Result<Answered, Box<dyn Error>> {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(path)
            .header("x-actor", "jonas")
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(body))?;
        self.ask(request).await
    }

    pub(super) async fn json(&self, actor: &str, path: &str, language: &str, body: &Value) -> Result<Answered, Box<dyn Error>> {
        let request = Request::builder()
            .method(Method::POST)
            .uri(path)
            .header("x-actor", actor)
            .header("accept-language", language)
            .header("accept", "application/json")
            .header("content-type", "application/json")
            .body(Body::from(body.to_string()))?;
        self.ask(request).await
    }
}

/// Parses as HTML without an error, and no id twice.
pub(super) fn sound(html: &str) -> Done {
    let page = scraper::Html::parse_document(html);
    let ids = scraper::Selector::parse("[id]").map_err(|e| e.to_string())?;
    let mut seen: Vec<&str> = page.select(&ids).filter_map(|e| e.attr("id")).collect();
    let all = seen.len();
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(all, seen.len(), "an id stands twice");
    assert!(page.errors.is_empty(), "{:?}", page.errors);
    Ok(())
}
