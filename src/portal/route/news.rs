//! News by mail: asking for them, saying yes, saying no.

use crate::page::Scene;
use crate::page::news::{self as page, Standing};
use address::{NewsAnswer as At, NewsEnd, NewsEnded, NewsSent};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use base::{contact, name};
use campaign::load::{Request, request};
use campaign::service::contact::{confirm, is_open, refuse, sign_up};
use campaign::service::opt_out::wanted;
use http::StatusCode;
use registration::form::address_message;
use web::layout::public_page;
use web::{Answer, Fault, Faults, Fields, Visit};

/// The longest name, in characters.
const MAX_NAME: usize = 200;

pub(super) async fn ask(visit: Visit) -> Answer {
    let scene = Scene::of(&visit)?;
    Ok(form(&visit, scene, StatusCode::OK, &Fields::new(), &Faults::new()))
}

fn form(visit: &Visit, scene: Scene, status: StatusCode, fields: &Fields, faults: &Faults) -> Response {
    (status, public_page(visit, &scene.t("news-title"), page::ask(scene, fields, faults))).into_response()
}

/// The answer is the same whether the address is known or not: whose it is learns it by mail.
pub(super) async fn sign(State(state): State<web::State>, visit: Visit, sent: Fields) -> Answer {
    let scene = Scene::of(&visit)?;
    let name: String = name::clean(sent.get("name")).chars().take(MAX_NAME).collect();
    let address = match contact::check(sent.get("email")) {
        Ok(address) => address,
        Err(fault) => {
            let mut faults = Faults::new();
            faults.add("email", address_message(fault));
            faults.name("email", &scene.t("portal-email"));
            return Ok(form(&visit, scene, StatusCode::UNPROCESSABLE_ENTITY, &sent, &faults));
        }
    };
    sign_up(&state.store, &visit.actor, scene.congress.id, (&address, &name), visit.language).await?;
    Ok(Redirect::to(&NewsSent::new(&scene.congress.slug).path()).into_response())
}

pub(super) async fn sent(visit: Visit) -> Answer {
    let scene = Scene::of(&visit)?;
    Ok(public_page(&visit, &scene.t("news-sent"), page::sent(scene)).into_response())
}

pub(super) async fn ended(visit: Visit) -> Answer {
    let scene = Scene::of(&visit)?;
    Ok(public_page(&visit, &scene.t("news-ended"), page::ended(scene)).into_response())
}

async fn load(state: &web::State, visit: &Visit, link: (&str, &str)) -> Result<Request, Fault> {
    let (congress, of) = (visit.congress()?.id, (visit.language, visit.now));
    Ok(request(state.store.read(), &state.link_key, congress, link, of).await?)
}

pub(super) async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<At>) -> Answer {
    let asked = load(&state, &visit, (&at.id, &at.secret)).await?;
    let scene = Scene::of(&visit)?;
    let wants = wanted(state.store.read(), scene.congress.id, asked.mailbox().id).await?;
    let standing = match (is_open(asked.row(), visit.now), wants.news) {
        (true, _) => Standing::Asked,
        (false, true) => Standing::Agreed,
        (false, false) => Standing::Ended,
    };
    let no = NewsEnd::new(&scene.congress.slug, &at.id, &at.secret).path();
    let main = page::answer(scene, &asked, standing, (&at.path(), &no));
    Ok(public_page(&visit, &scene.t("news-title"), main).into_response())
}

pub(super) async fn agree(State(state): State<web::State>, visit: Visit, Path(at): Path<At>) -> Answer {
    let asked = load(&state, &visit, (&at.id, &at.secret)).await?;
    confirm(&state.store, &asked, &page::wording(Scene::of(&visit)?)).await?;
    Ok(Redirect::to(&at.path()).into_response())
}

/// Whoever presses it twice has said so, and is told the same.
pub(super) async fn end(State(state): State<web::State>, visit: Visit, Path(at): Path<NewsEnd>) -> Answer {
    let asked = load(&state, &visit, (&at.id, &at.secret)).await?;
    refuse(&state.store, &asked).await?;
    Ok(Redirect::to(&NewsEnded::new(&visit.congress()?.slug).path()).into_response())
}
