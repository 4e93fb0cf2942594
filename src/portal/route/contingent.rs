//! A partner names people, by their link.

use crate::form::contingent::Typed;
use crate::page::contingent::{self, ContingentPage};
use crate::page::{self, Scene};
use crate::query::order::own_ticket;
use crate::route::attendee::{Way, name_page, take_name};
use crate::route::{refusal, sentence};
use address::{Contingent as At, ContingentName, ContingentWithdrawal};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use base::error::Told;
use http::StatusCode;
use registration::RegistrationError;
use registration::form::people::Action;
use registration::load::Attendee;
use registration::load::contingent::{Contingent, attendee_of_contingent, contingent_by_link};
use registration::query::contingent::view;
use registration::rules::may_change;
use registration::service::contingent::{Named, name, withdraw};
use web::flash::Flash;
use web::layout::public_page;
use web::{Answer, Fault, Faults, Fields, Visit};

/// The contingent of a link, or 404.
async fn load(state: &web::State, visit: &Visit, secret: &str) -> Result<Contingent, Fault> {
    let congress = visit.congress()?.id;
    Ok(contingent_by_link(state.store.read(), &state.link_key, congress, secret).await?)
}

pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<At>) -> Answer {
    let loaded = load(&state, &visit, &at.secret).await?;
    let typed = Typed::fresh(state.store.chance().opaque_id(), loaded.language());
    page(&state, &visit, &loaded, &at.secret, (&typed, &Faults::new(), None), StatusCode::OK).await
}

/// What the buttons of the form send. `place` names the people; the others show the form again.
pub async fn send(State(state): State<web::State>, visit: Visit, Path(at): Path<At>, sent: Fields) -> Answer {
    let loaded = load(&state, &visit, &at.secret).await?;
    let (mut typed, action) = Typed::read(&sent);
    let mut faults = Faults::new();
    match action {
        Action::Add => typed.people.add(),
        Action::Remove(n) => typed.people.remove(n),
        Action::Place | Action::Paste if typed.people.has_pasted() => {
            faults = typed.people.paste(&[]).1;
            let partner = view(state.store.read(), loaded.row().clone()).await?.partner;
            if let Err(more) = typed.check(&partner, visit.words) {
                faults.extend(more);
            }
        }
        Action::Place => return Box::pin(place(&state, &visit, &loaded, &at, &typed)).await,
        Action::Paste | Action::Show | Action::Later(_) => {}
    }
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page(&state, &visit, &loaded, &at.secret, (&typed, &faults, None), status).await
}

async fn place(state: &web::State, visit: &Visit, loaded: &Contingent, at: &At, typed: &Typed) -> Answer {
    let partner = view(state.store.read(), loaded.row().clone()).await?.partner;
    let people = match typed.check(&partner, visit.words) {
        Ok(people) => people,
        Err(faults) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return page(state, visit, loaded, &at.secret, (typed, &faults, None), status).await;
        }
    };
    let naming = typed.placement().unwrap_or_else(|| state.store.chance().opaque_id());
    match name(&state.store, loaded, naming, people, true).await {
        Ok(Named::Now(count)) => {
            // What costs something is paid for by the partner first.
            let key =
                if loaded.row().price_cents > 0 { "portal-contingent-done-unpaid" } else { "portal-contingent-done" };
            let word = visit.words.with(key, &[("count", count.into())]);
            Flash::success(word).leave(visit).await?;
        }
        Ok(Named::Before) => Flash::info(visit.words.t("portal-contingent-before")).leave(visit).await?,
        Err(error) if matches!(error.status(), 404 | 500..) => return Err(error.into()),
        Err(error) => {
            let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::CONFLICT);
            let notice = Some(sentence(visit.words, &error));
            return page(state, visit, loaded, &at.secret, (typed, &Faults::new(), notice), status).await;
        }
    }
    Ok(Redirect::to(&at.path()).into_response())
}

async fn page(
    state: &web::State,
    visit: &Visit,
    loaded: &Contingent,
    secret: &str,
    (typed, faults, notice): (&Typed, &Faults, Option<String>),
    status: StatusCode,
) -> Answer {
    let scene = Scene::of(visit)?;
    let view = view(state.store.read(), loaded.row().clone()).await?;
    let page = ContingentPage { view: &view, typed, faults, notice, secret };
    Ok((status, public_page(visit, &scene.t("portal-contingent"), contingent::main(scene, &page))).into_response())
}

async fn person(state: &web::State, visit: &Visit, secret: &str, place: &str) -> Result<(Contingent, Attendee), Fault> {
    let loaded = load(state, visit, secret).await?;
    let attendee = attendee_of_contingent(state.store.read(), &loaded, place).await?;
    Ok((loaded, attendee))
}

fn way(here: String, congress: &str, secret: &str) -> Way {
    Way { here, back: At::new(congress, secret).path() }
}

pub async fn ask_name(State(state): State<web::State>, visit: Visit, Path(at): Path<ContingentName>) -> Answer {
    let (_, attendee) = person(&state, &visit, &at.secret, &at.place).await?;
    name_page(&state, &visit, &attendee, &way(at.path(), &at.congress, &at.secret)).await
}

pub async fn rename(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<ContingentName>,
    sent: Fields,
) -> Answer {
    let (_, attendee) = person(&state, &visit, &at.secret, &at.place).await?;
    take_name(&state, &visit, &attendee, &way(at.path(), &at.congress, &at.secret), &sent).await
}

pub async fn ask_withdrawal(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<ContingentWithdrawal>,
) -> Answer {
    let scene = Scene::of(&visit)?;
    let (_, attendee) = person(&state, &visit, &at.secret, &at.place).await?;
    if !may_change(attendee.row().state, scene.congress.starts_at, visit.now) {
        return Err(RegistrationError::Closed.into());
    }
    let ticket = own_ticket(&state.store, attendee.order(), attendee.row().clone(), visit.now).await?;
    let back = At::new(&at.congress, &at.secret).path();
    let main = page::contingent::withdraw(scene, &at.path(), &back, &ticket.view);
    Ok(public_page(&visit, &scene.t("portal-contingent-withdraw"), main).into_response())
}

/// Takes somebody back. A second time there is nobody to be taken back.
pub async fn take_back(State(state): State<web::State>, visit: Visit, Path(at): Path<ContingentWithdrawal>) -> Answer {
    let loaded = load(&state, &visit, &at.secret).await?;
    let places = view(state.store.read(), loaded.row().clone()).await?.places;
    if places.iter().any(|place| place.id.to_string() == at.place && place.attendee.is_none()) {
        Flash::info(visit.words.t("portal-contingent-withdrawn")).leave(&visit).await?;
        return Ok(Redirect::to(&At::new(&at.congress, &at.secret).path()).into_response());
    }
    let attendee = attendee_of_contingent(state.store.read(), &loaded, &at.place).await?;
    let notice = match Box::pin(withdraw(&state.store, &loaded, &attendee)).await {
        Ok(()) => Flash::success(visit.words.t("portal-contingent-withdrawn")),
        Err(error) => refusal(visit.words, error)?,
    };
    notice.leave(&visit).await?;
    Ok(Redirect::to(&At::new(&at.congress, &at.secret).path()).into_response())
}
