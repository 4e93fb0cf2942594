//! The way in, and out.

use super::{open, refusal};
use crate::NetworkingError;
use crate::entity::profile;
use crate::form::profile as form;
use crate::load::{Guest, address_of, guest};
use crate::page::entrance as page;
use crate::query::topic::in_order;
use crate::service::entrance::{Asked, Standing, request, standing};
use crate::service::profile::{Profile, come_back, join};
use crate::service::topic::all;
use crate::session;
use address::networking::{Entrance, EntranceByTicket, EntranceLink, EntranceSent, Mine, Network};
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect, Response};
use base::contact;
use http::StatusCode;
use registration::load::attendee_by_link;
use web::layout::public_page;
use web::scene::Scene;
use web::{Answer, Fault, Faults, Fields, Visit};

/// Where somebody wanted to go: a page of this directory, no other.
fn next(visit: &Visit, fields: &Fields) -> Result<Option<String>, Fault> {
    let below = format!("{}/", Network::new(&visit.congress()?.slug).path());
    let wanted = fields.get("next");
    let plain = wanted.starts_with(&below) && !wanted.contains(['\\', '\n', '\r']) && !wanted.contains("//");
    Ok(plain.then(|| wanted.to_owned()))
}

pub(super) async fn ask(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    open(&visit)?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    if visit.member.is_some() {
        let path = next(&visit, &asked)?.unwrap_or(Mine::new(&visit.congress()?.slug).path());
        return Ok(Redirect::to(&path).into_response());
    }
    form_page(&visit, StatusCode::OK, &asked, &Faults::new())
}

fn form_page(visit: &Visit, status: StatusCode, fields: &Fields, faults: &Faults) -> Result<Response, Fault> {
    let scene = Scene::of(visit)?;
    Ok((status, public_page(visit, &scene.t("network-entrance"), page::ask(scene, fields, faults))).into_response())
}

/// The answer is the same whether the address is known or not: whose it is learns it by mail.
pub(super) async fn send(State(state): State<web::State>, visit: Visit, sent: Fields) -> Answer {
    open(&visit)?;
    let scene = Scene::of(&visit)?;
    if let Err(fault) = contact::check(sent.get("email")) {
        let mut faults = Faults::new();
        faults.add("email", registration::form::address_message(fault));
        faults.name("email", &scene.t("portal-email"));
        return form_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &sent, &faults);
    }
    let asked = Asked {
        congress: scene.congress.id,
        address: sent.get("email").to_owned(),
        language: visit.language,
        next: next(&visit, &sent)?.unwrap_or_default(),
    };
    request(&state.store, asked).await?;
    Ok(Redirect::to(&EntranceSent::new(&scene.congress.slug).path()).into_response())
}

pub(super) async fn sent(visit: Visit) -> Answer {
    open(&visit)?;
    let scene = Scene::of(&visit)?;
    Ok(public_page(&visit, &scene.t("network-entrance-sent"), page::sent(scene)).into_response())
}

async fn by_link(state: &web::State, visit: &Visit, at: &EntranceLink) -> Result<Guest, Fault> {
    open(visit)?;
    let congress = visit.congress()?.id;
    let of = (visit.language, visit.now);
    Ok(guest(state.store.read(), &state.link_key, congress, (&at.id, &at.secret), of).await?)
}

pub(super) async fn show(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<EntranceLink>,
    RawQuery(query): RawQuery,
) -> Answer {
    let guest = by_link(&state, &visit, &at).await?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let next = next(&visit, &asked)?.unwrap_or_default();
    door(&state, &visit, &guest, (&at.path(), &next), None).await
}

pub(super) async fn enter(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<EntranceLink>,
    sent: Fields,
) -> Answer {
    let guest = by_link(&state, &visit, &at).await?;
    go_in(&state, &visit, &guest, &at.path(), sent).await
}

/// From "my congress": the link goes to the mailbox of the ticket. The ticket's own link does not let in, since whoever typed
/// the address may have been shown it.
pub(super) async fn show_by_ticket(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<EntranceByTicket>,
) -> Answer {
    open(&visit)?;
    let scene = Scene::of(&visit)?;
    let address = by_ticket(&state, &visit, &at).await?;
    let main = page::by_ticket(scene, &address, &at.path());
    Ok(public_page(&visit, &scene.t("network-entrance"), main).into_response())
}

pub(super) async fn send_by_ticket(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<EntranceByTicket>,
) -> Answer {
    open(&visit)?;
    let congress = visit.congress()?;
    let address = by_ticket(&state, &visit, &at).await?;
    let asked = Asked { congress: congress.id, address, language: visit.language, next: String::new() };
    request(&state.store, asked).await?;
    Ok(Redirect::to(&EntranceSent::new(&congress.slug).path()).into_response())
}

/// The address of a ticket, which its link does not prove.
async fn by_ticket(state: &web::State, visit: &Visit, at: &EntranceByTicket) -> Result<String, Fault> {
    let (conn, congress) = (state.store.read(), visit.congress()?.id);
    let attendee = attendee_by_link(conn, &state.link_key, congress, &at.secret).await?;
    Ok(address_of(conn, &attendee).await?)
}

/// Whether somebody is in the directory of this congress already.
async fn already(
    state: &web::State,
    guest: &Guest,
    standing: &Standing,
) -> Result<Option<profile::Model>, NetworkingError> {
    let Some(profile) = &standing.profile else { return Ok(None) };
    let here = crate::service::profile::participation(state.store.read(), guest.congress, profile.id).await?;
    Ok(here.map(|_| profile.clone()))
}

/// The page behind a link: opening it changes nothing.
async fn door(
    state: &web::State,
    visit: &Visit,
    guest: &Guest,
    (path, next): (&str, &str),
    typed: Option<(&Fields, &Faults)>,
) -> Answer {
    let scene = Scene::of(visit)?;
    let conn = state.store.read();
    let standing = standing(conn, guest.congress, guest.mailbox()).await?;
    if !standing.may_join() {
        return Ok(public_page(visit, &scene.t("network-entrance"), page::not_yet(scene)).into_response());
    }
    if let Some(profile) = already(state, guest, &standing).await? {
        let member = crate::load::of_profile(conn, guest.congress, profile.id, visit.language).await?;
        let name = member.map(|member| member.name()).unwrap_or_default();
        let main = page::come_back(scene, &name, (path, next));
        return Ok(public_page(visit, &scene.t("network-entrance"), main).into_response());
    }
    let topics = in_order(all(conn, guest.mailbox().host_id).await?);
    let rows: Vec<_> = topics.iter().map(|(row, _)| row.clone()).collect();
    let days = form::days(scene.congress.starts_at, scene.congress.ends_at, scene.zone());
    let begun = match &standing.profile {
        // They bring what they said at another edition.
        Some(profile) => {
            let member = crate::load::of_profile(conn, guest.congress, profile.id, visit.language).await?;
            Profile::load(conn, &member.ok_or_else(Fault::not_found)?).await?
        }
        None => Profile::of_guest(&standing),
    };
    let begun = form::fields(&begun, &rows, scene.zone()).with("next", next);
    let none = Faults::new();
    let status = if typed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let (fields, faults) = typed.unwrap_or((&begun, &none));
    let main = page::join(scene, path, (fields, faults), &topics, &days);
    Ok((status, public_page(visit, &scene.t("network-join-title"), main)).into_response())
}

/// The button behind it: lets in who is in the directory, and begins a profile for who agrees.
async fn go_in(state: &web::State, visit: &Visit, guest: &Guest, path: &str, sent: Fields) -> Answer {
    let scene = Scene::of(visit)?;
    let conn = state.store.read();
    let mine = next(visit, &sent)?.unwrap_or_else(|| Mine::new(&scene.congress.slug).path());
    if let Some(profile) = come_back(&state.store, guest).await? {
        session::begin(&visit.session, &profile, visit.now).await?;
        return Ok(Redirect::to(&mine).into_response());
    }
    let topics = all(conn, guest.mailbox().host_id).await?;
    let days = form::days(scene.congress.starts_at, scene.congress.ends_at, scene.zone());
    let new = match form::read(&sent, &topics, (&days, scene.zone(), scene.words), true) {
        Ok(new) => new,
        Err(faults) => return door(state, visit, guest, (path, sent.get("next")), Some((&sent, &faults))).await,
    };
    match Box::pin(join(&state.store, guest, new, &form::wording(scene.words, &scene.congress.name))).await {
        Ok(profile) => {
            session::begin(&visit.session, &profile, visit.now).await?;
            web::flash::Flash::success(scene.t("network-joined")).leave(visit).await?;
            Ok(Redirect::to(&mine).into_response())
        }
        Err(error) => {
            refusal(scene.words, error)?.leave(visit).await?;
            Ok(Redirect::to(path).into_response())
        }
    }
}

/// Ends it in this browser.
pub(super) async fn exit(visit: Visit) -> Answer {
    open(&visit)?;
    session::end(&visit.session).await?;
    Ok(Redirect::to(&Network::new(&visit.congress()?.slug).path()).into_response())
}

/// Where to ask for the link, for who is not let in.
pub(super) fn way_in(visit: &Visit) -> Result<Response, Fault> {
    let path = Entrance::new(&visit.congress()?.slug).path();
    Ok(Redirect::to(&address::with_query(&path, &[("next", &visit.path)])).into_response())
}
