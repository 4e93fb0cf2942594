//! One's own account: name, language, password, sessions.

use crate::entity::account::Model;
use crate::error::IdentityError;
use crate::form::{NEW, OLD, profile, profile_fields};
use crate::guess::Guesses;
use crate::password::Password;
use crate::service::profile::{self, Profile};
use crate::{page, query, session};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use base::actor::ActorKind;
use base::error::Told;
use page::account::{Panel, Shown};
use std::sync::Arc;
use web::flash::Flash;
use web::form::{Conflict, Seen};
use web::session as web_session;
use web::{Answer, Fault, Faults, Fields, Visit};

/// The page.
pub(super) async fn show(State(state): State<web::State>, visit: Visit) -> Answer {
    let account = own(&state, &visit).await?;
    page(&state, &visit, &account, StatusCode::OK, None).await
}

/// Changes name and language.
pub(super) async fn change(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let account = own(&state, &visit).await?;
    let typed = match profile(&fields) {
        Ok(typed) => typed,
        Err(faults) => return wrong(&state, &visit, &account, Panel::Profile, &fields, &faults).await,
    };
    match profile::change_profile(&state.store, &visit.actor, account.id, typed, &Seen::read(&fields)).await {
        Ok(()) => done(&visit, &visit.words.t("desk-account-saved")).await,
        Err(IdentityError::Stale(_)) => {
            let now = own(&state, &visit).await?;
            let names =
                [("name", visit.words.t("desk-account-name")), ("language", visit.words.t("desk-account-language"))];
            let conflict = Conflict::new(None, &names, &profile_fields(&Profile::from(&now)), &fields);
            let shown =
                Shown { panel: Panel::Profile, fields: &fields, faults: &Faults::new(), conflict: Some(&conflict) };
            page(&state, &visit, &now, StatusCode::CONFLICT, Some(shown)).await
        }
        Err(e) => beside(&state, &visit, &account, Panel::Profile, &fields, "name", e).await,
    }
}

/// Changes the password. Wrong old ones are counted like wrong ones at the log-in.
pub(super) async fn change_password(
    guesses: Arc<Guesses>,
    State(state): State<web::State>,
    visit: Visit,
    fields: Fields,
) -> Answer {
    let account = own(&state, &visit).await?;
    if let Some(seconds) = guesses.closed(&account.address, visit.now) {
        return Err(Fault::too_many(seconds));
    }
    let mut faults = Faults::new();
    if account.password_hash.is_some() && fields.get(OLD).is_empty() {
        faults.add(OLD, "desk-account-old-missing");
    }
    if fields.get(NEW).is_empty() {
        faults.add(NEW, "desk-account-new-missing");
    }
    if !faults.is_empty() {
        return wrong(&state, &visit, &account, Panel::Password, &fields, &faults).await;
    }
    let (old, new) = (Password::new(fields.get(OLD)), Password::new(fields.get(NEW)));
    let this = web_session::id(&visit.session);
    match profile::change_password(&state.store, &visit.actor, account.id, old, new, this.as_deref()).await {
        Ok(account) => {
            session::renew(&visit.session, &account).await?;
            done(&visit, &visit.words.t("desk-account-password-saved")).await
        }
        Err(e @ IdentityError::WrongPassword) => {
            guesses.wrong(&account.address, visit.now);
            beside(&state, &visit, &account, Panel::Password, &fields, OLD, e).await
        }
        Err(e) => beside(&state, &visit, &account, Panel::Password, &fields, NEW, e).await,
    }
}

/// Ends one's sessions in other browsers.
pub(super) async fn end_sessions(State(state): State<web::State>, visit: Visit) -> Answer {
    let account = own(&state, &visit).await?;
    let this = web_session::id(&visit.session);
    let ended = profile::end_other_sessions(&state.store, &visit.actor, account.id, this.as_deref()).await?;
    let count = i64::try_from(ended).unwrap_or(i64::MAX);
    done(&visit, &visit.words.with("desk-account-sessions-ended", &[("count", count.into())])).await
}

async fn own(state: &web::State, visit: &Visit) -> Result<Model, Fault> {
    let ActorKind::Staff(id) = visit.actor.kind else { return Err(Fault::not_found()) };
    query::enabled(state.store.read(), id).await?.ok_or_else(Fault::not_found)
}

async fn page(
    state: &web::State,
    visit: &Visit,
    account: &Model,
    status: StatusCode,
    shown: Option<Shown<'_>>,
) -> Answer {
    let sessions = web_session::of_account(state.store.read(), account.id, visit.now).await?;
    let this = web_session::id(&visit.session);
    let page = page::account::account(visit, account, &sessions, this.as_deref(), shown.as_ref());
    Ok((status, page).into_response())
}

/// Back with what is wrong, in the panel that it is about.
async fn wrong(
    state: &web::State,
    visit: &Visit,
    account: &Model,
    panel: Panel,
    fields: &Fields,
    faults: &Faults,
) -> Answer {
    let shown = Shown { panel, fields, faults, conflict: None };
    page(state, visit, account, StatusCode::UNPROCESSABLE_ENTITY, Some(shown)).await
}

/// The same with what a service says.
async fn beside(
    state: &web::State,
    visit: &Visit,
    account: &Model,
    panel: Panel,
    fields: &Fields,
    field: &str,
    error: IdentityError,
) -> Answer {
    if error.status() != StatusCode::UNPROCESSABLE_ENTITY.as_u16() {
        return Err(error.into());
    }
    let mut faults = Faults::new();
    let values = web::problem::args(&error.values());
    faults.add_with(field, error.message(), &values);
    wrong(state, visit, account, panel, fields, &faults).await
}

async fn done(visit: &Visit, told: &str) -> Result<Response, Fault> {
    Flash::success(told).leave(visit).await?;
    Ok(Redirect::to(&address::desk::Account::new().path()).into_response())
}
