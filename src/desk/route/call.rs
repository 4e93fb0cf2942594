//! Calls at the desk.

use crate::form::call as form;
use crate::form::person::labels;
use crate::form::settings::{optional_moment, optional_number};
use crate::page::call::{self as page, Sheet};
use address::call as at;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use base::Uuid;
use base::error::Told;
use congress::entity::track;
use http::StatusCode;
use portal::page::Scene;
use portal::page::call as public;
use programme::ProgrammeError;
use programme::entity::{call, session_type};
use programme::load::{call_for_staff, late_secret};
use programme::query::call::{calls, counts, links, tracks, types, view};
use programme::service::call::{NewLink, add, add_link, change, end_link, form_of};
use web::flash::Flash;
use web::form::{Seen, once};
use web::layout::public_page;
use web::{Answer, Fault, Faults, Fields, Visit};

pub async fn list(State(state): State<web::State>, visit: Visit) -> Answer {
    let (conn, congress) = (state.store.read(), visit.congress()?.id);
    let (calls, counts) = (calls(conn, congress).await?, counts(conn, congress).await?);
    Ok(page::list(&visit, &calls, &counts).into_response())
}

/// What a call can ask for.
struct Around {
    types: Vec<session_type::Model>,
    tracks: Vec<track::Model>,
}

impl Around {
    async fn load(state: &web::State, visit: &Visit) -> Result<Self, Fault> {
        let (conn, congress) = (state.store.read(), visit.congress()?.id);
        Ok(Self { types: types(conn, congress).await?, tracks: tracks(conn, congress).await? })
    }

    fn type_slugs(&self) -> Vec<(Uuid, String)> {
        self.types.iter().map(|kind| (kind.id, kind.slug.clone())).collect()
    }

    fn track_slugs(&self) -> Vec<(Uuid, String)> {
        self.tracks.iter().map(|track| (track.id, track.slug.clone())).collect()
    }
}

/// `new` is none; what is none of this congress is 404.
async fn load(state: &web::State, visit: &Visit, id: &str) -> Result<Option<call::Model>, Fault> {
    if id == "new" {
        return Ok(None);
    }
    Ok(Some(call_for_staff(state.store.read(), &visit.actor, visit.congress()?.id, id).await?))
}

/// What came back with a form of the page.
#[derive(Default)]
struct Back<'a> {
    fields: Option<(&'a Fields, Faults)>,
    seen: Option<Seen>,
    notice: Option<String>,
    link: Option<(&'a Fields, Faults)>,
    status: StatusCode,
}

async fn page_of(
    state: &web::State,
    visit: &Visit,
    row: Option<call::Model>,
    around: &Around,
    back: Back<'_>,
) -> Answer {
    let conn = state.store.read();
    let drawn = state.store.chance().opaque_id().to_string();
    let (mut kept, mut seen, mut urls, mut whole) = (form::new(), None, vec![], None);
    if let Some(row) = row {
        let now = form_of(conn, &row).await?;
        kept = form::fields(&now, visit.zone(), &around.type_slugs(), &around.track_slugs());
        seen = Some(back.seen.unwrap_or_else(|| Seen::of(&now)));
        let slug = &visit.congress()?.slug;
        for link in links(conn, row.id).await? {
            let secret = late_secret(&state.link_key, &link.link);
            urls.push((link, state.absolute(&at::LateCall::new(slug, &row.slug, secret).path())));
        }
        whole = view(conn, row).await?;
    }
    let (none, first) = (Faults::new(), Fields::new().with("uses", "1"));
    let (fields, faults) = back.fields.as_ref().map_or((&kept, &none), |(fields, faults)| (*fields, faults));
    let link = back.link.as_ref().map_or((&first, &none), |(fields, faults)| (*fields, faults));
    let sheet = Sheet {
        fields,
        faults,
        seen,
        notice: back.notice,
        types: &around.types,
        tracks: &around.tracks,
        links: &urls,
        link,
        drawn: &drawn,
    };
    Ok((back.status, page::form(visit, whole.as_ref(), &sheet)).into_response())
}

pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<at::DeskCall>) -> Answer {
    let (row, around) = (load(&state, &visit, &at.id).await?, Around::load(&state, &visit).await?);
    page_of(&state, &visit, row, &around, Back::default()).await
}

pub async fn save(State(state): State<web::State>, visit: Visit, Path(at): Path<at::DeskCall>, sent: Fields) -> Answer {
    let (row, around) = (load(&state, &visit, &at.id).await?, Around::load(&state, &visit).await?);
    let congress = visit.congress()?;
    let shown = Seen::read(&sent);
    let wrong = |faults: Faults, words| form::named(faults, words);
    let typed = match form::read(&sent, visit.zone(), &around.types, &around.track_slugs()) {
        Ok(typed) => typed,
        Err(faults) => {
            let fields = Some((&sent, wrong(faults, visit.words)));
            let back = Back { fields, seen: Some(shown), status: StatusCode::UNPROCESSABLE_ENTITY, ..Back::default() };
            return page_of(&state, &visit, row, &around, back).await;
        }
    };
    let saved = match &row {
        Some(row) => change(&state.store, &visit.actor, row, &shown, typed).await.map(|()| row.id),
        None => {
            let id = once::id(&sent, congress.id, state.store.chance());
            add(&state.store, &visit.actor, congress.id, id, typed).await.map(|row| row.id)
        }
    };
    match saved {
        Ok(id) => {
            Flash::success(visit.words.t("desk-settings-saved")).leave(&visit).await?;
            Ok(Redirect::to(&at::DeskCall::new(&congress.slug, id.to_string()).path()).into_response())
        }
        Err(ProgrammeError::Faulty(all)) => {
            let faults = portal::form::call::faults(&all, visit.words);
            let fields = Some((&sent, wrong(faults, visit.words)));
            let back = Back { fields, seen: Some(shown), status: StatusCode::UNPROCESSABLE_ENTITY, ..Back::default() };
            page_of(&state, &visit, row, &around, back).await
        }
        Err(error @ ProgrammeError::Stale(_)) => {
            let notice = Some(visit.words.t(error.message()));
            let back =
                Back { fields: Some((&sent, Faults::new())), notice, status: StatusCode::CONFLICT, ..Back::default() };
            page_of(&state, &visit, row, &around, back).await
        }
        Err(error) => Err(error.into()),
    }
}

/// The public page, before it is public.
pub async fn preview(State(state): State<web::State>, visit: Visit, Path(at): Path<at::DeskCallPreview>) -> Answer {
    let row = load(&state, &visit, &at.id).await?.ok_or_else(Fault::not_found)?;
    let call = view(state.store.read(), row).await?.ok_or_else(Fault::not_found)?;
    let scene = Scene::of(&visit)?;
    let (fields, faults) = (Fields::new(), Faults::new());
    let sheet = public::Sheet { fields: &fields, faults: &faults, action: None, preview: true, late: false };
    let title = call.row.title.in_language(visit.language);
    Ok(public_page(&visit, title, public::call(scene, &call, &sheet)).into_response())
}

pub async fn make_link(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::DeskCallLinks>,
    sent: Fields,
) -> Answer {
    let row = load(&state, &visit, &at.id).await?.ok_or_else(Fault::not_found)?;
    let mut faults = Faults::new();
    let uses = optional_number(&sent, "uses", &mut faults).unwrap_or(0);
    let until = optional_moment(&sent, "until", visit.zone(), &mut faults);
    if faults.is_empty() {
        let id = once::id(&sent, row.id, state.store.chance());
        let new = NewLink { id, uses, until, note: sent.get("note").to_owned() };
        match add_link(&state.store, &visit.actor, &row, new).await {
            Ok(_) => return back(&visit, &at.id, "desk-call-link-made").await,
            Err(ProgrammeError::Faulty(all)) => faults = portal::form::call::faults(&all, visit.words),
            Err(error) => return Err(error.into()),
        }
    }
    let around = Around::load(&state, &visit).await?;
    let fields = [("uses", "desk-call-link-uses"), ("until", "desk-call-link-until")];
    faults.name_all(&labels(&fields, visit.words));
    let link = Some((&sent, faults));
    let back = Back { link, status: StatusCode::UNPROCESSABLE_ENTITY, ..Back::default() };
    page_of(&state, &visit, Some(row), &around, back).await
}

pub async fn end(State(state): State<web::State>, visit: Visit, Path(at): Path<at::DeskCallLinkClosure>) -> Answer {
    let row = load(&state, &visit, &at.id).await?.ok_or_else(Fault::not_found)?;
    let link = at.link.parse().map_err(|_| Fault::not_found())?;
    end_link(&state.store, &visit.actor, &row, link).await?;
    back(&visit, &at.id, "desk-call-link-ended").await
}

async fn back(visit: &Visit, id: &str, word: &str) -> Answer {
    Flash::success(visit.words.t(word)).leave(visit).await?;
    Ok(Redirect::to(&at::DeskCall::new(&visit.congress()?.slug, id).path()).into_response())
}
