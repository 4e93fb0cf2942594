//! Changing an order: who orders, the note, the link.

use crate::form::person;
use crate::page::order::{self as page, Sheet};
use crate::query::newest;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use garde::Validate;
use http::StatusCode;
use maud::Markup;
use payment::service::invoice::is_outdated;
use registration::RegistrationError;
use registration::form::{Billing, NoteForm};
use registration::load::{self, Manage, Order};
use registration::query::order::{OrderView, view};
use registration::service::{buyer, link, note};
use store::event::Line;
use web::flash::Flash;
use web::form::{Conflict, Seen};
use web::{Answer, Fault, Faults, Fields, Visit};

/// An order that the visitor may change, with all of it.
async fn loaded(state: &web::State, visit: &Visit, code: &str) -> Result<(Order<Manage>, OrderView), Fault> {
    let conn = state.store.read();
    let order = load::order_to_manage(conn, &visit.actor, visit.congress()?.id, code).await?;
    let view = view(conn, order.row().clone()).await?;
    Ok((order, view))
}

/// What somebody else saved, beside what was typed. `newest`: when it was saved, and by whom.
pub(super) fn conflict(
    visit: &Visit,
    newest: Option<&Line>,
    names: &[(&str, &str)],
    theirs: &Fields,
    typed: &Fields,
) -> Conflict {
    let names: Vec<(&str, String)> = names.iter().map(|(name, key)| (*name, visit.words.t(key))).collect();
    Conflict::new(newest, &names, theirs, typed)
}

/// The same with fields that are called as somebody set them up.
pub(super) fn conflict_of(
    newest: Option<&Line>,
    names: &[(String, String)],
    theirs: &Fields,
    typed: &Fields,
) -> Conflict {
    let names: Vec<(&str, String)> = names.iter().map(|(name, label)| (name.as_str(), label.clone())).collect();
    Conflict::new(newest, &names, theirs, typed)
}

/// 422, with the errors beside the fields.
pub(super) fn wrong(page: Markup) -> Answer {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// 409, with what somebody else saved.
pub(super) fn stale(page: Markup) -> Answer {
    Ok((StatusCode::CONFLICT, page).into_response())
}

/// Back to the order, with a sentence.
async fn done(visit: &Visit, order: &Order<Manage>, word: &str) -> Answer {
    Flash::success(visit.words.t(word)).leave(visit).await?;
    let slug = &visit.congress()?.slug;
    Ok(Redirect::to(&address::desk::Order::new(slug, &order.row().code).path()).into_response())
}

pub async fn ask_buyer(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::OrderBuyer>,
) -> Answer {
    let (_, view) = loaded(&state, &visit, &at.code).await?;
    let sheet = Sheet::new(person::buyer_fields(&view), buyer::seen(&view.order));
    Ok(page::buyer(&visit, &view, &sheet).into_response())
}

pub async fn change_buyer(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::OrderBuyer>,
    fields: Fields,
) -> Answer {
    let (order, view) = loaded(&state, &visit, &at.code).await?;
    let form = person::buyer(&fields);
    let mut faults = Faults::new();
    if person::kind(&fields).is_none() {
        faults.add("buyer-kind", "desk-fault-buyer-kind");
    }
    if let Err(report) = form.validate() {
        faults.extend(Faults::from_report(&report));
    }
    if !faults.is_empty() {
        faults.name_all(&person::labels(&person::BUYER, visit.words));
        return wrong(page::buyer(&visit, &view, &Sheet::wrong(&fields, faults)));
    }
    match buyer::change(&state.store, &order, &Seen::read(&fields), form, person::after(&fields)).await {
        Ok(()) => {
            let (now, _) = loaded(&state, &visit, &at.code).await?;
            let account = payment::query::account(state.store.read(), now.row()).await?;
            let outdated = is_outdated(now.row(), &account);
            done(&visit, &order, if outdated { "desk-flash-changed-invoice" } else { "desk-flash-changed" }).await
        }
        Err(RegistrationError::BillingMissing(missing)) => {
            Billing::tell(&missing, &mut faults);
            faults.name_all(&person::labels(&person::BUYER, visit.words));
            wrong(page::buyer(&visit, &view, &Sheet::wrong(&fields, faults)))
        }
        Err(RegistrationError::Stale(_)) => {
            let (_, now) = loaded(&state, &visit, &at.code).await?;
            let theirs = person::told(&person::buyer_fields(&now), visit.words);
            let yours = person::told(&fields, visit.words);
            let newest = newest::of_buyer(state.store.read(), &now.order).await?;
            let told = conflict(&visit, newest.as_ref(), &person::BUYER, &theirs, &yours);
            let sheet = Sheet { fields, faults: Faults::new(), seen: buyer::seen(&now.order), conflict: Some(told) };
            stale(page::buyer(&visit, &now, &sheet))
        }
        Err(error) => Err(error.into()),
    }
}

pub async fn ask_note(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::OrderNote>,
) -> Answer {
    let (_, view) = loaded(&state, &visit, &at.code).await?;
    let sheet = Sheet::new(Fields::new().with("note", &view.order.note), note::seen(&view.order));
    Ok(page::note(&visit, &view, &sheet).into_response())
}

pub async fn write_note(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::OrderNote>,
    fields: Fields,
) -> Answer {
    let (order, view) = loaded(&state, &visit, &at.code).await?;
    let form = NoteForm::cleaned(fields.get("note"));
    if let Err(report) = form.validate() {
        return wrong(page::note(&visit, &view, &Sheet::wrong(&fields, Faults::from_report(&report))));
    }
    match note::write(&state.store, &order, &Seen::read(&fields), &form).await {
        Ok(()) => done(&visit, &order, "desk-flash-noted").await,
        Err(RegistrationError::Stale(_)) => {
            let (_, now) = loaded(&state, &visit, &at.code).await?;
            let theirs = Fields::new().with("note", &now.order.note);
            let newest = newest::of_note(state.store.read(), &now.order).await?;
            let told = conflict(&visit, newest.as_ref(), &[("note", "desk-note")], &theirs, &fields);
            let sheet = Sheet { fields, faults: Faults::new(), seen: note::seen(&now.order), conflict: Some(told) };
            stale(page::note(&visit, &now, &sheet))
        }
        Err(error) => Err(error.into()),
    }
}

pub async fn ask_link(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::OrderLink>,
) -> Answer {
    let (_, view) = loaded(&state, &visit, &at.code).await?;
    let sheet = Sheet::new(Fields::new().with("send", "on"), link::seen_order(&view.order));
    Ok(page::order_link(&visit, &view, &sheet).into_response())
}

pub async fn renew_link(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::OrderLink>,
    fields: Fields,
) -> Answer {
    let (order, _) = loaded(&state, &visit, &at.code).await?;
    link::renew_order(&state.store, &order, &Seen::read(&fields), fields.has("send")).await?;
    done(&visit, &order, "desk-flash-link").await
}
