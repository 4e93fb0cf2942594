//! Logging in by password, and out.

use crate::error::IdentityError;
use crate::form::{self, EMAIL, LogIn, NEXT};
use crate::guess::Guesses;
use crate::service::login::log_in;
use crate::{page, session};
use axum::extract::{RawQuery, State};
use axum::http::header::USER_AGENT;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect};
use base::contact;
use std::sync::Arc;
use web::flash::Flash;
use web::{Answer, Fault, Faults, Fields, Visit};

/// The form. Who is logged in goes on at once.
pub(super) async fn show(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    if visit.actor.is_staff() {
        return Ok(Redirect::to(&form::next(&asked)).into_response());
    }
    let fields = Fields::new().with(NEXT, asked.get(NEXT));
    Ok(page::login::login(&visit, &fields, &Faults::new()).into_response())
}

/// Tries a password.
pub(super) async fn try_password(
    guesses: Arc<Guesses>,
    State(state): State<web::State>,
    visit: Visit,
    headers: HeaderMap,
    fields: Fields,
) -> Answer {
    let typed = match LogIn::read(&fields) {
        Ok(typed) => typed,
        Err(faults) => return Ok(again(&visit, &fields, &faults)),
    };
    let address = contact::normalise(&typed.email);
    if let Some(seconds) = guesses.closed(&address, visit.now) {
        return Err(Fault::too_many(seconds));
    }
    match log_in(&state.store, &typed.email, typed.password).await {
        Ok(account) => {
            session::begin(&visit.session, &account, agent(&headers), visit.now).await?;
            Ok(Redirect::to(&form::next(&fields)).into_response())
        }
        Err(IdentityError::WrongLogin) => {
            guesses.wrong(&address, visit.now);
            let mut faults = Faults::new();
            faults.add(EMAIL, "login-wrong");
            Ok(again(&visit, &fields, &faults))
        }
        Err(e) => Err(e.into()),
    }
}

/// The browser, as it calls itself.
pub(super) fn agent(headers: &HeaderMap) -> &str {
    headers.get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// The form once more, with what is wrong.
pub(super) fn again(visit: &Visit, fields: &Fields, faults: &Faults) -> axum::response::Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page::login::login(visit, fields, faults)).into_response()
}

/// Logs out. Who is not logged in is not bothered.
pub(super) async fn log_out(visit: Visit) -> Answer {
    session::end(&visit.session).await?;
    Flash::success(visit.words.t("login-out")).leave(&visit).await?;
    Ok(Redirect::to(&address::Login::new().path()).into_response())
}
