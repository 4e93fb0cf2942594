//! What happens to every request before its handler and after: who visits, where, in which language; and what went wrong
//! becomes a page or a problem document.

use crate::fault::Fault;
use crate::flash::Pending;
use crate::layout;
use crate::problem;
use crate::session;
use crate::state::State;
use crate::visit::{CongressHead, Member, Phase, Visit};
use async_trait::async_trait;
use axum::extract::{ConnectInfo, FromRequestParts, MatchedPath, RawPathParams, Request};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use base::{Actor, Language, Permission};
use http::header::{ACCEPT, ACCEPT_LANGUAGE, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, SET_COOKIE};
use http::request::Parts;
use http::{HeaderMap, HeaderValue, Uri};
use locale::Words;
use std::net::SocketAddr;
use std::sync::Arc;
use tower_sessions::Session;

/// The cookie that keeps the language, and the parameter that changes it.
const LANGUAGE: &str = "language";

/// Who a request comes from and where it goes: answered by slices that this crate does not know.
#[async_trait]
pub trait Resolve: Send + Sync + 'static {
    /// The account of the session, or the token of `Authorization: Bearer`. `None` for a guest, and for a token that is
    /// not valid.
    async fn actor(&self, parts: &Parts, session: &Session) -> Result<Option<Actor>, Fault>;

    /// Who of a congress's directory has this session. `None`: nobody, or they have left it.
    async fn member(&self, congress: &CongressHead, session: &Session) -> Result<Option<Member>, Fault>;

    /// The congress of that slug, in whatever state.
    async fn congress(&self, slug: &str) -> Result<Option<Arc<CongressHead>>, Fault>;
}

/// The number under which a request stands in the log.
#[derive(Clone, Debug)]
pub(crate) struct RequestId(pub(crate) String);

/// The layer: fills [`Visit`], runs the rest, tells what went wrong.
pub(crate) async fn arrive(state: State, resolve: Arc<dyn Resolve>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let mut visit = match guest(&state, &parts) {
        Ok(visit) => visit,
        Err(fault) => return fault.into_response(),
    };
    let wants_json = wants_json(&parts);
    let chosen = chosen(&parts.uri);
    let response = match fill(&state, resolve.as_ref(), &mut parts, &mut visit).await {
        Ok(()) => {
            parts.extensions.insert(visit.clone());
            next.run(Request::from_parts(parts, body)).await
        }
        Err(fault) => fault.into_response(),
    };
    let mut response = tell(response, &visit, wants_json);
    if let Some(language) = chosen {
        keep(language, &state, response.headers_mut());
    }
    match visit.notice.settle(&visit.session).await {
        Ok(()) => response,
        Err(fault) => tell(fault.into_response(), &visit, wants_json),
    }
}

/// What is known before the database is asked.
fn guest(state: &State, parts: &Parts) -> Result<Visit, Fault> {
    let session = parts.extensions.get::<Session>().cloned().ok_or_else(|| Fault::internal("no session layer"))?;
    let language = language(parts);
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    Ok(Visit {
        actor: Actor::guest(language),
        language,
        words: Words::new(language),
        congress: None,
        member: None,
        path: path(&parts.uri),
        session,
        request_id: parts.extensions.get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default(),
        client: peer.map(|peer| state.trusted_proxies.client(peer, &parts.headers)),
        now: state.store.now(),
        bearer: parts.headers.contains_key(AUTHORIZATION),
        behind: None,
        operator: state.operator.sent(parts),
        notice: Pending::default(),
    })
}

/// What the database knows. Files, the health check and the figures ask for none of it.
async fn fill(state: &State, resolve: &dyn Resolve, parts: &mut Parts, visit: &mut Visit) -> Result<(), Fault> {
    // U+0000, in the one way to write it in a path. Nothing is called so, and PostgreSQL takes no text with it.
    if parts.uri.path().contains("%00") {
        return Err(Fault::not_found());
    }
    let mounted = parts.extensions.get::<MatchedPath>().map(|route| route.as_str().to_owned());
    if [address::Asset::ROUTE, address::Health::ROUTE, address::Metrics::ROUTE]
        .map(|r| Some(r.pattern()))
        .contains(&mounted.as_deref())
    {
        return Ok(());
    }
    if let Some(actor) = resolve.actor(parts, &visit.session).await? {
        if actor.is_staff() {
            session::touch(&visit.session, state.store.now()).await?;
        }
        visit.actor = actor;
    }
    if let Some(slug) = slug(parts, mounted.as_deref()).await {
        visit.behind = resolve.congress(&slug).await?;
        let may_see =
            |c: &Arc<CongressHead>| c.state != Phase::Draft || visit.actor.may(Permission::CongressRead, c.id);
        visit.congress = visit.behind.clone().filter(may_see);
        if let Some(congress) = visit.congress.as_ref().filter(|congress| congress.network) {
            visit.member = resolve.member(congress, &visit.session).await?;
        }
    }
    visit.notice = Pending::read(&visit.session).await?;
    Ok(())
}

/// The congress in the path: by the route's variable, or, where no route matches, by the first segment, so that a
/// mistyped address is told so in the congress's own frame.
async fn slug(parts: &mut Parts, mounted: Option<&str>) -> Option<String> {
    if mounted.is_some() {
        let params = RawPathParams::from_request_parts(parts, &()).await.ok()?;
        return params.iter().find(|(name, _)| *name == "congress").map(|(_, value)| value.to_owned());
    }
    let first = parts.uri.path().split('/').nth(1).unwrap_or_default();
    (!first.is_empty() && !address::RESERVED.contains(&first)).then(|| first.to_owned())
}

/// `?language=`, else the cookie, else the browser's, else German. An account's own language is for its mails.
fn language(parts: &Parts) -> Language {
    chosen(&parts.uri)
        .or_else(|| CookieJar::from_headers(&parts.headers).get(LANGUAGE).and_then(|c| c.value().parse().ok()))
        .or_else(|| Language::accept(parts.headers.get(ACCEPT_LANGUAGE)?.to_str().ok()?))
        .unwrap_or_default()
}

fn chosen(uri: &Uri) -> Option<Language> {
    form_urlencoded::parse(uri.query()?.as_bytes()).find(|(name, _)| name == LANGUAGE).and_then(|(_, v)| v.parse().ok())
}

/// Path and query, without the language.
fn path(uri: &Uri) -> String {
    let others: Vec<&str> = uri.query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty()).collect();
    let others: Vec<&str> = others.into_iter().filter(|pair| pair.split('=').next() != Some(LANGUAGE)).collect();
    if others.is_empty() { uri.path().to_owned() } else { format!("{}?{}", uri.path(), others.join("&")) }
}

/// Keeps the language for a year.
fn keep(language: Language, state: &State, headers: &mut HeaderMap) {
    let cookie = Cookie::build((LANGUAGE, language.tag()))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(state.secure_cookies)
        .max_age(time::Duration::days(365))
        .build();
    if let Ok(value) = HeaderValue::from_str(&cookie.to_string()) {
        headers.append(SET_COOKIE, value);
    }
}

/// Programs want problem documents: those that use the API, and those that say so.
fn wants_json(parts: &Parts) -> bool {
    let accept = parts.headers.get(ACCEPT).and_then(|v| v.to_str().ok()).unwrap_or_default();
    parts.uri.path().starts_with("/api/") || (accept.contains("json") && !accept.contains("text/html"))
}

/// Writes the body of a fault, be it ours or a bare status of the framework's.
fn tell(mut response: Response, visit: &Visit, wants_json: bool) -> Response {
    let Some(fault) = response.extensions_mut().remove::<Fault>().or_else(|| bare(&response)) else { return response };
    if fault.status().is_server_error() {
        let cause = fault.cause().unwrap_or("unknown");
        tracing::error!(request_id = visit.request_id, problem = fault.problem(), cause, "a request failed");
    } else if let Some(cause) = fault.cause() {
        tracing::debug!(request_id = visit.request_id, problem = fault.problem(), cause, "a request was refused");
    }
    let mut told = if wants_json { problem::render(&fault, visit) } else { layout::fault::render(&fault, visit) };
    let mut headers = std::mem::take(response.headers_mut());
    headers.remove(CONTENT_TYPE);
    headers.remove(CONTENT_LENGTH);
    told.headers_mut().extend(headers);
    told
}

/// An error that nobody wrote for people: the router's own, and those of layers and extractors, are plain text or empty.
fn bare(response: &Response) -> Option<Fault> {
    let status = response.status();
    let kind = response.headers().get(CONTENT_TYPE).map(|kind| kind.as_bytes());
    let written = kind.is_some_and(|kind| !kind.starts_with(b"text/plain"));
    ((status.is_client_error() || status.is_server_error()) && !written).then(|| Fault::of_status(status))
}
