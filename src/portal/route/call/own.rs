//! The page of whoever hands in.

use crate::form::call as typed;
use crate::page::Scene;
use crate::page::call::own::{self as page, Paths, Sheet};
use crate::route::{refusal_of, sentence};
use address::call as at;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use base::contact;
use http::StatusCode;
use programme::ProgrammeError;
use programme::entity::submission::State as Stands;
use programme::load::{Submission, speaker_secret, submission_by_link};
use programme::query::submission::{Own, own};
use programme::service::submission::draft::save as keep;
use programme::service::submission::hand_in;
use programme::service::submission::speaker as people;
use web::flash::Flash;
use web::form::Seen;
use web::layout::public_page;
use web::{Answer, Fault, Faults, Fields, Visit};

async fn load(state: &web::State, visit: &Visit, code: &str, secret: &str) -> Result<Submission, Fault> {
    let congress = visit.congress()?.id;
    Ok(submission_by_link(state.store.read(), &state.link_key, congress, code, secret).await?)
}

async fn whole(state: &web::State, visit: &Visit, loaded: &Submission) -> Result<Own, Fault> {
    Ok(own(state.store.read(), loaded.row().clone(), visit.now).await?)
}

/// What a page is shown with beside what is kept.
#[derive(Default)]
struct Back<'a> {
    /// None: what is kept.
    fields: Option<&'a Fields>,
    faults: Faults,
    seen: Option<Seen>,
    notice: Option<String>,
    invited: Option<(&'a Fields, Faults)>,
    status: StatusCode,
}

fn page_of(state: &web::State, visit: &Visit, own: &Own, secret: &str, back: Back) -> Answer {
    let scene = Scene::of(visit)?;
    let slug = &scene.congress.slug;
    let first = own.parts.iter().find(|part| part.part.position == 1).map(|part| &part.speaker);
    let speaking = first.map(|speaker| {
        at::Speaking::new(slug, speaker.id.to_string(), speaker_secret(&state.link_key, speaker)).path()
    });
    let kept = typed::fields(&own.typed, &own.call, &own.topics);
    let (none, empty) = (Faults::new(), Fields::new());
    let (fields, faults) = back.invited.as_ref().map_or((&empty, &none), |(fields, faults)| (*fields, faults));
    let sheet = Sheet {
        fields: back.fields.unwrap_or(&kept),
        faults: &back.faults,
        seen: back.seen.unwrap_or_else(|| Seen::of(&own.typed)),
        notice: back.notice,
        invited: (fields, faults),
    };
    let here = Paths { slug, code: &own.row.code, secret, speaking };
    let main = page::main(scene, own, &sheet, &here);
    Ok((back.status, public_page(visit, &scene.t("call-own"), main)).into_response())
}

pub(super) async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<at::Submission>) -> Answer {
    let loaded = load(&state, &visit, &at.code, &at.secret).await?;
    let own = whole(&state, &visit, &loaded).await?;
    page_of(&state, &visit, &own, &at.secret, Back::default())
}

/// Keeps what was typed, and with `deed=hand-in` hands it in. With `deed=keep` a script asks, and gets the fingerprint of
/// what stands there then.
pub(super) async fn save(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::Submission>,
    sent: Fields,
) -> Answer {
    let loaded = load(&state, &visit, &at.code, &at.secret).await?;
    let own = whole(&state, &visit, &loaded).await?;
    let typed = typed::typed(&sent, &own.call, &own.topics);
    let shown = Seen::read(&sent);
    let kept = keep(&state.store, &loaded, &shown, typed).await;
    if sent.get("deed") == "keep" {
        return Ok(kept?.seen.text().to_owned().into_response());
    }
    let back =
        |status, faults, seen, notice| Back { fields: Some(&sent), faults, seen, notice, status, ..Back::default() };
    match kept {
        Ok(kept) if kept.refused.is_empty() => {}
        // The rest of it is kept, and nothing is handed in before they have seen what is not.
        Ok(kept) => {
            let faults = typed::faults_of(&kept.refused, &own.call, visit.words);
            let back = back(StatusCode::UNPROCESSABLE_ENTITY, faults, Some(kept.seen), None);
            return page_of(&state, &visit, &own, &at.secret, back);
        }
        Err(ProgrammeError::Faulty(wrong)) => {
            let faults = typed::faults_of(&wrong, &own.call, visit.words);
            let back = back(StatusCode::UNPROCESSABLE_ENTITY, faults, Some(shown), None);
            return page_of(&state, &visit, &own, &at.secret, back);
        }
        Err(error @ ProgrammeError::Stale(_)) => {
            let notice = Some(sentence(visit.words, &error));
            let back = back(StatusCode::CONFLICT, Faults::new(), None, notice);
            return page_of(&state, &visit, &own, &at.secret, back);
        }
        Err(error) => {
            refusal_of(visit.words, error)?.leave(&visit).await?;
            return Ok(Redirect::to(&at.path()).into_response());
        }
    }
    let notice = if sent.get("deed") == "hand-in" {
        match hand_in::hand_in(&state.store, &loaded).await {
            Ok(_) => Flash::success(visit.words.t("call-handed-in")),
            Err(ProgrammeError::Faulty(wrong)) => {
                let loaded = load(&state, &visit, &at.code, &at.secret).await?;
                let own = whole(&state, &visit, &loaded).await?;
                let faults = typed::faults_of(&wrong, &own.call, visit.words);
                let back = back(StatusCode::UNPROCESSABLE_ENTITY, faults, None, None);
                return page_of(&state, &visit, &own, &at.secret, back);
            }
            Err(error) => refusal_of(visit.words, error)?,
        }
    } else if loaded.row().state == Stands::Draft {
        Flash::success(visit.words.t("call-saved"))
    } else {
        Flash::success(visit.words.t("call-saved-version"))
    };
    notice.leave(&visit).await?;
    Ok(Redirect::to(&at.path()).into_response())
}

/// Back to the page, with what happened or why it did not.
async fn settle(visit: &Visit, code: &str, secret: &str, done: Result<(), ProgrammeError>, word: &str) -> Answer {
    let notice = match done {
        Ok(()) => Flash::success(visit.words.t(word)),
        Err(error) => refusal_of(visit.words, error)?,
    };
    notice.leave(visit).await?;
    let slug = &visit.congress()?.slug;
    Ok(Redirect::to(&at::Submission::new(slug, code, secret).path()).into_response())
}

pub(super) async fn take_back(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::SubmissionWithdrawal>,
) -> Answer {
    let loaded = load(&state, &visit, &at.code, &at.secret).await?;
    let done = hand_in::take_back(&state.store, &loaded).await;
    settle(&visit, &at.code, &at.secret, done, "call-withdrawn").await
}

pub(super) async fn invite(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::SubmissionSpeakers>,
    sent: Fields,
) -> Answer {
    let loaded = load(&state, &visit, &at.code, &at.secret).await?;
    let (name, email) = (base::name::clean(sent.get("invited-name")), sent.get("invited-email"));
    let mut faults = Faults::new();
    if name.is_empty() || name.chars().count() > base::name::MAX_NAME {
        faults.add("invited-name", "call-fault-invited");
    }
    if contact::check(email).is_err() {
        faults.add("invited-email", "call-fault-email");
    }
    if !faults.is_empty() {
        let own = whole(&state, &visit, &loaded).await?;
        let invited = Some((&sent, typed::named(faults, visit.words)));
        let back = Back { invited, status: StatusCode::UNPROCESSABLE_ENTITY, ..Back::default() };
        return page_of(&state, &visit, &own, &at.secret, back);
    }
    let done = people::invite(&state.store, &loaded, &name, email).await;
    settle(&visit, &at.code, &at.secret, done, "call-invited").await
}

pub(super) async fn remove(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::SubmissionSpeakerRemoval>,
) -> Answer {
    let loaded = load(&state, &visit, &at.code, &at.secret).await?;
    let position = at.position.parse().map_err(|_| Fault::not_found())?;
    let done = people::remove(&state.store, &loaded, position).await;
    settle(&visit, &at.code, &at.secret, done, "call-person-removed").await
}
