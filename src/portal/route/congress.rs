//! The public page of a congress.

use crate::page::{self, Scene, structured};
use crate::query::front::front;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use base::secret;
use http::header::{ETAG, IF_NONE_MATCH, VARY};
use http::{HeaderMap, HeaderValue, StatusCode};
use maud::{Markup, html};
use web::layout::public_page_with;
use web::{Answer, Fault, Visit};

/// Shows it. It changes when its texts do, or a step of availability: the tag says so, and a browser that has the page
/// is told that it still stands.
pub async fn show(State(state): State<web::State>, visit: Visit, headers: HeaderMap) -> Answer {
    let scene = Scene::of(&visit)?;
    let front = front(state.store.read(), scene.congress.id, visit.now).await?.ok_or_else(Fault::not_found)?;
    let url = state.absolute(&address::Congress::new(&scene.congress.slug).path());
    let register = state.absolute(&address::Register::new(&scene.congress.slug).path());
    let head = html! {
        link rel="canonical" href=(url);
        @if !front.face.congress.lead.is_empty() {
            meta name="description" content=(front.face.congress.lead.in_language(visit.language));
        }
        (structured::event(scene, &front, &url, &register))
    };
    let title = scene
        .with("portal-congress-title", &[("date", scene.words.date(scene.congress.starts_at, scene.zone()).into())]);
    let page = public_page_with(&visit, &title, head, page::congress::main(scene, &front));
    Ok(tagged(&visit, &headers, page))
}

/// The page with a tag made of all that stands on it, so that nothing can be forgotten; or that it is known. A page
/// that carries a notice is for one visitor and once.
fn tagged(visit: &Visit, request: &HeaderMap, page: Markup) -> Response {
    if visit.session.id().is_some() {
        return page.into_response();
    }
    let tag = format!("W/\"{}\"", &secret::hash(&page.0)[..32]);
    let known = request.get(IF_NONE_MATCH).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let mut headers = HeaderMap::new();
    headers.insert(VARY, HeaderValue::from_static("accept-language, cookie"));
    headers.extend(HeaderValue::from_str(&tag).ok().map(|tag| (ETAG, tag)));
    if known.split(',').any(|k| k.trim() == tag) {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    (headers, page).into_response()
}
