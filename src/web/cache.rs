//! Public pages and files that are the same for everybody, kept in this process until what they show changes. Nothing here is
//! missed by another process: what a page stands for is read anew for each request.

use crate::asset::accepts;
use axum::response::{IntoResponse, Response};
use base::{Language, Uuid, secret};
use bytes::Bytes;
use http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY};
use http::{HeaderMap, HeaderValue, StatusCode};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// More than this, in bytes of plain text, are not looked at within an hour.
const MOST: usize = 16_000_000;
/// How hard a page of up to so many bytes is compressed: worth a few milliseconds, since it is done once for many.
const QUALITIES: [(usize, i32); 3] = [(100_000, 9), (1_000_000, 5), (usize::MAX, 2)];

/// Congress, which of its pages, language.
type Key<'k> = (Uuid, &'k str, Language);
type OwnedKey = (Uuid, String, Language);
/// The state that a page shows, and the page.
type Shown = (String, Arc<Kept>);

/// The pages. Clones share them.
#[derive(Clone, Debug, Default)]
pub struct Pages(Arc<Mutex<HashMap<OwnedKey, Shown>>>);

/// A page as it is sent.
#[derive(Debug)]
pub struct Kept {
    tag: HeaderValue,
    kind: HeaderValue,
    plain: Bytes,
    /// Made for the first that asks for it; empty if it cannot be.
    brotli: OnceLock<Bytes>,
}

impl Pages {
    /// The page, if it still shows this state.
    pub fn get(&self, key: Key, state: &str) -> Option<Arc<Kept>> {
        let pages = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        pages.get(&owned(key)).filter(|(of, _)| of == state).map(|(_, kept)| Arc::clone(kept))
    }

    /// Keeps a page for as long as it shows this state.
    pub fn keep(&self, key: Key, state: String, page: String) -> Arc<Kept> {
        self.keep_as(key, state, page, "text/html; charset=utf-8")
    }

    /// The same for a file of this media type.
    pub fn keep_as(&self, key: Key, state: String, page: String, kind: &'static str) -> Arc<Kept> {
        let (key, kept) = (owned(key), Arc::new(Kept::new(page, kind)));
        let mut pages = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let size: usize = pages.values().map(|(_, kept)| kept.plain.len()).sum();
        if size + kept.plain.len() > MOST && !pages.contains_key(&key) {
            pages.clear();
        }
        pages.insert(key, (state, Arc::clone(&kept)));
        kept
    }
}

fn owned((congress, page, language): Key) -> OwnedKey {
    (congress, page.to_owned(), language)
}

impl Kept {
    /// With a tag made of all that stands on it, so that nothing can be forgotten.
    fn new(page: String, kind: &'static str) -> Self {
        Self { tag: tag(&page), kind: HeaderValue::from_static(kind), plain: page.into(), brotli: OnceLock::new() }
    }

    fn compressed(&self) -> &Bytes {
        self.brotli.get_or_init(|| {
            let fits = QUALITIES.into_iter().find(|(most, _)| self.plain.len() <= *most);
            let quality = fits.map_or(2, |(_, quality)| quality);
            let params = brotli::enc::BrotliEncoderParams { quality, ..Default::default() };
            let mut brotli = vec![];
            match brotli::BrotliCompress(&mut &*self.plain, &mut brotli, &params) {
                Ok(_) => brotli.into(),
                Err(_) => Bytes::new(),
            }
        })
    }

    /// The page, or that the browser has it.
    pub fn answer(&self, request: &HeaderMap) -> Response {
        let text = |name| request.get(name).and_then(|v: &HeaderValue| v.to_str().ok()).unwrap_or_default();
        let mut headers = tagged_with(&self.tag);
        if is_known(request, &self.tag) {
            return (StatusCode::NOT_MODIFIED, headers).into_response();
        }
        headers.insert(CONTENT_TYPE, self.kind.clone());
        if accepts(text(ACCEPT_ENCODING), "br") {
            let brotli = self.compressed().clone();
            if !brotli.is_empty() {
                headers.insert(CONTENT_ENCODING, HeaderValue::from_static("br"));
                return (headers, brotli).into_response();
            }
        }
        // Other encodings are the layer's.
        (headers, self.plain.clone()).into_response()
    }
}

/// A file that is not kept, for there are many of them or it is somebody's own, with a tag made of all that stands in it:
/// who has it is told so.
pub fn tagged(request: &HeaderMap, file: String, kind: &'static str) -> Response {
    let tag = tag(&file);
    let mut headers = tagged_with(&tag);
    if is_known(request, &tag) {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    (headers, file).into_response()
}

fn tag(page: &str) -> HeaderValue {
    let tag = format!("W/\"{}\"", &secret::hash(page)[..32]);
    HeaderValue::try_from(tag).unwrap_or_else(|_| HeaderValue::from_static("W/\"\""))
}

fn tagged_with(tag: &HeaderValue) -> HeaderMap {
    let vary = HeaderValue::from_static("accept-language, cookie, accept-encoding");
    HeaderMap::from_iter([(VARY, vary), (ETAG, tag.clone())])
}

/// Whether who asks has it.
fn is_known(request: &HeaderMap, tag: &HeaderValue) -> bool {
    let known = request.get(IF_NONE_MATCH).and_then(|v| v.to_str().ok()).unwrap_or_default();
    known.split(',').any(|known| known.trim().as_bytes() == tag.as_bytes())
}
