//! The newest release in the formats of other programs.

use crate::query::exchange::{Which, schedule_on};
use ::schedule::Schedule;
use axum::extract::State;
use base::Language;
use http::HeaderMap;
use web::{Answer, Fault, Visit};

/// schedule.xml.
pub async fn xml(state: State<web::State>, visit: Visit, headers: HeaderMap) -> Answer {
    let format = Format { name: "schedule.xml", kind: "application/xml; charset=utf-8", write: ::schedule::write_xml };
    send(&state, &visit, &headers, format).await
}

/// schedule.json.
pub async fn json(state: State<web::State>, visit: Visit, headers: HeaderMap) -> Answer {
    let format = Format { name: "schedule.json", kind: "application/json", write: ::schedule::write_json };
    send(&state, &visit, &headers, format).await
}

struct Format {
    name: &'static str,
    kind: &'static str,
    write: fn(&Schedule) -> String,
}

/// It is the same for everybody, in whatever language they read, and stays so until the revision is raised.
async fn send(state: &web::State, visit: &Visit, headers: &HeaderMap, format: Format) -> Answer {
    let head = visit.congress()?;
    let (key, revision) = ((head.id, format.name, Language::De), head.revision.to_string());
    if let Some(kept) = state.pages.get(key, &revision) {
        return Ok(kept.answer(headers));
    }
    let snapshot = state.store.snapshot().await?;
    let congress = congress::query::by_id(&snapshot, head.id).await?.ok_or_else(Fault::not_found)?;
    // What is read is of this revision, which may be a newer one than the visit's.
    let revision = congress.revision.to_string();
    // Another connection that sees the same reads a half of it.
    let second = state.store.second_snapshot().await?;
    let other = match &second {
        Some(second) if congress::query::by_id(second, head.id).await?.as_ref() == Some(&congress) => second,
        _ => &snapshot,
    };
    let page = (format.write)(&schedule_on(&snapshot, other, &congress, Which::Newest, &state.public_url).await?);
    Ok(state.pages.keep_as(key, revision, page, format.kind).answer(headers))
}
