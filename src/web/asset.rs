//! The embedded files: style sheets, fonts, icons, modules. Their names carry a fingerprint of their content, so they are
//! kept for ever and a new version is a new address.

use crate::fault::{Answer, Fault};
use crate::route::{Access, Routes};
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY};
use http::{HeaderMap, HeaderValue, StatusCode};

/// An embedded file.
#[derive(Debug)]
pub struct Asset {
    /// As in `templates/asset/`: `theme.css`.
    pub name: &'static str,
    /// `/asset/theme-1a2b3c4d5e.css`.
    pub path: &'static str,
    pub mime: &'static str,
    pub plain: &'static [u8],
    pub brotli: Option<&'static [u8]>,
    pub gzip: Option<&'static [u8]>,
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// All of them, by name.
pub fn files() -> &'static [Asset] {
    FILES
}

/// Where a file is served: `theme.css` at `/asset/theme-1a2b3c4d5e.css`. A test holds every name in the code against the
/// list of `build.rs`.
pub fn path(name: &str) -> &'static str {
    let found = FILES.binary_search_by(|asset| asset.name.cmp(name)).ok().map(|at| FILES[at].path);
    found.unwrap_or_else(|| {
        tracing::error!(name, "no such asset");
        "/asset/missing"
    })
}

/// Where the parts of the icon sprite are: `…/icon.svg#menu`.
pub fn icon(name: &str) -> String {
    format!("{}#{name}", path("icon.svg"))
}

pub(crate) fn routes() -> Routes {
    Routes::new().get(address::Asset::ROUTE, Access::Public, serve)
}

async fn serve(Path(address): Path<address::Asset>, headers: HeaderMap) -> Answer {
    let path = address.path();
    let asset = FILES.iter().find(|asset| asset.path == path).ok_or_else(Fault::not_found)?;
    Ok(answer(asset, &headers))
}

/// The file in the encoding that the client prefers.
pub fn answer(asset: &Asset, request: &HeaderMap) -> Response {
    let accepted = request.get(ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let (encoding, bytes) = match (asset.brotli, asset.gzip) {
        (Some(bytes), _) if accepts(accepted, "br") => (Some("br"), bytes),
        (_, Some(bytes)) if accepts(accepted, "gzip") => (Some("gzip"), bytes),
        _ => (None, asset.plain),
    };
    // The name has the fingerprint in it; each encoding is a representation of its own (RFC 9110 §8.8.3.3).
    let tag = format!("\"{}{}\"", asset.path.trim_start_matches("/asset/"), encoding.unwrap_or_default());
    let mut headers = HeaderMap::new();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    headers.extend(HeaderValue::from_str(&tag).ok().map(|tag| (ETAG, tag)));
    let known = request.get(IF_NONE_MATCH).and_then(|v| v.to_str().ok());
    if known.is_some_and(|known| known.split(',').any(|k| k.trim().trim_start_matches("W/") == tag || k.trim() == "*"))
    {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(asset.mime));
    headers.extend(encoding.map(|encoding| (CONTENT_ENCODING, HeaderValue::from_static(encoding))));
    (headers, bytes).into_response()
}

/// Whether `Accept-Encoding` takes this coding (RFC 9110 §12.5.3).
pub(crate) fn accepts(header: &str, coding: &str) -> bool {
    let weight = |name: &str| {
        header.split(',').find_map(|part| {
            let mut pieces = part.split(';').map(str::trim);
            pieces.next().filter(|n| n.eq_ignore_ascii_case(name))?;
            let q = pieces.find_map(|p| p.strip_prefix("q=")).map_or(Some(1.0), |q| q.parse::<f32>().ok());
            Some(q.unwrap_or(0.0))
        })
    };
    weight(coding).or_else(|| weight("*")).is_some_and(|q| q > 0.0)
}
