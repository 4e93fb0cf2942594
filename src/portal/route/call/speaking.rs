//! The page of who speaks.

use crate::form::call as typed;
use crate::page::Scene;
use crate::page::call::profile::Sheet;
use crate::page::call::speaking::{self as page, Paths, Sheets};
use crate::route::{refusal_of, sentence};
use address::call as at;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use http::StatusCode;
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use programme::ProgrammeError;
use programme::load::{Speaker, speaker_by_link, submission_secret};
use programme::query::speaking::speaking;
use programme::service::submission::profile::{self as profiles, Profile};
use programme::service::submission::{picture as pictures, remind, speaker};
use web::flash::Flash;
use web::form::Seen;
use web::layout::public_page;
use web::upload::HandedIn;
use web::{Answer, Fault, Faults, Fields, Visit};

async fn load(state: &web::State, visit: &Visit, id: &str, secret: &str) -> Result<Speaker, Fault> {
    let congress = visit.congress()?.id;
    Ok(speaker_by_link(state.store.read(), &state.link_key, congress, id, secret).await?)
}

/// A form that comes back: what was typed, what is wrong, a sentence above.
type Form<'a> = (&'a Fields, Faults, Option<String>);

#[derive(Default)]
struct Back<'a> {
    profile: Option<Form<'a>>,
    times: Option<Form<'a>>,
    picture: Faults,
    status: StatusCode,
}

async fn page_of(state: &web::State, visit: &Visit, loaded: &Speaker, secret: &str, back: Back<'_>) -> Answer {
    let scene = Scene::of(visit)?;
    let whole = speaking(state.store.read(), loaded.row().clone()).await?;
    let (slug, id) = (&scene.congress.slug, loaded.row().id.to_string());
    let days = typed::days(scene.congress.starts_at, scene.congress.ends_at, scene.zone());
    let mine = whole.contributions.iter().filter(|one| Some(one.row.mailbox_id) == whole.row.mailbox_id);
    let link = |row: &programme::entity::submission::Model| {
        let secret = submission_secret(&state.link_key, row);
        (row.code.clone(), at::Submission::new(slug, &row.code, secret).path())
    };
    let links: Vec<(String, String)> = mine.map(|one| link(&one.row)).collect();
    let now = Profile::from(&whole.row);
    let (profile_kept, times_kept) = (typed::profile_fields(&now), typed::time_fields(&whole.times, scene.zone()));
    let none = Faults::new();
    let (fields, faults, notice) =
        back.profile.as_ref().map_or((&profile_kept, &none, None), |(f, w, n)| (*f, w, n.clone()));
    let profile = Sheet { fields, faults, seen: Seen::of(&now), notice };
    let (fields, faults, notice) =
        back.times.as_ref().map_or((&times_kept, &none, None), |(f, w, n)| (*f, w, n.clone()));
    let times = Sheet { fields, faults, seen: Seen::of(&whole.times), notice };
    let sheets = Sheets { profile, times, picture: &back.picture, days: &days };
    let here = Paths { slug, id: &id, secret };
    let main = page::main(scene, &whole, &sheets, &links, &here);
    Ok((back.status, public_page(visit, &scene.t("speaking-title"), main)).into_response())
}

pub(super) async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<at::Speaking>) -> Answer {
    let loaded = load(&state, &visit, &at.id, &at.secret).await?;
    page_of(&state, &visit, &loaded, &at.secret, Back::default()).await
}

/// Back to the page, with what happened or why it did not.
async fn settle(visit: &Visit, (id, secret): (&str, &str), done: Result<(), ProgrammeError>, word: &str) -> Answer {
    let notice = match done {
        Ok(()) => Flash::success(visit.words.t(word)),
        Err(error) => refusal_of(visit.words, error)?,
    };
    notice.leave(visit).await?;
    Ok(Redirect::to(&at::Speaking::new(&visit.congress()?.slug, id, secret).path()).into_response())
}

pub(super) async fn change_profile(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::SpeakingProfile>,
    sent: Fields,
) -> Answer {
    let loaded = load(&state, &visit, &at.id, &at.secret).await?;
    let max = speaking(state.store.read(), loaded.row().clone()).await?.biography_max;
    match profiles::change(&state.store, &loaded, &Seen::read(&sent), typed::profile(&sent), max).await {
        Err(ProgrammeError::Faulty(wrong)) => {
            let profile = Some((&sent, typed::faults(&wrong, visit.words), None));
            let back = Back { profile, status: StatusCode::UNPROCESSABLE_ENTITY, ..Back::default() };
            page_of(&state, &visit, &loaded, &at.secret, back).await
        }
        Err(error @ ProgrammeError::Stale(_)) => {
            let profile = Some((&sent, Faults::new(), Some(sentence(visit.words, &error))));
            let back = Back { profile, status: StatusCode::CONFLICT, ..Back::default() };
            page_of(&state, &visit, &loaded, &at.secret, back).await
        }
        done => settle(&visit, (&at.id, &at.secret), done, "speaking-saved").await,
    }
}

pub(super) async fn set_times(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::SpeakingTimes>,
    sent: Fields,
) -> Answer {
    let loaded = load(&state, &visit, &at.id, &at.secret).await?;
    let congress = visit.congress()?;
    let days = typed::days(congress.starts_at, congress.ends_at, congress.zone);
    let wanted = match typed::times(&sent, &days, congress.zone, visit.words) {
        Ok(wanted) => wanted,
        Err(faults) => {
            let times = Some((&sent, faults, None));
            let back = Back { times, status: StatusCode::UNPROCESSABLE_ENTITY, ..Back::default() };
            return page_of(&state, &visit, &loaded, &at.secret, back).await;
        }
    };
    match profiles::set_times(&state.store, &loaded, &Seen::read(&sent), wanted).await {
        Err(error @ ProgrammeError::Stale(_)) => {
            let times = Some((&sent, Faults::new(), Some(sentence(visit.words, &error))));
            let back = Back { times, status: StatusCode::CONFLICT, ..Back::default() };
            page_of(&state, &visit, &loaded, &at.secret, back).await
        }
        done => settle(&visit, (&at.id, &at.secret), done, "speaking-saved").await,
    }
}

/// Their own picture: made by us, and nothing else is ever sent as one.
pub(super) async fn picture(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::SpeakingPicture>,
) -> Answer {
    let loaded = load(&state, &visit, &at.id, &at.secret).await?;
    let found = pictures::of(state.store.read(), loaded.row().id).await?.ok_or_else(Fault::not_found)?;
    Ok(([(CONTENT_TYPE, "image/jpeg"), (CACHE_CONTROL, "private, no-store")], found.content).into_response())
}

pub(super) async fn hand_in_picture(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::SpeakingPicture>,
    sent: HandedIn,
) -> Answer {
    let loaded = load(&state, &visit, &at.id, &at.secret).await?;
    let content = sent.file.map(|(_, content)| content.to_vec()).unwrap_or_default();
    match pictures::keep(&state.store, &loaded, content).await {
        Err(ProgrammeError::Picture(why)) => {
            let mut picture = Faults::new();
            picture.add("picture", why);
            let back = Back { picture, status: StatusCode::UNPROCESSABLE_ENTITY, ..Back::default() };
            page_of(&state, &visit, &loaded, &at.secret, back).await
        }
        done => settle(&visit, (&at.id, &at.secret), done, "speaking-saved").await,
    }
}

pub(super) async fn remove_picture(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::SpeakingPictureRemoval>,
) -> Answer {
    let loaded = load(&state, &visit, &at.id, &at.secret).await?;
    let done = pictures::remove(&state.store, &loaded).await;
    settle(&visit, (&at.id, &at.secret), done, "speaking-saved").await
}

pub(super) async fn join(State(state): State<web::State>, visit: Visit, Path(at): Path<at::SpeakingPart>) -> Answer {
    let loaded = load(&state, &visit, &at.id, &at.secret).await?;
    let done = speaker::join(&state.store, &loaded, &at.code).await;
    settle(&visit, (&at.id, &at.secret), done, "speaking-joined").await
}

pub(super) async fn confirm(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::SpeakingConfirmation>,
) -> Answer {
    let loaded = load(&state, &visit, &at.id, &at.secret).await?;
    let done = remind::confirm(&state.store, &loaded, &at.code).await;
    settle(&visit, (&at.id, &at.secret), done, "speaking-confirmed").await
}

pub(super) async fn decline(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::SpeakingRefusal>,
    sent: Fields,
) -> Answer {
    let loaded = load(&state, &visit, &at.id, &at.secret).await?;
    let done = speaker::decline(&state.store, &loaded, &at.code, sent.get("why")).await;
    settle(&visit, (&at.id, &at.secret), done, "speaking-declined").await
}
