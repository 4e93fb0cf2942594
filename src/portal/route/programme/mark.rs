//! Marking a session on the device.

use super::Known;
use crate::stars;
use address::programme::{Programme, Stars};
use axum::response::{IntoResponse, Redirect, Response};
use http::header::{ACCEPT, SET_COOKIE};
use http::{HeaderMap, HeaderValue, StatusCode};
use web::{Answer, Fault, Fields, Visit};

/// Marks one, or forgets one, or all. Twice is once.
pub(super) async fn device(
    plans: Known,
    state: web::State,
    visit: Visit,
    at: Stars,
    headers: HeaderMap,
    sent: Fields,
) -> Answer {
    let plan = plans.get(&state, visit.congress()?).await?;
    let mut marked = stars::Stars::read(&headers);
    let wanted = sent.get("star");
    if !wanted.is_empty() && plan.session(wanted).is_none() {
        return Err(Fault::not_found());
    }
    marked.add(wanted);
    marked.remove(sent.get("unstar"));
    if sent.get("forget") == "all" {
        marked = stars::Stars::default();
    }
    let code = if wanted.is_empty() { sent.get("unstar") } else { wanted };
    let mut answer = done(&headers, &back(&at.congress, sent.get("back"), code));
    keep(&mut answer, &marked, &at.congress, state.secure_cookies)?;
    Ok(answer)
}

/// A script is told that it is done; a form leads back.
pub(super) fn done(headers: &HeaderMap, back: &str) -> Response {
    let accept = headers.get(ACCEPT).and_then(|v| v.to_str().ok()).unwrap_or_default();
    if accept.starts_with("application/json") {
        StatusCode::NO_CONTENT.into_response()
    } else {
        Redirect::to(back).into_response()
    }
}

/// Keeps what is marked on the device.
pub(super) fn keep(answer: &mut Response, marked: &stars::Stars, congress: &str, secure: bool) -> Result<(), Fault> {
    let cookie = marked.cookie(congress, secure);
    let cookie = HeaderValue::from_str(&cookie).map_err(|error| Fault::internal(error.to_string()))?;
    answer.headers_mut().append(SET_COOKIE, cookie);
    Ok(())
}

/// Back to the page of the congress where the star stands, and there to the session; anything else is no page of ours.
fn back(congress: &str, back: &str, code: &str) -> String {
    let home = address::Congress::new(congress).path();
    let ours = back.strip_prefix(&home).is_some_and(|rest| rest.starts_with('/'))
        && !back.contains(['\\', '#'])
        && !back.chars().any(char::is_control);
    let page = if ours { back.to_owned() } else { Programme::new(congress).path() };
    if code.is_empty() || !code.bytes().all(|b| b.is_ascii_alphanumeric()) { page } else { format!("{page}#s-{code}") }
}
