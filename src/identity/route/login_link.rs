//! Logging in by a link.

use super::login::{again, agent};
use crate::error::IdentityError;
use crate::service::login_link::{request_login_link, use_login_link};
use crate::{form, page, query, session};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use web::{Answer, Fields, Visit};

/// Asks for a link. Whether there is such an account, the answer does not tell.
pub(super) async fn request(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let address = match form::link_address(&fields) {
        Ok(address) => address,
        Err(faults) => return Ok(again(&visit, &fields, &faults)),
    };
    request_login_link(&state.store, &address).await?;
    Ok(Redirect::to(&address::LoginLink::new().path()).into_response())
}

/// What happens next.
pub(super) async fn sent(visit: Visit) -> Answer {
    Ok(page::login_link::sent(&visit).into_response())
}

/// The page behind a link. Changes nothing.
pub(super) async fn show(
    State(state): State<web::State>,
    visit: Visit,
    Path(address::LoginToken { token }): Path<address::LoginToken>,
) -> Answer {
    match query::link_account(state.store.read(), &token, visit.now).await? {
        Some(account) => Ok(page::login_link::confirm(&visit, &token, &account.name).into_response()),
        None => Ok(ended(&visit)),
    }
}

/// Logs in.
pub(super) async fn use_up(
    State(state): State<web::State>,
    visit: Visit,
    headers: HeaderMap,
    Path(address::LoginToken { token }): Path<address::LoginToken>,
) -> Answer {
    match use_login_link(&state.store, &token).await {
        Ok(account) => {
            session::begin(&visit.session, &account, agent(&headers), visit.now).await?;
            Ok(Redirect::to(&address::desk::Desks::new().path()).into_response())
        }
        Err(IdentityError::LinkEnded) => Ok(ended(&visit)),
        Err(e) => Err(e.into()),
    }
}

fn ended(visit: &Visit) -> Response {
    (StatusCode::GONE, page::login_link::ended(visit)).into_response()
}
