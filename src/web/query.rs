//! What stands behind the `?` of an address of the API.

use crate::fault::Fault;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// The layer around one handler of the API: a parameter that it does not know, or one given twice, is refused. Overlooked,
/// a mistyped filter would give everything.
pub(crate) async fn check(known: &'static [&'static str], request: Request, next: Next) -> Response {
    let query = request.uri().query().unwrap_or_default();
    let mut seen: Vec<String> = vec![];
    for (name, _) in form_urlencoded::parse(query.as_bytes()) {
        let message = if !known.contains(&&*name) {
            "fault-parameter-unknown"
        } else if seen.iter().any(|s| *s == name) {
            "fault-parameter-twice"
        } else {
            seen.push(name.into_owned());
            continue;
        };
        let name: String = name.chars().filter(|c| !c.is_control()).take(80).collect();
        let fault = Fault::bad_request("a query parameter").with_message(message).with_value("parameter", name);
        return fault.into_response();
    }
    next.run(request).await
}

/// What a query says of a parameter.
pub fn get(query: Option<&str>, name: &str) -> Option<String> {
    let mut pairs = form_urlencoded::parse(query.unwrap_or_default().as_bytes());
    pairs.find(|(n, _)| n == name).map(|(_, value)| value.into_owned())
}

/// The refusal of a parameter's value.
pub fn wrong(name: &'static str) -> Fault {
    Fault::bad_request(name).with_message("fault-parameter-value").with_value("parameter", name)
}
