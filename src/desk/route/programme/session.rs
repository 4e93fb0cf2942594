//! Sessions.

use crate::form::list::Asked;
use crate::form::programme::search::SessionSearch;
use crate::form::settings::{About, Sheet};
use crate::page::programme::session as page;
use crate::query::programme::{around_session, filter, sessions};
use crate::route::export::{answer, broken, format, temporary};
use crate::route::settings::{Place, about, again, id, settle, show as show_sheet};
use crate::service::export::{self, Reader};
use address::session as at;
use axum::extract::{Path, RawQuery, State};
use axum::response::IntoResponse;
use base::Uuid;
use programme::query::{session_types, tracks};
use programme::service::session::{self, Session};
use web::form::{Seen, once};
use web::{Answer, Fault, Fields, Visit};

pub async fn list(State(state): State<web::State>, visit: Visit, RawQuery(typed): RawQuery) -> Answer {
    let search = SessionSearch::read(&Fields::parse(typed.unwrap_or_default().as_bytes()));
    let list = sessions(state.store.read(), visit.congress()?.id, search, visit.language).await?;
    Ok(page::list(&visit, &list).into_response())
}

/// What the list shows, as a file.
pub async fn export(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let (congress, conn) = (visit.congress()?.id, state.store.read());
    let (search, format) = (SessionSearch::read(&fields), format(&fields)?);
    let (tracks, types) = (tracks(conn, congress).await?, session_types(conn, congress).await?);
    let filter = filter(&search, &tracks, &types);
    let written = export::sessions(conn, congress, &filter, format, Reader::of(&visit), temporary()?).await;
    answer(&state, &visit, SessionSearch::LIST, format, written.map_err(broken)?, !search.narrows()).await
}

async fn around(state: &web::State, visit: &Visit, id: Option<Uuid>) -> Result<About, Fault> {
    let known = around_session(state.store.read(), visit.congress()?.id, id, visit.language).await?;
    Ok(About { programme: Some(known), ..about(state, visit).await? })
}

/// The session as it is now, or a new one.
async fn now(state: &web::State, about: &About) -> Result<Session, Fault> {
    match about.programme.as_ref().and_then(|known| known.session.as_ref()) {
        Some(view) => Ok(Session::load(state.store.read(), &view.row).await?),
        None => Ok(Session::default()),
    }
}

fn place<'a>(slug: &str, title: &'a str, id: Option<Uuid>) -> Place<'a> {
    let next = match id {
        Some(id) => at::Session::new(slug, id.to_string()).path(),
        None => at::Sessions::new(slug).path(),
    };
    Place { title, object: id, removal: None, next }
}

/// What heads the page.
fn title(visit: &Visit, about: &About) -> String {
    let session = about.programme.as_ref().and_then(|known| known.session.as_ref());
    let named = session.map(|view| view.row.title.in_language(visit.language).to_owned());
    named.unwrap_or_else(|| visit.words.t("desk-programme-new-session"))
}

pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<at::Session>) -> Answer {
    let id = id(&at.id)?;
    let about = around(&state, &visit, id).await?;
    let now = now(&state, &about).await?;
    Ok(show_sheet(&visit, &about, &place(&at.congress, &title(&visit, &about), id), &now))
}

pub async fn save(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::Session>,
    fields: Fields,
) -> Answer {
    let (id, congress) = (id(&at.id)?, visit.congress()?.id);
    let about = around(&state, &visit, id).await?;
    let title = title(&visit, &about);
    let mut place = place(&at.congress, &title, id);
    let new = match Session::read(&fields, &about) {
        Ok(new) => new,
        Err(faults) => return Ok(again::<Session>(&visit, &about, &place, &fields, &faults)),
    };
    let saved = match id {
        Some(id) => session::change(&state.store, &visit.actor, congress, id, new, &Seen::read(&fields)).await,
        None => {
            let id = once::id(&fields, congress, state.store.chance());
            place.next = at::Session::new(&at.congress, id.to_string()).path();
            session::create(&state.store, &visit.actor, congress, id, new, fields.has("confirmed")).await
        }
    };
    let about = around(&state, &visit, id).await?;
    let now = now(&state, &about).await?;
    settle(&state, &visit, &about, place, &fields, saved, Some(now)).await
}
