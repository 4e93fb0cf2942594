//! JSON in and out of the API.

use crate::fault::Fault;
use crate::problem::{Wrong, pointer};
use crate::strict::Strict;
use axum::extract::{FromRequest, Request};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::StatusCode;
use http::header::CONTENT_TYPE;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A JSON body. What does not fit the type is answered with 422, naming the member; what is no JSON with 400. Texts with
/// U+0000 do not fit: PostgreSQL keeps none.
#[derive(Clone, Debug)]
pub struct Json<T>(pub T);

/// The same with texts taken as they are: for forms that look themselves at which of them are kept.
#[derive(Clone, Debug)]
pub struct Verbatim<T>(pub T);

impl<T: DeserializeOwned> Json<T> {
    /// From the bytes of a body.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Self, Fault> {
        let value = read(bytes)?;
        match null(bytes) {
            Some(pointer) => Err(Fault::invalid(vec![Wrong::new(pointer, "fault-null")])),
            None => Ok(Self(value)),
        }
    }
}

fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Fault> {
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let mut track = serde_path_to_error::Track::new();
    let inside = serde_path_to_error::Deserializer::new(&mut json, &mut track);
    let value = T::deserialize(Strict(inside)).map_err(|error| {
        let path = track.path().to_string();
        if !error.is_data() {
            return Fault::bad_request(error.to_string()).with_message("fault-no-json");
        }
        let path = if path == "." { String::new() } else { pointer(&path) };
        Fault::invalid(vec![wrong(path, &error.to_string())])
    })?;
    json.end().map_err(|error| Fault::bad_request(error.to_string()).with_message("fault-no-json"))?;
    Ok(value)
}

/// What serde says of a member, for people.
fn wrong(path: String, said: &str) -> Wrong {
    let named = |begin: &str| said.strip_prefix(begin)?.split('`').next();
    if let Some(member) = named("missing field `") {
        return Wrong::new(format!("{path}/{member}"), "fault-member-missing");
    }
    if let Some(member) = named("unknown field `") {
        return Wrong::new(path, "fault-member-unknown").with("member", member);
    }
    Wrong::new(path, "fault-member-type")
}

/// Where the first U+0000 is, in a text or in the name of a member. JSON can only write it as `\u0000` (RFC 8259 §7), so
/// hardly any body is looked through.
fn null(bytes: &[u8]) -> Option<String> {
    const ESCAPE: &[u8] = br"\u0000";
    if !bytes.windows(ESCAPE.len()).any(|part| part == ESCAPE) {
        return None;
    }
    null_in(&serde_json::from_slice(bytes).ok()?)
}

fn null_in(value: &Value) -> Option<String> {
    let below = |name: &str, value: &Value| null_in(value).map(|pointer| format!("/{name}{pointer}"));
    match value {
        Value::String(text) => text.contains('\0').then(String::new),
        Value::Array(items) => items.iter().enumerate().find_map(|(at, item)| below(&at.to_string(), item)),
        Value::Object(members) => members
            .iter()
            .find_map(|(name, member)| if name.contains('\0') { Some(String::new()) } else { below(name, member) }),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

/// The body of a request that says that it is JSON.
pub(crate) async fn bytes<S: Send + Sync>(request: Request, state: &S) -> Result<Bytes, Fault> {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case("application/json") {
        return Err(Fault::of_status(StatusCode::UNSUPPORTED_MEDIA_TYPE));
    }
    Bytes::from_request(request, state).await.map_err(|e| Fault::of_body(e.status(), &e))
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Json<T> {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &S) -> Result<Self, Fault> {
        Self::from_bytes(&bytes(request, state).await?)
    }
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Verbatim<T> {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &S) -> Result<Self, Fault> {
        Ok(Self(read(&bytes(request, state).await?)?))
    }
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        axum::Json(self.0).into_response()
    }
}
