//! The waiting list at the desk.

use crate::form::list::Asked;
use crate::form::waiting::WaitingSearch;
use crate::query::placement::choices;
use crate::query::waiting::{self as query, WaitingDetail};
use crate::{form, page};
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect};
use base::Permission::{MailRead, OrdersRead, OrdersWrite};
use base::error::Told;
use congress::CongressError;
use congress::entity::waiting::Source;
use congress::rules::waiting::MOST;
use http::StatusCode;
use portal::form::waiting as typed;
use registration::RegistrationError;
use registration::load::waiting::{Waiting, waiting_for_staff, waiting_secret};
use registration::query::waiting::WaitingView;
use registration::service::waiting as service;
use web::flash::Flash;
use web::form::{Seen, once};
use web::{Answer, Fault, Faults, Fields, Visit};

pub async fn list(State(state): State<web::State>, visit: Visit, RawQuery(asked): RawQuery) -> Answer {
    let congress = visit.congress()?;
    let search = WaitingSearch::read(&Fields::parse(asked.unwrap_or_default().as_bytes()));
    let list = query::list(state.store.read(), congress, search).await?;
    if list.page.number > list.page.last() {
        return Ok(Redirect::to(&list.search.with_page(list.page.last()).path(&congress.slug)).into_response());
    }
    let kept = identity::query::views(state.store.read(), &visit.actor, congress.id, WaitingSearch::LIST).await?;
    Ok(page::waiting::list(&visit, &list, &kept).into_response())
}

/// Somebody whom the visitor may change, or 404.
async fn load(state: &web::State, visit: &Visit, id: &str) -> Result<Waiting, Fault> {
    let congress = visit.congress()?.id;
    Ok(waiting_for_staff(state.store.read(), &visit.actor, OrdersWrite, congress, id).await?)
}

async fn detail(state: &web::State, visit: &Visit, id: &str) -> Result<WaitingDetail, Fault> {
    let congress = visit.congress()?;
    let conn = state.store.read();
    let waiting = waiting_for_staff(conn, &visit.actor, OrdersRead, congress.id, id).await?;
    let row = waiting.row().clone();
    let link = visit.may(OrdersWrite).then(|| {
        let secret = waiting_secret(&state.link_key, &row);
        state.absolute(&address::Waiting::new(&congress.slug, row.id.to_string(), secret).path())
    });
    query::detail(conn, row, visit.may(MailRead), link).await?.ok_or_else(Fault::not_found)
}

pub async fn show(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::WaitingEntry>,
) -> Answer {
    page_of(&state, &visit, &at.id, &Fields::new(), &Faults::new(), StatusCode::OK).await
}

async fn page_of(
    state: &web::State,
    visit: &Visit,
    id: &str,
    typed: &Fields,
    faults: &Faults,
    status: StatusCode,
) -> Answer {
    let detail = detail(state, visit, id).await?;
    let drawn = state.store.chance().opaque_id().to_string();
    Ok((status, page::waiting::show(visit, &detail, (typed, faults), &drawn)).into_response())
}

/// Back to the page of somebody, with what happened or why it did not.
async fn back(visit: &Visit, id: &str, done: Result<(), RegistrationError>, word: &str) -> Answer {
    let notice = match done {
        Ok(()) => Flash::success(visit.words.t(word)),
        Err(error) if error.status() == 404 || error.status() >= 500 => return Err(error.into()),
        Err(error) => Flash::warning(visit.words.with(error.message(), &web::problem::args(&error.values()))),
    };
    notice.leave(visit).await?;
    Ok(Redirect::to(&address::desk::WaitingEntry::new(&visit.congress()?.slug, id).path()).into_response())
}

pub async fn offer(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::WaitingOffer>,
) -> Answer {
    let waiting = load(&state, &visit, &at.id).await?;
    // Clicked twice, it is offered already.
    if waiting.row().state == congress::entity::waiting::State::Offered {
        return back(&visit, &at.id, Ok(()), "desk-waiting-offered-now").await;
    }
    let done = Box::pin(service::by_hand(&state.store, &waiting)).await.map(|_| ());
    back(&visit, &at.id, done, "desk-waiting-offered-now").await
}

pub async fn mail(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::WaitingMail>,
    fields: Fields,
) -> Answer {
    let waiting = load(&state, &visit, &at.id).await?;
    let request = once::id(&fields, waiting.row().id, state.store.chance());
    let done = service::ask_again(&state.store, &waiting, request).await;
    back(&visit, &at.id, done, "desk-waiting-mailed").await
}

/// A reason, or the page again that asks for one.
fn reason(visit: &Visit, fields: &Fields, name: &str, label: &str) -> Result<String, Faults> {
    let reason = base::name::clean(fields.get(name));
    if !reason.is_empty() {
        return Ok(reason);
    }
    let mut faults = Faults::new();
    faults.add(name, "desk-waiting-fault-reason");
    faults.name(name, &visit.words.t(label));
    Err(faults)
}

pub async fn prioritise(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::WaitingPriority>,
    fields: Fields,
) -> Answer {
    let waiting = load(&state, &visit, &at.id).await?;
    let reason = match reason(&visit, &fields, "reason", "desk-waiting-reason") {
        Ok(reason) => reason,
        Err(faults) => {
            return page_of(&state, &visit, &at.id, &fields, &faults, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    };
    let number = |name: &str| fields.get(name).parse().unwrap_or(waiting.row().priority);
    let done = service::prioritise(&state.store, &waiting, (number("shown"), number("priority")), &reason).await;
    back(&visit, &at.id, done, "desk-waiting-moved").await
}

/// Takes somebody off the list. A second time changes nothing.
pub async fn remove(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::WaitingRemoval>,
    fields: Fields,
) -> Answer {
    let waiting = load(&state, &visit, &at.id).await?;
    let reason = match reason(&visit, &fields, "why", "desk-waiting-why") {
        Ok(reason) => reason,
        Err(faults) => {
            return page_of(&state, &visit, &at.id, &fields, &faults, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    };
    let done = service::remove(&state.store, &waiting, &reason).await;
    back(&visit, &at.id, done, "desk-waiting-removed-now").await
}

pub async fn ask(State(state): State<web::State>, visit: Visit) -> Answer {
    let first = choices(state.store.read(), visit.congress()?, visit.now).await?;
    let liked = first.iter().find(|choice| choice.full().is_some()).or_else(|| first.first());
    let fields = Fields::new()
        .with(once::NAME, state.store.chance().opaque_id().to_string())
        .with("count", "1")
        .with("choice-1", liked.map_or("", |choice| choice.slug()))
        .with("language", visit.language.tag());
    new_form(&state, &visit, &fields, &Faults::new(), None, StatusCode::OK).await
}

async fn new_form(
    state: &web::State,
    visit: &Visit,
    fields: &Fields,
    faults: &Faults,
    notice: Option<&str>,
    status: StatusCode,
) -> Answer {
    let congress = visit.congress()?;
    let choices = choices(state.store.read(), congress, visit.now).await?;
    let title = visit.words.t("desk-waiting-new");
    let (back, here) = (WaitingSearch::place(&congress.slug), address::desk::NewWaiting::new(&congress.slug).path());
    let page = page::waiting::form(visit, (&title, &back, &here), &choices, (fields, faults), None, notice);
    Ok((status, page).into_response())
}

/// Puts somebody on the list who asked by phone. If they stand there already for the same, it leads to them.
pub async fn join(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let congress = visit.congress()?;
    let id = once::id(&fields, congress.id, state.store.chance());
    let wish = match typed::read(&fields, id, form::person::language(&fields), Source::Desk, (MOST, visit.words)) {
        Ok(wish) => wish,
        Err(faults) => {
            return new_form(&state, &visit, &fields, &faults, None, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    };
    match service::join(&state.store, &visit.actor, congress.id, wish).await {
        Ok(joined) => {
            let word = if joined.known { "desk-waiting-known" } else { "desk-waiting-put" };
            back(&visit, &joined.entry.id.to_string(), Ok(()), word).await
        }
        Err(error) => {
            let (faults, notice, status) = refused(&visit, error)?;
            new_form(&state, &visit, &fields, &faults, notice.as_deref(), status).await
        }
    }
}

/// What the rules refuse: beside the field that it is about, or above the form.
fn refused(visit: &Visit, error: RegistrationError) -> Result<(Faults, Option<String>, StatusCode), Fault> {
    if error.status() == 404 || error.status() >= 500 {
        return Err(error.into());
    }
    let field = match &error {
        RegistrationError::TooManyTogether { .. } | RegistrationError::TooMany { .. } => Some("count"),
        RegistrationError::Congress(CongressError::WaitingTwice) => Some("email"),
        RegistrationError::NotOnSale { .. } | RegistrationError::UnknownCategory { .. } => Some("choice-1"),
        _ => None,
    };
    let args = web::problem::args(&error.values());
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::CONFLICT);
    let mut faults = Faults::new();
    let Some(field) = field else {
        return Ok((faults, Some(visit.words.with(error.message(), &args)), status));
    };
    faults.add_with(field, error.message(), &args);
    Ok((typed::named(faults, visit.words), None, status))
}

fn seen(view: &WaitingView) -> Seen {
    let choices: Vec<_> = view.choices.iter().map(|category| category.id).collect();
    service::seen(&view.row, &choices)
}

pub async fn ask_details(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::WaitingDetails>,
) -> Answer {
    load(&state, &visit, &at.id).await?;
    let detail = detail(&state, &visit, &at.id).await?;
    let fields = typed::fields(&detail.view).with("language", &detail.view.row.language);
    details_form(&state, &visit, &detail, (&fields, &Faults::new()), &seen(&detail.view), None, StatusCode::OK).await
}

async fn details_form(
    state: &web::State,
    visit: &Visit,
    detail: &WaitingDetail,
    typed: (&Fields, &Faults),
    seen: &Seen,
    notice: Option<&str>,
    status: StatusCode,
) -> Answer {
    let congress = visit.congress()?;
    let choices = choices(state.store.read(), congress, visit.now).await?;
    let title = visit.words.t("desk-waiting-change");
    let id = detail.view.row.id.to_string();
    let back = address::desk::WaitingEntry::new(&congress.slug, &id).path();
    let here = address::desk::WaitingDetails::new(&congress.slug, &id).path();
    let page = page::waiting::form(visit, (&title, &back, &here), &choices, typed, Some(seen), notice);
    Ok((status, page).into_response())
}

pub async fn change_details(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::WaitingDetails>,
    fields: Fields,
) -> Answer {
    let waiting = load(&state, &visit, &at.id).await?;
    let detail = detail(&state, &visit, &at.id).await?;
    let shown = Seen::read(&fields);
    let language = form::person::language(&fields);
    let wish = match typed::read(&fields, waiting.row().id, language, Source::Desk, (MOST, visit.words)) {
        Ok(wish) => wish,
        Err(faults) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return details_form(&state, &visit, &detail, (&fields, &faults), &shown, None, status).await;
        }
    };
    match service::change(&state.store, &waiting, &shown, wish).await {
        Ok((_, kept)) => {
            back(&visit, &at.id, Ok(()), if kept { "desk-waiting-changed" } else { "desk-waiting-changed-end" }).await
        }
        Err(error @ RegistrationError::Stale(_)) => {
            let notice = visit.words.t(error.message());
            let (seen, status) = (seen(&detail.view), StatusCode::CONFLICT);
            details_form(&state, &visit, &detail, (&fields, &Faults::new()), &seen, Some(&notice), status).await
        }
        Err(error) => {
            let (faults, notice, status) = refused(&visit, error)?;
            details_form(&state, &visit, &detail, (&fields, &faults), &shown, notice.as_deref(), status).await
        }
    }
}
