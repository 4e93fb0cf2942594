//! Handing a ticket on: by who holds the order's link or the attendee's own, and by who was named.

use crate::page::{self, Scene};
use crate::route::attendee::{self, Way, able};
use crate::route::{my, refusal_of};
use address::{
    My, MySubstitute, MySubstituteWithdrawal, OrderAttendeeSubstitute, OrderAttendeeSubstituteWithdrawal, Substitute,
};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use checkin::CheckinError;
use checkin::service::substitution;
use garde::Validate;
use http::StatusCode;
use registration::entity::substitution::State as Stage;
use registration::form::{NameForm, SubstituteForm};
use registration::load::{Attendee, Substitution, attendee_secret, substitution_by_link};
use registration::query;
use registration::service::substitution::withdraw;
use registration::{RegistrationError, rules};
use web::flash::Flash;
use web::layout::public_page;
use web::{Answer, Fault, Faults, Fields, Visit};

pub async fn ask_by_order(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<OrderAttendeeSubstitute>,
) -> Answer {
    let loaded = attendee::load(&state, &visit, &at.code, &at.secret, &at.position).await?;
    ask(&state, &visit, &loaded, &attendee::way(at.path(), &at.congress, &at.code, &at.secret)).await
}

pub async fn name_by_order(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<OrderAttendeeSubstitute>,
    sent: Fields,
) -> Answer {
    let loaded = attendee::load(&state, &visit, &at.code, &at.secret, &at.position).await?;
    name(&state, &visit, &loaded, &attendee::way(at.path(), &at.congress, &at.code, &at.secret), &sent).await
}

pub async fn withdraw_by_order(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<OrderAttendeeSubstituteWithdrawal>,
) -> Answer {
    let loaded = attendee::load(&state, &visit, &at.code, &at.secret, &at.position).await?;
    take_back(&state, &visit, &loaded, &attendee::way(at.path(), &at.congress, &at.code, &at.secret)).await
}

pub async fn ask_by_own(State(state): State<web::State>, visit: Visit, Path(at): Path<MySubstitute>) -> Answer {
    let loaded = my::load(&state, &visit, &at.secret).await?;
    ask(&state, &visit, &loaded, &my::way(at.path(), &at.congress, &at.secret)).await
}

pub async fn name_by_own(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<MySubstitute>,
    sent: Fields,
) -> Answer {
    let loaded = my::load(&state, &visit, &at.secret).await?;
    name(&state, &visit, &loaded, &my::way(at.path(), &at.congress, &at.secret), &sent).await
}

pub async fn withdraw_by_own(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<MySubstituteWithdrawal>,
) -> Answer {
    let loaded = my::load(&state, &visit, &at.secret).await?;
    take_back(&state, &visit, &loaded, &my::way(at.path(), &at.congress, &at.secret)).await
}

async fn ask(state: &web::State, visit: &Visit, loaded: &Attendee, way: &Way) -> Answer {
    let scene = Scene::of(visit)?;
    let ticket = able(state, visit, loaded, |may| may.hand_on).await?;
    let fields = Fields::new().with("language", loaded.language().tag());
    let main = page::substitute::ask(scene, &ticket.view, &way.here, &way.back, &fields, &Faults::new());
    Ok(public_page(visit, &scene.t("portal-substitute"), main).into_response())
}

async fn name(state: &web::State, visit: &Visit, loaded: &Attendee, way: &Way, sent: &Fields) -> Answer {
    let scene = Scene::of(visit)?;
    let form = SubstituteForm {
        email: sent.get("email").to_owned(),
        language: sent.get("language").parse().unwrap_or_default(),
    };
    if let Err(report) = form.validate() {
        let ticket = able(state, visit, loaded, |may| may.hand_on).await?;
        let faults = Faults::from_report(&report);
        let main = page::substitute::ask(scene, &ticket.view, &way.here, &way.back, sent, &faults);
        let page = public_page(visit, &scene.t("portal-substitute"), main);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let notice = match Box::pin(substitution::name(&state.store, loaded, &form.email, form.language)).await {
        Ok(()) => Flash::success(visit.words.t("portal-substitute-asked")),
        Err(error) => refusal_of(visit.words, error)?,
    };
    notice.leave(visit).await?;
    Ok(Redirect::to(&way.back).into_response())
}

async fn take_back(state: &web::State, visit: &Visit, loaded: &Attendee, way: &Way) -> Answer {
    let notice = match withdraw(&state.store, loaded).await {
        Ok(()) => Flash::success(visit.words.t("portal-substitute-withdrawn")),
        Err(error) => refusal_of(visit.words, error)?,
    };
    notice.leave(visit).await?;
    Ok(Redirect::to(&way.back).into_response())
}

async fn asked(state: &web::State, visit: &Visit, secret: &str) -> Result<Substitution, Fault> {
    let congress = visit.congress()?.id;
    Ok(substitution_by_link(state.store.read(), &state.link_key, congress, secret).await?)
}

/// Which ticket it is, and whose name is to stand on it; what came of it, if it is over.
pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<Substitute>) -> Answer {
    let loaded = asked(&state, &visit, &at.secret).await?;
    let fields = Fields::new().with("language", loaded.row().language.as_str());
    take_over_page(&state, &visit, &loaded, &at.path(), StatusCode::OK, &fields, &Faults::new()).await
}

async fn take_over_page(
    state: &web::State,
    visit: &Visit,
    loaded: &Substitution,
    here: &str,
    status: StatusCode,
    fields: &Fields,
    faults: &Faults,
) -> Answer {
    let scene = Scene::of(visit)?;
    let (row, attendee) = (loaded.row(), loaded.attendee());
    let main = if row.state == Stage::Pending && rules::may_pass_on(attendee.state, row.expires_at, visit.now) {
        let view = query::attendee::view(state.store.read(), loaded.order(), attendee.clone()).await?;
        let view = view.ok_or(RegistrationError::Unknown)?;
        page::substitute::take_over(scene, &view, row.expires_at, here, fields, faults)
    } else {
        page::substitute::ended(scene, row.state == Stage::Confirmed)
    };
    Ok((status, public_page(visit, &scene.t("portal-take-over-title"), main)).into_response())
}

/// Takes the ticket over, and leads to it: whoever got the mail with the link would get the ticket by mail too.
pub async fn take_over(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<Substitute>,
    sent: Fields,
) -> Answer {
    let loaded = asked(&state, &visit, &at.secret).await?;
    let form = NameForm {
        given_name: sent.get("given").to_owned(),
        family_name: sent.get("family").to_owned(),
        organisation: sent.get("organisation").to_owned(),
    };
    if let Err(report) = form.validate() {
        let faults = Faults::from_report_with(&report, |path| path.trim_end_matches("_name").to_owned());
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return take_over_page(&state, &visit, &loaded, &at.path(), status, &sent, &faults).await;
    }
    let language = sent.get("language").parse().unwrap_or_default();
    match Box::pin(substitution::confirm(&state.store, &loaded, &form, language)).await {
        Ok(ticket) if ticket.link_generation == loaded.attendee().link_generation + 1 => {
            Flash::success(visit.words.t("portal-taken-over-now")).leave(&visit).await?;
            let secret = attendee_secret(&state.link_key, loaded.order(), &ticket);
            Ok(Redirect::to(&My::new(&at.congress, secret).path()).into_response())
        }
        // Done before: the ticket is in the mail, and this link opens it no more.
        Ok(_) => Ok(Redirect::to(&at.path()).into_response()),
        Err(CheckinError::Registration(RegistrationError::PlaceTaken)) => {
            let scene = Scene::of(&visit)?;
            let page = public_page(&visit, &scene.t("portal-taken-over-title"), page::substitute::taken(scene));
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(error) => {
            refusal_of(visit.words, error)?.leave(&visit).await?;
            Ok(Redirect::to(&at.path()).into_response())
        }
    }
}
