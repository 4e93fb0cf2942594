//! The picture of somebody who speaks.

use super::Known;
use address::programme::SpeakerPicture;
use axum::response::IntoResponse;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use http::{HeaderMap, StatusCode};
use programme::query::public::picture;
use web::{Answer, Fault, Fields, Visit};

/// The picture of somebody who speaks in a session of the newest release; of anybody else there is none. Under the digest
/// that it has now it is kept for ever; under another one it is asked for again.
pub(super) async fn show(
    plans: Known,
    state: web::State,
    visit: Visit,
    at: SpeakerPicture,
    headers: HeaderMap,
) -> Answer {
    let congress = visit.congress()?;
    let plan = plans.get(&state, congress).await?;
    let listed = plan.speakers.iter().find(|speaker| speaker.code == at.code).ok_or_else(Fault::not_found)?;
    let digest = listed.picture.as_deref().ok_or_else(Fault::not_found)?;
    let query = visit.path.split_once('?').map_or("", |(_, query)| query);
    let named = Fields::parse(query.as_bytes()).get("v") == digest;
    let caching = if named { "public, max-age=31536000, immutable" } else { "public, no-cache" };
    let tag = format!("\"{digest}\"");
    let known = headers.get(IF_NONE_MATCH).and_then(|known| known.to_str().ok()).unwrap_or_default();
    if known.split(',').any(|known| known.trim().trim_start_matches("W/") == tag) {
        return Ok((StatusCode::NOT_MODIFIED, [(ETAG, tag), (CACHE_CONTROL, caching.to_owned())]).into_response());
    }
    let found = picture(state.store.read(), congress.id, &at.code).await?.ok_or_else(Fault::not_found)?;
    // All that is kept was made here.
    let kind = "image/jpeg".to_owned();
    Ok(([(CONTENT_TYPE, kind), (ETAG, tag), (CACHE_CONTROL, caching.to_owned())], found.content).into_response())
}
