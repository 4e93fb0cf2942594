//! Speakers.

use crate::form::programme::search::SpeakerSearch;
use crate::form::settings::{About, Sheet};
use crate::page::programme::speaker as page;
use crate::query::programme::{around_speaker, speakers};
use crate::route::settings::{Place, about, again, id, settle, show as show_sheet};
use address::session as at;
use axum::extract::{Path, RawQuery, State};
use axum::response::IntoResponse;
use base::{Language, Text, Uuid};
use programme::service::speaker::{self, Speaker};
use web::form::{Seen, once};
use web::{Answer, Fault, Fields, Visit};

pub async fn list(State(state): State<web::State>, visit: Visit, RawQuery(typed): RawQuery) -> Answer {
    let search = SpeakerSearch::read(&Fields::parse(typed.unwrap_or_default().as_bytes()));
    let list = speakers(state.store.read(), visit.congress()?.id, search).await?;
    Ok(page::list(&visit, &list).into_response())
}

/// The speaker as they are now, or a new one.
async fn now(state: &web::State, about: &About) -> Result<Speaker, Fault> {
    match about.programme.as_ref().and_then(|known| known.speaker.as_ref()) {
        Some(view) => Ok(Speaker::load(state.store.read(), &view.row).await?),
        None => Ok(Speaker {
            name: String::new(),
            organisation: String::new(),
            biography: Text::default(),
            email: String::new(),
            language: Language::De,
        }),
    }
}

async fn around(state: &web::State, visit: &Visit, id: Option<Uuid>) -> Result<About, Fault> {
    let known = around_speaker(state.store.read(), visit.congress()?.id, id, visit.language).await?;
    Ok(About { programme: Some(known), ..about(state, visit).await? })
}

fn place<'a>(slug: &str, title: &'a str, id: Option<Uuid>) -> Place<'a> {
    let removal = id.map(|id| at::SpeakerRemoval::new(slug, id.to_string()).path());
    Place { title, object: id, removal, next: at::Speakers::new(slug).path() }
}

/// What heads the page.
fn title(visit: &Visit, about: &About) -> String {
    let speaker = about.programme.as_ref().and_then(|known| known.speaker.as_ref());
    speaker.map_or_else(|| visit.words.t("desk-programme-new-speaker"), |view| view.row.name.clone())
}

pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<at::Speaker>) -> Answer {
    let id = id(&at.id)?;
    let about = around(&state, &visit, id).await?;
    let now = now(&state, &about).await?;
    Ok(show_sheet(&visit, &about, &place(&at.congress, &title(&visit, &about), id), &now))
}

pub async fn save(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::Speaker>,
    fields: Fields,
) -> Answer {
    let (id, congress) = (id(&at.id)?, visit.congress()?.id);
    let about = around(&state, &visit, id).await?;
    let title = title(&visit, &about);
    let place = place(&at.congress, &title, id);
    let new = match Speaker::read(&fields, &about) {
        Ok(new) => new,
        Err(faults) => return Ok(again::<Speaker>(&visit, &about, &place, &fields, &faults)),
    };
    let saved = match id {
        Some(id) => speaker::change(&state.store, &visit.actor, congress, id, new, &Seen::read(&fields)).await,
        None => {
            let id = once::id(&fields, congress, state.store.chance());
            speaker::add(&state.store, &visit.actor, congress, id, new).await
        }
    };
    let about = around(&state, &visit, id).await?;
    let now = now(&state, &about).await?;
    settle(&state, &visit, &about, place, &fields, saved, Some(now)).await
}

pub async fn remove(State(state): State<web::State>, visit: Visit, Path(at): Path<at::SpeakerRemoval>) -> Answer {
    let id = id(&at.id)?.ok_or_else(Fault::not_found)?;
    let removed = speaker::remove(&state.store, &visit.actor, visit.congress()?.id, id).await;
    let (one, all) = (at::Speaker::new(&at.congress, &at.id).path(), at::Speakers::new(&at.congress).path());
    super::state::removed(&visit, removed, &one, &all).await
}
