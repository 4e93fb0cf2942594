//! One attendee of an order: the name, the mail, the cancellation. By the order's link here, by the attendee's own in
//! [`super::my`]; what happens is the same.

use crate::form::place;
use crate::page::{self, Scene};
use crate::query::order::{May, own_ticket};
use crate::route::{order, refusal};
use address::{Order, OrderAttendeeCancellation, OrderAttendeeMail, OrderAttendeeName};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use garde::Validate;
use http::StatusCode;
use registration::RegistrationError;
use registration::entity::attendee::State as Ticket;
use registration::form::NameForm;
use registration::load::{Attendee, attendee_of};
use registration::service::rebooking::pays;
use registration::service::{attendee, cancellation, mail, naming};
use web::flash::Flash;
use web::layout::public_page;
use web::{Answer, Fault, Faults, Fields, Visit};

/// Where a request about an attendee comes from: its own path, and the page that it leads back to.
pub(super) struct Way {
    pub(super) here: String,
    pub(super) back: String,
}

pub(super) async fn load(
    state: &web::State,
    visit: &Visit,
    code: &str,
    secret: &str,
    position: &str,
) -> Result<Attendee, Fault> {
    let order = order::load(state, visit, code, secret).await?;
    Ok(attendee_of(state.store.read(), &order, position).await?)
}

pub(super) fn way(here: String, congress: &str, code: &str, secret: &str) -> Way {
    Way { here, back: Order::new(congress, code, secret).path() }
}

pub async fn ask_name(State(state): State<web::State>, visit: Visit, Path(at): Path<OrderAttendeeName>) -> Answer {
    let loaded = load(&state, &visit, &at.code, &at.secret, &at.position).await?;
    name_page(&state, &visit, &loaded, &way(at.path(), &at.congress, &at.code, &at.secret)).await
}

pub async fn rename(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<OrderAttendeeName>,
    sent: Fields,
) -> Answer {
    let loaded = load(&state, &visit, &at.code, &at.secret, &at.position).await?;
    take_name(&state, &visit, &loaded, &way(at.path(), &at.congress, &at.code, &at.secret), &sent).await
}

pub async fn ask_mail(State(state): State<web::State>, visit: Visit, Path(at): Path<OrderAttendeeMail>) -> Answer {
    let loaded = load(&state, &visit, &at.code, &at.secret, &at.position).await?;
    mail_page(&state, &visit, &loaded, &way(at.path(), &at.congress, &at.code, &at.secret)).await
}

pub async fn send_mail(State(state): State<web::State>, visit: Visit, Path(at): Path<OrderAttendeeMail>) -> Answer {
    let loaded = load(&state, &visit, &at.code, &at.secret, &at.position).await?;
    take_mail(&state, &visit, &loaded, &way(at.path(), &at.congress, &at.code, &at.secret)).await
}

pub async fn ask_cancellation(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<OrderAttendeeCancellation>,
) -> Answer {
    let loaded = load(&state, &visit, &at.code, &at.secret, &at.position).await?;
    cancellation_page(&state, &visit, &loaded, &way(at.path(), &at.congress, &at.code, &at.secret)).await
}

pub async fn cancel(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<OrderAttendeeCancellation>,
    sent: Fields,
) -> Answer {
    let loaded = load(&state, &visit, &at.code, &at.secret, &at.position).await?;
    take_cancellation(&state, &visit, &loaded, &way(at.path(), &at.congress, &at.code, &at.secret), &sent).await
}

/// The ticket, if this can still be done with it.
pub(super) async fn able(
    state: &web::State,
    visit: &Visit,
    loaded: &Attendee,
    can: fn(May) -> bool,
) -> Result<crate::query::order::Ticket, Fault> {
    let ticket = own_ticket(&state.store, loaded.order(), loaded.row().clone(), visit.now).await?;
    if can(ticket.may) { Ok(ticket) } else { Err(RegistrationError::Closed.into()) }
}

pub(super) async fn name_page(state: &web::State, visit: &Visit, loaded: &Attendee, way: &Way) -> Answer {
    let scene = Scene::of(visit)?;
    let row = able(state, visit, loaded, |may| may.rename).await?.view.attendee;
    if row.named_at.is_none() {
        let fields = Fields::new().with("organisation", row.organisation).with("language", row.language);
        let main = page::place::name(scene, &way.here, &way.back, &fields, &Faults::new());
        return Ok(public_page(visit, &scene.t("portal-name-place"), main).into_response());
    }
    let fields = Fields::new()
        .with("given", row.given_name)
        .with("family", row.family_name)
        .with("organisation", row.organisation);
    let main = page::name::main(scene, &way.here, &way.back, &fields, &Faults::new());
    Ok(public_page(visit, &scene.t("portal-change-name"), main).into_response())
}

pub(super) async fn take_name(
    state: &web::State,
    visit: &Visit,
    loaded: &Attendee,
    way: &Way,
    sent: &Fields,
) -> Answer {
    let scene = Scene::of(visit)?;
    if loaded.row().named_at.is_none() {
        return name_place(state, visit, loaded, way, sent).await;
    }
    let form = NameForm {
        given_name: sent.get("given").to_owned(),
        family_name: sent.get("family").to_owned(),
        organisation: sent.get("organisation").to_owned(),
    };
    if let Err(report) = form.validate() {
        let faults = Faults::from_report_with(&report, |path| path.trim_end_matches("_name").to_owned());
        let main = page::name::main(scene, &way.here, &way.back, sent, &faults);
        let page = public_page(visit, &scene.t("portal-change-name"), main);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let notice = match Box::pin(attendee::rename(&state.store, loaded, form)).await {
        Ok(()) => Flash::success(visit.words.t("portal-renamed")),
        Err(error) => refusal(visit.words, error)?,
    };
    notice.leave(visit).await?;
    Ok(Redirect::to(&way.back).into_response())
}

/// Who ordered a place without a name says whose it is.
async fn name_place(state: &web::State, visit: &Visit, loaded: &Attendee, way: &Way, sent: &Fields) -> Answer {
    let scene = Scene::of(visit)?;
    let ticket = own_ticket(&state.store, loaded.order(), loaded.row().clone(), visit.now).await?;
    let form = place::read(sent, loaded.language(), Some(&ticket.view.address));
    let faults = place::check(&form, sent, false);
    if !faults.is_empty() {
        let main = page::place::name(scene, &way.here, &way.back, sent, &faults);
        let page = public_page(visit, &scene.t("portal-name-place"), main);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let notice = match Box::pin(naming::name_place(&state.store, loaded, form, None)).await {
        Ok(()) => Flash::success(visit.words.t("portal-place-named")),
        Err(error) => refusal(visit.words, error)?,
    };
    notice.leave(visit).await?;
    Ok(Redirect::to(&way.back).into_response())
}

pub(super) async fn mail_page(state: &web::State, visit: &Visit, loaded: &Attendee, way: &Way) -> Answer {
    let scene = Scene::of(visit)?;
    let ticket = able(state, visit, loaded, |may| may.mail).await?;
    let main = page::mail::main(scene, &way.here, &way.back, &[&ticket.view.address]);
    Ok(public_page(visit, &scene.t("portal-send-again"), main).into_response())
}

pub(super) async fn take_mail(state: &web::State, visit: &Visit, loaded: &Attendee, way: &Way) -> Answer {
    let request = state.store.chance().opaque_id();
    let notice = match mail::request_attendee(&state.store, loaded, request).await {
        Ok(()) => Flash::success(visit.words.t("portal-sent-again")),
        Err(error) => refusal(visit.words, error)?,
    };
    notice.leave(visit).await?;
    Ok(Redirect::to(&way.back).into_response())
}

pub(super) async fn cancellation_page(state: &web::State, visit: &Visit, loaded: &Attendee, way: &Way) -> Answer {
    let scene = Scene::of(visit)?;
    let ticket = able(state, visit, loaded, |may| may.give_back).await?;
    let (order, row) = (loaded.order(), loaded.row());
    let balance = match pays(loaded.actor(), row, order) {
        true => Some(payment::query::account(state.store.read(), order).await?.balance),
        false => None,
    };
    let cost = balance.as_ref().map(|balance| page::cancellation::Cost {
        balance,
        less: row.price_cents,
        currency: &order.currency,
    });
    let main = page::cancellation::main(scene, (&way.here, &way.back), &[&ticket], false, cost.as_ref(), None);
    Ok(public_page(visit, &scene.t("portal-cancel-title"), main).into_response())
}

/// Cancels the ticket. A second time changes nothing and says so.
pub(super) async fn take_cancellation(
    state: &web::State,
    visit: &Visit,
    loaded: &Attendee,
    way: &Way,
    sent: &Fields,
) -> Answer {
    let notice = match Box::pin(cancellation::cancel_attendee(&state.store, loaded, sent.get("reason"))).await {
        Ok(()) => Flash::success(visit.words.t("portal-cancelled-now")),
        Err(RegistrationError::Closed) if loaded.row().state == Ticket::Cancelled => {
            Flash::info(visit.words.t("portal-cancelled-before"))
        }
        Err(error) => refusal(visit.words, error)?,
    };
    notice.leave(visit).await?;
    Ok(Redirect::to(&way.back).into_response())
}
