//! JSON in and out of the API.

use crate::fault::Fault;
use crate::problem::{Wrong, pointer};
use axum::extract::{FromRequest, Request};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::StatusCode;
use http::header::CONTENT_TYPE;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A JSON body. What does not fit the type is answered with 422, naming the member; what is no JSON with 400.
#[derive(Clone, Debug)]
pub struct Json<T>(pub T);

impl<T: DeserializeOwned> Json<T> {
    /// From the bytes of a body: for handlers that also need them for [`crate::idempotency::Guard`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Fault> {
        let mut json = serde_json::Deserializer::from_slice(bytes);
        let value = serde_path_to_error::deserialize(&mut json).map_err(|error| {
            let path = error.path().to_string();
            let error = error.into_inner();
            if !error.is_data() {
                return Fault::bad_request(error.to_string()).with_message("fault-no-json");
            }
            let path = if path == "." { String::new() } else { pointer(&path) };
            Fault::invalid(vec![Wrong::new(path, error.to_string())])
        })?;
        json.end().map_err(|error| Fault::bad_request(error.to_string()).with_message("fault-no-json"))?;
        Ok(Self(value))
    }
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Json<T> {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &S) -> Result<Self, Fault> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
        if !kind.starts_with("application/json") {
            return Err(Fault::of_status(StatusCode::UNSUPPORTED_MEDIA_TYPE));
        }
        let bytes = Bytes::from_request(request, state).await.map_err(|e| Fault::of_status(e.status()))?;
        Self::from_bytes(&bytes)
    }
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        axum::Json(self.0).into_response()
    }
}
