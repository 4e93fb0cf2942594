//! Long lists in the API: `?limit=` (100, at most 1,000) and a link to the next part. The cursor is what the last item
//! was sorted by: what was there when the reading began neither comes twice nor is left out. What is added meanwhile may
//! come in this reading or in the next.

use crate::fault::Fault;
use crate::visit::Visit;
use axum::extract::FromRequestParts;
use data_encoding::BASE64URL_NOPAD;
use http::request::Parts;
use serde::Serialize;
use utoipa::ToSchema;

const DEFAULT: u64 = 100;
const MOST: u64 = 1000;

/// The query parameters of every list, for [`crate::Routes::asking`].
pub const NAMES: &[&str] = &["limit", "cursor"];

/// Which part of a list is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    pub limit: u64,
    /// What the last item of the part before was sorted by.
    pub after: Option<String>,
}

/// A part of a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct List<T> {
    pub items: Vec<T>,
    /// The path and query of the next part, if there is one.
    #[schema(required)]
    pub next: Option<String>,
}

impl Page {
    /// How many to fetch: one more than is shown tells whether there is more.
    pub fn fetch(&self) -> u64 {
        self.limit + 1
    }

    /// The part, from what was fetched; `sorted_by` gives an item's cursor.
    pub fn list<T>(&self, visit: &Visit, mut fetched: Vec<T>, sorted_by: impl Fn(&T) -> String) -> List<T> {
        let limit = usize::try_from(self.limit).unwrap_or(usize::MAX);
        let more = fetched.len() > limit;
        fetched.truncate(limit);
        let next = fetched.last().filter(|_| more).map(|last| self.link(&visit.path, &sorted_by(last)));
        List { items: fetched, next }
    }

    /// The part of a list that is short enough to be read whole.
    pub fn cut<T>(&self, visit: &Visit, mut all: Vec<T>, sorted_by: impl Fn(&T) -> String) -> List<T> {
        if let Some(after) = &self.after {
            let begin = all.iter().position(|item| sorted_by(item) == *after).map_or(all.len(), |at| at + 1);
            all.drain(..begin);
        }
        self.list(visit, all, sorted_by)
    }

    /// The same list from after `cursor` on; what else was asked for stays.
    fn link(&self, path: &str, cursor: &str) -> String {
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let mut query: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes())
            .into_owned()
            .filter(|(n, _)| n != "limit" && n != "cursor")
            .collect();
        query.push(("limit".into(), self.limit.to_string()));
        query.push(("cursor".into(), BASE64URL_NOPAD.encode(cursor.as_bytes())));
        let pairs: Vec<(&str, &str)> = query.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        address::with_query(path, &pairs)
    }
}

/// A cursor as [`Page::link`] writes it. We write none with U+0000, and PostgreSQL takes no text with it.
fn cursor(value: &str) -> Option<String> {
    let text = String::from_utf8(BASE64URL_NOPAD.decode(value.as_bytes()).ok()?).ok()?;
    (!text.is_empty() && !text.contains('\0')).then_some(text)
}

impl<S: Send + Sync> FromRequestParts<S> for Page {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Fault> {
        let mut page = Self { limit: DEFAULT, after: None };
        for (name, value) in form_urlencoded::parse(parts.uri.query().unwrap_or_default().as_bytes()) {
            if name == "limit" {
                let digits = !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit());
                let limit = digits.then(|| value.parse::<u64>().unwrap_or(MOST)).filter(|limit| *limit > 0);
                page.limit = limit.ok_or_else(|| Fault::bad_request("limit").with_message("fault-limit"))?.min(MOST);
            } else if name == "cursor" {
                let cursor = cursor(&value).ok_or_else(|| Fault::bad_request("cursor").with_message("fault-cursor"))?;
                page.after = Some(cursor);
            }
        }
        Ok(page)
    }
}
