//! What somebody marked in the programme without an account: a cookie of this congress alone, on their device. It is of
//! no use to us, leaves the device only to draw the page, and is written only when somebody marks something.

use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use http::HeaderMap;
use programme::service::star::MOST;

const NAME: &str = "stars";
/// Stands in no code.
const BETWEEN: char = '.';
const LONGEST_CODE: usize = 8;

/// Codes of sessions, in the order in which they were marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stars(Vec<String>);

impl Stars {
    /// Those of a device. What is no code is overlooked.
    pub fn read(headers: &HeaderMap) -> Self {
        let jar = CookieJar::from_headers(headers);
        let mut stars = Self::default();
        for code in jar.get(NAME).map(Cookie::value).unwrap_or_default().split(BETWEEN) {
            stars.add(code);
        }
        stars
    }

    /// Marks one, as far as there is room.
    pub fn add(&mut self, code: &str) {
        let is_code = (1..=LONGEST_CODE).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_alphanumeric());
        if is_code && !self.has(code) && self.0.len() < MOST {
            self.0.push(code.to_owned());
        }
    }

    pub fn remove(&mut self, code: &str) {
        self.0.retain(|known| known != code);
    }

    pub fn has(&self, code: &str) -> bool {
        self.0.iter().any(|known| known == code)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// The cookie that keeps them for a year; one that ends it if there are none.
    pub fn cookie(&self, congress: &str, secure: bool) -> String {
        let age = if self.is_empty() { time::Duration::ZERO } else { time::Duration::days(365) };
        let value = self.0.join(&BETWEEN.to_string());
        Cookie::build((NAME, value))
            .path(address::Congress::new(congress).path())
            .http_only(true)
            .same_site(SameSite::Lax)
            .secure(secure)
            .max_age(age)
            .build()
            .to_string()
    }
}
