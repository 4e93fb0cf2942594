//! Another address for an attendee whose mails come back, by who ordered.

use crate::page::{self, Scene};
use crate::query::order::DeadAddress;
use crate::route::attendee::{Way, way};
use crate::route::{order, refusal};
use address::OrderAttendeeAddress;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use garde::Validate;
use http::StatusCode;
use registration::RegistrationError;
use registration::form::SubstituteForm;
use registration::service::mailbox;
use web::flash::Flash;
use web::layout::public_page;
use web::{Answer, Fault, Faults, Fields, Visit};

pub async fn ask(State(state): State<web::State>, visit: Visit, Path(at): Path<OrderAttendeeAddress>) -> Answer {
    let scene = Scene::of(&visit)?;
    let (dead, way) = load(&state, &visit, &at).await?;
    let main = page::dead::form(scene, &way.here, &way.back, &dead, (&Fields::new(), &Faults::new()));
    Ok(public_page(&visit, &scene.t("portal-new-address"), main).into_response())
}

pub async fn take(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<OrderAttendeeAddress>,
    sent: Fields,
) -> Answer {
    let scene = Scene::of(&visit)?;
    let order = order::load(&state, &visit, &at.code, &at.secret).await?;
    let form = SubstituteForm { email: sent.get("email").to_owned(), language: order.language() };
    if let Err(report) = form.validate() {
        let (dead, way) = load(&state, &visit, &at).await?;
        let faults = Faults::from_report(&report);
        let main = page::dead::form(scene, &way.here, &way.back, &dead, (&sent, &faults));
        let page = public_page(&visit, &scene.t("portal-new-address"), main);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let notice = match Box::pin(mailbox::replace(&state.store, &order, &at.position, &form.email)).await {
        Ok(()) => Flash::success(visit.words.t("portal-new-address-done")),
        Err(error) => refusal(visit.words, error)?,
    };
    notice.leave(&visit).await?;
    Ok(Redirect::to(&way(at.path(), &at.congress, &at.code, &at.secret).back).into_response())
}

/// The address, if mails still come back from it.
async fn load(state: &web::State, visit: &Visit, at: &OrderAttendeeAddress) -> Result<(DeadAddress, Way), Fault> {
    let loaded = order::load(state, visit, &at.code, &at.secret).await?;
    let page = order::read(state, visit, &loaded).await?;
    let dead = page.dead.into_iter().find(|dead| dead.position.to_string() == at.position);
    let way = way(at.path(), &at.congress, &at.code, &at.secret);
    Ok((dead.ok_or(RegistrationError::Closed)?, way))
}
