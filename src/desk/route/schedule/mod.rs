//! The schedule at the desk. What the script sends asks for JSON and gets a sentence; what a form sends gets a page.

pub mod placing;
pub mod rules;

use crate::form::person::labels;
use crate::form::schedule::{FIELDS, Typed, fields as begun};
use crate::page::schedule::{self as page, Shown, warning};
use crate::query::schedule::{Asked, ScheduleView, load};
use address::schedule as at;
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect, Response};
use base::error::Told;
use base::{Text, Uuid};
use http::header::{ACCEPT, CACHE_CONTROL};
use http::{HeaderMap, StatusCode};
use locale::Words;
use programme::ProgrammeError;
use programme::entity::slot::Kind;
use programme::query::plan::Draft;
use programme::service::plan::{self, Change, Done, Moved, New};
use serde_json::json;
use web::flash::Flash;
use web::form::once;
use web::{Answer, Fault, Faults, Fields, Visit};

async fn view(state: &web::State, visit: &Visit, asked: Asked) -> Result<ScheduleView, Fault> {
    let snapshot = state.store.snapshot().await?;
    Ok(load(&snapshot, visit.congress()?, &visit.actor, asked, visit.now).await?)
}

pub async fn show(State(state): State<web::State>, visit: Visit, RawQuery(asked): RawQuery) -> Answer {
    let asked = Asked::read(&Fields::parse(asked.unwrap_or_default().as_bytes()));
    let view = view(&state, &visit, asked).await?;
    let once = state.store.chance().opaque_id().to_string();
    Ok(opened(&visit, &view, None, &once).into_response())
}

/// How far the draft is.
pub async fn draft(State(state): State<web::State>, visit: Visit) -> Answer {
    let number = programme::query::plan::number(state.store.read(), visit.congress()?.id).await?;
    Ok(([(CACHE_CONTROL, "no-store")], number.to_string()).into_response())
}

/// What was typed, and why it was refused.
struct Refused<'a> {
    fields: &'a Fields,
    faults: Faults,
    why: Option<String>,
}

/// The page with what is open: as it begins, or as it was typed.
fn opened(visit: &Visit, view: &ScheduleView, refused: Option<Refused<'_>>, once: &str) -> maud::Markup {
    let slot = view.open();
    let Some(kind) = slot.map(|slot| slot.kind).or(view.asked.add) else { return page::show(visit, view, None) };
    let first = view.draft.rooms.first().map(|room| room.id);
    let minutes =
        slot.and_then(|slot| slot.session).and_then(|id| view.draft.sessions.get(&id)).and_then(|s| s.minutes);
    let begun = match slot {
        Some(slot) => begun(slot, &view.draft.frame, &view.day, first, minutes),
        None => Fields::new()
            .with("day", view.day.date.to_string())
            .with("from", warning::clock(&view.draft, view.day.span.from))
            .with("minutes", "30")
            .with("room", crate::form::schedule::EVERYWHERE),
    };
    let none = Faults::new();
    let (fields, faults, why) = match &refused {
        Some(refused) => (refused.fields, &refused.faults, refused.why.as_deref()),
        None => (&begun, &none, None),
    };
    // Whoever sends it once more knows what stands there now.
    let version = slot.map_or_else(String::new, |slot| slot.version.to_string());
    let fields = &fields.clone().with("version", version);
    page::show(visit, view, Some(&Shown { fields, faults, refused: why, once, slot, kind }))
}

fn by_script(headers: &HeaderMap) -> bool {
    headers
        .get(ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.starts_with("application/json"))
}

fn told(status: StatusCode, message: &str, slot: Option<Uuid>) -> Response {
    (status, axum::Json(json!({ "message": message, "slot": slot }))).into_response()
}

/// A request that changes something.
struct Request<'a> {
    state: &'a web::State,
    visit: &'a Visit,
    headers: &'a HeaderMap,
    fields: &'a Fields,
    /// What is open if it is refused.
    asked: Asked,
}

impl Request<'_> {
    /// What was typed is no place.
    async fn odd(self, mut faults: Faults) -> Answer {
        faults.name_all(&labels(&FIELDS, self.visit.words));
        if by_script(self.headers) {
            let first = FIELDS.iter().find_map(|(name, _)| faults.sentence(name, self.visit.words));
            return Ok(told(StatusCode::UNPROCESSABLE_ENTITY, &first.unwrap_or_default(), None));
        }
        let view = view(self.state, self.visit, self.asked).await?;
        let refused = Refused { fields: self.fields, faults, why: None };
        let once = self.state.store.chance().opaque_id().to_string();
        Ok((StatusCode::UNPROCESSABLE_ENTITY, opened(self.visit, &view, Some(refused), &once)).into_response())
    }

    /// Done, or refused with words.
    async fn settle(self, done: Result<Done, ProgrammeError>, key: &str) -> Answer {
        let words = self.visit.words;
        match done {
            Ok(done) => {
                let mut message = words.t(key);
                let warned = !done.warnings.is_empty() || done.kept > 0;
                if done.kept > 0 {
                    message.push(' ');
                    message.push_str(&words.with("desk-placing-kept", &[("n", done.kept.into())]));
                }
                if warned {
                    let view = view(self.state, self.visit, self.asked.clone()).await?;
                    for clash in done.warnings.iter().take(3) {
                        message.push(' ');
                        message.push_str(&warning::sentence(words, &view.draft, clash));
                    }
                }
                if by_script(self.headers) {
                    return Ok(told(StatusCode::OK, &message, Some(done.slot)));
                }
                let flash = if warned { Flash::warning(message) } else { Flash::success(message) };
                flash.leave(self.visit).await?;
                let slug = &self.visit.congress()?.slug;
                let day = self.fields.get("day");
                let open = self.asked.slot.map(|_| done.slot.to_string()).unwrap_or_default();
                Ok(Redirect::to(&at::Schedule::new(slug).at(day, &open)).into_response())
            }
            Err(error) if matches!(error.status(), 404 | 500..) => Err(error.into()),
            Err(error) => {
                let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::CONFLICT);
                let view = view(self.state, self.visit, self.asked).await?;
                let why = why(words, &view.draft, &error);
                if by_script(self.headers) {
                    return Ok(told(status, &why, None));
                }
                let refused = Refused { fields: self.fields, faults: Faults::new(), why: Some(why) };
                let once = self.state.store.chance().opaque_id().to_string();
                Ok((status, opened(self.visit, &view, Some(refused), &once)).into_response())
            }
        }
    }
}

/// Why something was refused, in words.
fn why(words: Words, draft: &Draft, error: &ProgrammeError) -> String {
    match error {
        ProgrammeError::Moved(moved) => moved_words(words, draft, moved),
        ProgrammeError::Blocked(clashes) => {
            let all = clashes.iter().take(3).map(|clash| warning::sentence(words, draft, clash)).collect::<Vec<_>>();
            words.with("desk-schedule-refused", &[("why", all.join(" ").into())])
        }
        error => words.with(error.message(), &web::problem::args(&error.values())),
    }
}

/// "Katrin Wördemann hat „Stammtisch DMS“ inzwischen verlegt: Donnerstag, 11. März 2027, 14:35 bis 15:15 Uhr, Auditorium."
fn moved_words(words: Words, draft: &Draft, moved: &Moved) -> String {
    let by = if moved.by.is_empty() { words.t("desk-schedule-somebody") } else { moved.by.clone() };
    let title = moved.now.session.and_then(|id| draft.sessions.get(&id)).map_or(&moved.now.title, |s| &s.title);
    let where_now = match (moved.now.removed, moved.now.span()) {
        (true, _) => words.t("desk-schedule-now-removed"),
        (false, None) => words.t("desk-schedule-now-parked"),
        (false, Some(span)) => {
            let room = match moved.now.room {
                Some(room) => warning::room(words, draft, room),
                None => words.t("desk-schedule-everywhere"),
            };
            let when = words.span(span.from, span.until, draft.frame.zone);
            words.with("desk-schedule-now-at", &[("when", when.into()), ("room", room.into())])
        }
    };
    let title = warning::said(words, title);
    words.with("desk-schedule-moved-by", &[("by", by.into()), ("title", title.into()), ("where", where_now.into())])
}

/// What is no id is the id of nothing.
fn id(typed: &str) -> Result<Uuid, Fault> {
    typed.parse().map_err(|_| Fault::not_found())
}

fn version(fields: &Fields) -> i32 {
    fields.get("version").parse().unwrap_or(-1)
}

fn asked(fields: &Fields, slot: Option<Uuid>) -> Asked {
    Asked { day: fields.get("day").parse().ok(), slot, ..Asked::default() }
}

/// Puts a slot where it was dragged or typed to.
pub async fn put(
    State(state): State<web::State>,
    visit: Visit,
    Path(path): Path<at::Slot>,
    headers: HeaderMap,
    fields: Fields,
) -> Answer {
    let (id, congress) = (id(&path.id)?, visit.congress()?.id);
    let asked = asked(&fields, Some(id));
    let now = view(&state, &visit, asked.clone()).await?;
    let kind = now.draft.slot(id).map_or(Kind::Session, |slot| slot.kind);
    let request = Request { state: &state, visit: &visit, headers: &headers, fields: &fields, asked };
    let typed = match Typed::read(&fields, &now.draft, kind, Some(id)) {
        Ok(typed) => typed,
        Err(faults) => return request.odd(faults).await,
    };
    let change = if fields.has("place") {
        Change::Place { room: typed.room, span: typed.span }
    } else {
        let title = Some(typed.title).filter(|_| kind != Kind::Session);
        Change::Put { room: typed.room, span: typed.span, pinned: typed.pinned, title }
    };
    let done = plan::change(&state.store, &visit.actor, congress, id, version(&fields), change).await;
    request.settle(done, "desk-schedule-placed").await
}

pub async fn park(
    State(state): State<web::State>,
    visit: Visit,
    Path(path): Path<at::SlotParking>,
    headers: HeaderMap,
    fields: Fields,
) -> Answer {
    let (id, congress) = (id(&path.id)?, visit.congress()?.id);
    let done = plan::change(&state.store, &visit.actor, congress, id, version(&fields), Change::Park).await;
    let asked = asked(&fields, Some(id));
    Request { state: &state, visit: &visit, headers: &headers, fields: &fields, asked }
        .settle(done, "desk-schedule-parked-now")
        .await
}

/// Takes a slot out of the draft.
pub async fn remove(
    State(state): State<web::State>,
    visit: Visit,
    Path(path): Path<at::SlotRemoval>,
    headers: HeaderMap,
    fields: Fields,
) -> Answer {
    let (id, congress) = (id(&path.id)?, visit.congress()?.id);
    let done = plan::change(&state.store, &visit.actor, congress, id, version(&fields), Change::Remove).await;
    let open = if done.is_ok() { None } else { Some(id) };
    let asked = asked(&fields, open);
    Request { state: &state, visit: &visit, headers: &headers, fields: &fields, asked }
        .settle(done, "desk-schedule-removed-now")
        .await
}

/// The same session once more, parked until somebody places it.
pub async fn repeat(
    State(state): State<web::State>,
    visit: Visit,
    Path(path): Path<at::SlotRepeat>,
    headers: HeaderMap,
    fields: Fields,
) -> Answer {
    let (slot, congress) = (id(&path.id)?, visit.congress()?.id);
    let now = view(&state, &visit, asked(&fields, Some(slot))).await?;
    let session = now.open().and_then(|slot| slot.session).ok_or_else(Fault::not_found)?;
    let new = once::id(&fields, slot, state.store.chance());
    let done = plan::add(&state.store, &visit.actor, congress, new, New::Occurrence(session), (None, None)).await;
    let asked = asked(&fields, Some(new));
    Request { state: &state, visit: &visit, headers: &headers, fields: &fields, asked }
        .settle(done, "desk-schedule-repeated")
        .await
}

/// Adds a break or a blocker.
pub async fn add(State(state): State<web::State>, visit: Visit, headers: HeaderMap, fields: Fields) -> Answer {
    let congress = visit.congress()?.id;
    let kind = if fields.get("kind") == "blocker" { Kind::Blocker } else { Kind::Break };
    let asked = Asked { add: Some(kind), ..asked(&fields, None) };
    let now = view(&state, &visit, asked.clone()).await?;
    let request = Request { state: &state, visit: &visit, headers: &headers, fields: &fields, asked };
    let typed = match Typed::read(&fields, &now.draft, kind, None) {
        Ok(typed) => typed,
        Err(faults) => return request.odd(faults).await,
    };
    let new = |title: Text| if kind == Kind::Blocker { New::Blocker(title) } else { New::Break(title) };
    let id = once::id(&fields, congress, state.store.chance());
    let place = (typed.room, Some(typed.span));
    let done = plan::add(&state.store, &visit.actor, congress, id, new(typed.title), place).await;
    request.settle(done, "desk-schedule-added").await
}

/// Takes a change back.
pub async fn undo(State(state): State<web::State>, visit: Visit, headers: HeaderMap, fields: Fields) -> Answer {
    let event = fields.get("event").parse().map_err(|_| Fault::bad_request("no event to take back"))?;
    let done = plan::undo(&state.store, &visit.actor, visit.congress()?.id, event).await;
    let refused = match &done {
        Err(ProgrammeError::Moved(moved)) => Some(moved.slot),
        _ => None,
    };
    let asked = asked(&fields, refused);
    Request { state: &state, visit: &visit, headers: &headers, fields: &fields, asked }
        .settle(done, "desk-schedule-undone")
        .await
}
