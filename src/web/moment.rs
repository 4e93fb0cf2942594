//! Moments as programs write them.

use base::Time;
use chrono::{DateTime, Datelike};
use serde::de::{Deserialize, Deserializer, Error};
use std::borrow::Cow;

/// A moment of RFC 3339, with its offset, in the years that both databases and every reader of RFC 3339 can tell. Finer
/// than a microsecond is cut off, so that an answer says what is kept; a leap second is the second after it.
pub fn parse(text: &str) -> Option<Time> {
    let moment = DateTime::parse_from_rfc3339(text).ok()?.to_utc();
    let moment = DateTime::from_timestamp_micros(moment.timestamp_micros())?;
    (1..=9999).contains(&moment.year()).then_some(moment)
}

/// For `#[serde(deserialize_with = "web::moment::read")]`.
pub fn read<'de, D: Deserializer<'de>>(json: D) -> Result<Time, D::Error> {
    parse(&Cow::<str>::deserialize(json)?).ok_or_else(|| Error::custom("no moment of RFC 3339"))
}

/// The same for one that may be left out.
pub fn read_option<'de, D: Deserializer<'de>>(json: D) -> Result<Option<Time>, D::Error> {
    match Option::<Cow<str>>::deserialize(json)? {
        Some(text) => parse(&text).map(Some).ok_or_else(|| Error::custom("no moment of RFC 3339")),
        None => Ok(None),
    }
}
