//! Who is logged in, in this browser. The session keeps the account's id and no more than is needed to end it in time;
//! what the account may is read anew at each request.

use crate::entity::account;
use crate::query;
use crate::rules::browser;
use axum::http::header::{ACCEPT_LANGUAGE, AUTHORIZATION};
use axum::http::request::Parts;
use base::{Actor, Language, Time, Uuid, secret};
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use store::Conn;
use tower_sessions::Session;
use web::Fault;
use web::session::Owner;

const KEY: &str = "account";
/// How long a log-in holds, however busy: so that a browser left behind ends by itself. Idle sessions end sooner.
const LONGEST: TimeDelta = TimeDelta::days(7);

#[derive(Clone, Debug, Serialize, Deserialize)]
struct LoggedIn {
    account: Uuid,
    since: Time,
    /// Of the password at that time: another password ends the sessions begun with the old one.
    mark: String,
}

/// Logs an account in, in this browser. The session gets another id, so that one who planted the old one gains nothing.
/// `agent`: the request's `User-Agent`, of which only the browser's name is kept.
pub async fn begin(session: &Session, account: &account::Model, agent: &str, now: Time) -> Result<(), Fault> {
    session.cycle_id().await?;
    let owner = Owner { account: account.id, since: now, browser: browser(agent) };
    web::session::own(session, owner).await?;
    let logged_in = LoggedIn { account: account.id, since: now, mark: mark(account) };
    Ok(session.insert(KEY, logged_in).await?)
}

/// Stays logged in with a new password, in this browser alone.
pub async fn renew(session: &Session, account: &account::Model) -> Result<(), Fault> {
    let Some(logged_in) = session.get::<LoggedIn>(KEY).await? else { return Ok(()) };
    Ok(session.insert(KEY, LoggedIn { mark: mark(account), ..logged_in }).await?)
}

/// Logs out: the session and all that it held are gone.
pub async fn end(session: &Session) -> Result<(), Fault> {
    Ok(session.flush().await?)
}

/// Who a request comes from: below `/api/` the program behind the bearer token and no cookie, elsewhere the account of
/// the session and no token. `None`: a guest, or a token that does not hold. For [`web::Resolve`].
pub async fn resolve_actor(conn: &Conn, parts: &Parts, session: &Session, now: Time) -> Result<Option<Actor>, Fault> {
    if parts.uri.path().starts_with("/api/") {
        return Ok(match bearer(parts) {
            Some(token) => query::token_actor(conn, token, language(parts)).await?,
            None => None,
        });
    }
    let Some(logged_in) = session.get::<LoggedIn>(KEY).await? else { return Ok(None) };
    if now - logged_in.since >= LONGEST {
        return Ok(None);
    }
    let member = query::member(conn, logged_in.account).await?;
    Ok(member.filter(|(account, _)| mark(account) == logged_in.mark).map(|(_, actor)| actor))
}

/// Eight characters that change with the password and tell nothing of it.
fn mark(account: &account::Model) -> String {
    let hash = account.password_hash.as_deref().unwrap_or_default();
    secret::hash(hash).chars().take(8).collect()
}

/// RFC 6750 §2.1; the scheme in any case (RFC 9110 §11.1).
fn bearer(parts: &Parts) -> Option<&str> {
    let (scheme, token) = parts.headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

fn language(parts: &Parts) -> Language {
    let header = parts.headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    header.and_then(Language::accept).unwrap_or_default()
}
