//! What files say beside what our columns hold, as it is kept in the columns `origin`: as it stood there, so that it
//! goes out as it came in.

use base::Uuid;
use chrono::{DateTime, FixedOffset, NaiveDate};
use schedule::{Conference, Generator, Link, Person, Recording};
use sea_orm::FromJsonQueryResult;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use store::DbErr;

/// Of the programme as a whole: the congress as the file has it, and how its days are laid out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(default)]
pub struct Layout {
    pub version: String,
    pub base_url: Option<String>,
    pub url: Option<String>,
    pub generator: Option<Generator>,
    pub conference: Conference,
    /// Rows of the tracks, in the file's order.
    pub tracks: Vec<Uuid>,
    /// Rows of the rooms, in the file's order.
    pub rooms: Vec<Uuid>,
    pub days: Vec<LaidDay>,
}

/// A day, as the file has it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LaidDay {
    pub index: u32,
    pub date: Option<NaiveDate>,
    pub start: Option<DateTime<FixedOffset>>,
    pub end: Option<DateTime<FixedOffset>>,
    pub rooms: Vec<LaidRoom>,
}

/// A room on a day. None: what happens there has no room.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LaidRoom {
    pub room: Option<Uuid>,
    pub guid: Option<Uuid>,
    pub slug: Option<String>,
    /// Slots in the file's order, and when they start, in the file's offset.
    pub slots: Vec<(Uuid, DateTime<FixedOffset>)>,
}

/// Of a session.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(default)]
pub struct SessionOrigin {
    pub code: Option<String>,
    pub logo: Option<String>,
    pub feedback_url: Option<String>,
    pub origin_url: Option<String>,
    pub video_download_url: Option<String>,
    pub recording: Recording,
}

/// Of a slot.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(default)]
pub struct SlotOrigin {
    pub slug: Option<String>,
    pub url: Option<String>,
}

/// Of a speaker.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(default)]
pub struct SpeakerOrigin {
    pub code: Option<String>,
    pub avatar: Option<String>,
    pub url: Option<String>,
    pub links: Vec<Link>,
}

/// Of somebody in a session: as the file has them there.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct PersonOrigin(pub Person);

/// Of a track.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TrackOrigin {
    pub slug: Option<String>,
    pub color: Option<String>,
}

/// What is kept of it: without members that are not there, also if nothing is left. That there is something at all says
/// that it came with a file.
pub fn kept(value: &impl Serialize) -> Result<Option<Value>, DbErr> {
    let value = serde_json::to_value(value).map_err(|e| DbErr::Json(e.to_string()))?;
    Ok(Some(compact(value)))
}

/// What was kept.
pub fn told<T: DeserializeOwned + Default>(kept: Option<&Value>) -> Result<T, DbErr> {
    match kept {
        Some(value) => T::deserialize(value).map_err(|e| DbErr::Json(e.to_string())),
        None => Ok(T::default()),
    }
}

fn compact(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let members = members.into_iter().map(|(name, value)| (name, compact(value)));
            let there = |value: &Value| match value {
                Value::Null => false,
                Value::String(text) => !text.is_empty(),
                Value::Array(list) => !list.is_empty(),
                Value::Object(members) => !members.is_empty(),
                _ => true,
            };
            Value::Object(members.filter(|(_, value)| there(value)).collect::<Map<_, _>>())
        }
        Value::Array(list) => Value::Array(list.into_iter().map(compact).collect()),
        other => other,
    }
}
