//! A place without a name, behind the link that passes it on.

use crate::form::place;
use crate::page::register::wording;
use crate::page::{self, Scene};
use crate::query::order::own_ticket;
use address::{My, Place};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use http::StatusCode;
use registration::RegistrationError;
use registration::load::{Attendee, attendee_secret, place_by_link};
use registration::rules::may_change;
use registration::service::naming::name_place;
use web::flash::Flash;
use web::layout::public_page;
use web::{Answer, Fault, Faults, Fields, Visit};

/// The place of a link, or 404.
async fn load(state: &web::State, visit: &Visit, secret: &str) -> Result<Attendee, Fault> {
    let congress = visit.congress()?.id;
    Ok(place_by_link(state.store.read(), &state.link_key, congress, secret).await?)
}

/// Asks who takes it; who comes second learns that somebody has.
pub async fn ask(State(state): State<web::State>, visit: Visit, Path(at): Path<Place>) -> Answer {
    let scene = Scene::of(&visit)?;
    let loaded = load(&state, &visit, &at.secret).await?;
    if loaded.row().named_at.is_some() {
        return Ok(taken(&visit, scene, StatusCode::OK));
    }
    if !may_change(loaded.row().state, scene.congress.ends_at, visit.now) {
        return Err(RegistrationError::Closed.into());
    }
    let fields =
        Fields::new().with("organisation", &loaded.order().buyer_organisation).with("language", visit.language.tag());
    show(&state, &visit, &loaded, &at, (&fields, &Faults::new()), StatusCode::OK).await
}

/// Takes it, and leads to the page that is now theirs.
pub async fn take(State(state): State<web::State>, visit: Visit, Path(at): Path<Place>, sent: Fields) -> Answer {
    let scene = Scene::of(&visit)?;
    let loaded = load(&state, &visit, &at.secret).await?;
    let form = place::read(&sent, visit.language, None);
    let faults = place::check(&form, &sent, true);
    if !faults.is_empty() && loaded.row().named_at.is_none() {
        return show(&state, &visit, &loaded, &at, (&sent, &faults), StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    match Box::pin(name_place(&state.store, &loaded, form, Some(wording(scene)))).await {
        Ok(()) => {
            Flash::success(visit.words.t("portal-place-done")).leave(&visit).await?;
            let secret = attendee_secret(&state.link_key, loaded.order(), loaded.row());
            Ok(Redirect::to(&My::new(&at.congress, secret).path()).into_response())
        }
        Err(RegistrationError::PlaceTaken) => Ok(taken(&visit, scene, StatusCode::CONFLICT)),
        Err(error) => Err(error.into()),
    }
}

async fn show(
    state: &web::State,
    visit: &Visit,
    loaded: &Attendee,
    at: &Place,
    (fields, faults): (&Fields, &Faults),
    status: StatusCode,
) -> Answer {
    let scene = Scene::of(visit)?;
    let ticket = own_ticket(&state.store, loaded.order(), loaded.row().clone(), visit.now).await?;
    let main = page::place::take(scene, &at.path(), ticket.view.category_name(), fields, faults);
    Ok((status, public_page(visit, &scene.t("portal-place-title"), main)).into_response())
}

fn taken(visit: &Visit, scene: Scene, status: StatusCode) -> axum::response::Response {
    (status, public_page(visit, &scene.t("portal-place-taken"), page::place::taken(scene))).into_response()
}
