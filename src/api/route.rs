//! The document, served.

use axum::body::Bytes;
use axum::response::IntoResponse;
use data_encoding::HEXLOWER;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use http::{HeaderMap, StatusCode};
use sha2::{Digest, Sha256};
use utoipa::OpenApi;
use utoipa::openapi::OpenApi as Document;
use web::{Access, Answer, Routes};

/// The route of the document that the slices' `parts` make of the `others`' routes, with itself.
pub fn routes(parts: impl IntoIterator<Item = Document>, others: &Routes) -> Routes {
    let own = |text: Bytes, tag: String| {
        Routes::new().get(address::api::Description::ROUTE, Access::Public, move |headers: HeaderMap| {
            let (text, tag) = (text.clone(), tag.clone());
            async move { show(&headers, text, &tag) }
        })
    };
    let mut infos = others.infos();
    infos.extend(own(Bytes::new(), String::new()).infos());
    let document = crate::describe(parts, &infos);
    let text = Bytes::from(document.to_string());
    let digest = Sha256::digest(&text);
    own(text, format!("W/\"{}\"", HEXLOWER.encode(&digest[..12])))
}

/// What programs are told of this route.
pub(crate) fn openapi() -> Document {
    #[derive(OpenApi)]
    #[openapi(paths(show))]
    struct Part;
    Part::openapi()
}

/// Describe this interface
///
/// The document that you are reading.
#[utoipa::path(
    get,
    path = address::api::Description::ROUTE.pattern(),
    operation_id = "description_show",
    tag = "description",
    params(("If-None-Match" = Option<String>, Header, description = "The `ETag` of a document that is there already.")),
    responses(
        (status = 200, description = "OpenAPI 3.1.", body = Value, headers(
            ("ETag" = String, description = "Changes with the document."),
        )),
        (status = 304, description = "It is still the same."),
    )
)]
fn show(headers: &HeaderMap, text: Bytes, tag: &str) -> Answer {
    let known = headers.get_all(IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let same = known.flat_map(|value| value.split(',')).any(|value| [tag, "*"].contains(&value.trim()));
    let kept = [(ETAG, tag), (CACHE_CONTROL, "public, no-cache")];
    if same {
        return Ok((StatusCode::NOT_MODIFIED, kept).into_response());
    }
    Ok((kept, [(CONTENT_TYPE, "application/json")], text).into_response())
}
