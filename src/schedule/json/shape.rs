//! The objects of schedule.json as they are written.

use crate::guid::{self, Mark};
use crate::value::{self, Link, Schedule};
use crate::{address, days, duration, slug};
use serde::Serialize;
use std::collections::BTreeMap;
use uuid::Uuid;

/// What the schema has no members for, in `conference.meta`, which it leaves free.
#[derive(Serialize)]
pub(super) struct Meta<'s> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) acronym: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) subtitle: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) venue: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) city: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) day_change: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) time_zone_name: Option<&'static str>,
    /// By the guid that the event has in the file.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) events: BTreeMap<String, Kept<'s>>,
}

impl Meta<'_> {
    pub(super) fn is_empty(&self) -> bool {
        let texts = [self.acronym, self.subtitle, self.venue, self.city, self.time_zone_name];
        texts.iter().all(Option::is_none) && self.day_change.is_none() && self.events.is_empty()
    }
}

/// What the schema has no members for in an event.
#[derive(Default, PartialEq, Serialize)]
pub(super) struct Kept<'s> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    guid: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    slug: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    video_download_url: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    recording_url: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    recording_link: Option<&'s str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    links: BTreeMap<usize, Nature<'s>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    attachments: BTreeMap<usize, Nature<'s>>,
}

/// What kind of link it is, where the schema does not know the kind.
#[derive(PartialEq, Serialize)]
struct Nature<'s> {
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    kind: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    service: Option<&'s str>,
}

#[derive(Serialize)]
pub(super) struct Track<'s> {
    name: &'s str,
    #[serde(skip_serializing_if = "Option::is_none")]
    slug: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    color: Option<&'s str>,
}

pub(super) fn track(track: &value::Track) -> Track<'_> {
    let slug = track.slug.as_deref().filter(|slug| slug::fits_json(slug));
    Track { name: &track.name, slug, color: track.color.as_deref() }
}

#[derive(Serialize)]
pub(super) struct Room<'s> {
    name: &'s str,
    #[serde(skip_serializing_if = "Option::is_none")]
    slug: Option<&'s str>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    kind: Option<&'s str>,
    guid: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    stream_id: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<Texts<'s>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    capacity: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    features: BTreeMap<&'static str, &'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    assembly: Option<Assembly<'s>>,
}

/// One text, or one for each language.
#[derive(Serialize)]
#[serde(untagged)]
enum Texts<'s> {
    One(&'s str),
    Many(BTreeMap<&'s str, &'s str>),
}

#[derive(Serialize)]
struct Assembly<'s> {
    name: &'s str,
    slug: String,
    guid: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

const ROOM_KINDS: [&str; 9] =
    ["lecturehall", "stage", "workshop", "outside", "online", "project", "bbb", "hangar", "other"];
const RECORDINGS: [&str; 5] =
    ["record_by_default", "not_recorded_by_default", "recording_forbidden", "recording_not_possible", "unknown"];
const LINK_KINDS: [&str; 8] = ["slides", "paper", "web", "blog", "article", "media", "related", "activitypub"];

pub(super) fn room<'s>(schedule: &Schedule, room: &'s value::Room) -> Room<'s> {
    let base = schedule.base_url.as_deref();
    let description = match room.description.as_slice() {
        [] => None,
        [(language, text)] if language.is_empty() => Some(Texts::One(text)),
        many => Some(Texts::Many(many.iter().map(|(language, text)| (language.as_str(), text.as_str())).collect())),
    };
    let recording = room.recording.as_deref().filter(|recording| RECORDINGS.contains(recording));
    let assembly = room.assembly.as_ref().map(|assembly| Assembly {
        name: &assembly.name,
        slug: json_slug(assembly.slug.as_deref())
            .unwrap_or_else(|| format!("assembly-{}", slug::head(&assembly.name)).trim_end_matches('_').to_owned()),
        guid: assembly.guid.unwrap_or_else(|| guid::of(&format!("assembly/{}", assembly.name))),
        url: address::uri(base, assembly.url.as_deref()),
    });
    Room {
        name: &room.name,
        slug: room.slug.as_deref().filter(|slug| slug::fits_json(slug)),
        kind: room.kind.as_deref().filter(|kind| ROOM_KINDS.contains(kind)),
        guid: room.guid.unwrap_or_else(|| guid::room(&schedule.conference, &room.name)),
        stream_id: room.stream_id.as_deref(),
        description,
        capacity: room.capacity,
        url: address::uri(base, room.url.as_deref()),
        features: recording.map(|recording| ("recording", recording)).into_iter().collect(),
        assembly,
    }
}

#[derive(Serialize)]
pub(super) struct Event<'s> {
    guid: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'s str>,
    id: u64,
    /// In full, or relative to `base_url`, as the schema says.
    #[serde(skip_serializing_if = "Option::is_none")]
    logo: Option<&'s str>,
    date: String,
    start: String,
    end: String,
    duration: String,
    room: &'s str,
    slug: String,
    url: String,
    title: &'s str,
    subtitle: Option<&'s str>,
    track: Option<&'s str>,
    #[serde(rename = "type")]
    kind: &'s str,
    language: Option<&'s str>,
    #[serde(rename = "abstract")]
    abstract_text: Option<&'s str>,
    description: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    recording_license: Option<&'s str>,
    do_not_record: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    do_not_stream: Option<bool>,
    persons: Vec<Person<'s>>,
    links: Vec<Reference<'s>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    feedback_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    origin_url: Option<String>,
    attachments: Vec<Reference<'s>>,
}

#[derive(Serialize)]
struct Person<'s> {
    #[serde(skip_serializing_if = "Option::is_none")]
    guid: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'s str>,
    name: &'s str,
    #[serde(skip_serializing_if = "Option::is_none")]
    avatar: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    biography: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    links: Vec<Reference<'s>>,
}

/// A link. Its address is written as it is: to encode what RFC 3986 does not allow may lead elsewhere.
#[derive(Serialize)]
struct Reference<'s> {
    url: &'s str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'s str>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    kind: Option<&'s str>,
}

pub(super) fn event<'s>(
    schedule: &Schedule,
    event: &'s value::Event,
    mark: &Mark<'s>,
    room: &'s str,
) -> (Event<'s>, Option<Kept<'s>>) {
    let base = schedule.base_url.as_deref();
    let uri = |address: &Option<String>| address::uri(base, address.as_deref());
    let code = mark.code.filter(|code| is_code(code));
    let recording = &event.recording;
    let kept = Kept {
        id: event.id.as_deref().filter(|id| **id != mark.id.to_string()),
        guid: event
            .guid
            .map(|guid| guid.to_string())
            .or_else(|| event.source_id.clone())
            .filter(|guid| *guid != mark.guid.to_string()),
        code: event.code.as_deref().filter(|_| code.is_none()),
        slug: event.slug.as_deref().filter(|slug| !slug::fits_json(slug)),
        video_download_url: event.video_download_url.as_deref(),
        recording_url: recording.url.as_deref(),
        recording_link: recording.link.as_deref(),
        links: natures(&event.links),
        attachments: natures(&event.attachments),
    };
    let made = || {
        let head = format!("{}-{}", slug::head(&guid::acronym(&schedule.conference)), mark.id);
        let title = slug::from(&event.title);
        if slug::fits_json(&title) { format!("{head}-{}", title) } else { head }
    };
    let shape = Event {
        guid: mark.guid,
        code,
        id: mark.id,
        logo: event.logo.as_deref(),
        date: days::stamp(event.start),
        start: event.start.format("%H:%M").to_string(),
        end: days::stamp(event.end()),
        duration: duration::json(event.duration),
        room,
        slug: json_slug(event.slug.as_deref()).unwrap_or_else(made),
        url: uri(&event.url).unwrap_or_else(|| mark.guid.urn().to_string()),
        title: &event.title,
        subtitle: event.subtitle.as_deref(),
        track: event.track.as_deref(),
        kind: event.kind.as_deref().unwrap_or_default(),
        language: event.language.as_deref(),
        abstract_text: event.abstract_text.as_deref(),
        description: event.description.as_deref(),
        recording_license: recording.license.as_deref(),
        do_not_record: recording.optout,
        do_not_stream: recording.do_not_stream,
        persons: event.persons.iter().map(|one| person(base, one)).collect(),
        links: references(&event.links),
        feedback_url: uri(&event.feedback_url),
        origin_url: uri(&event.origin_url),
        attachments: references(&event.attachments),
    };
    (shape, Some(kept).filter(|kept| *kept != Kept::default()))
}

fn person<'s>(base: Option<&str>, person: &'s value::Person) -> Person<'s> {
    Person {
        guid: person.guid,
        id: person.id.as_ref().and_then(|id| id.parse().ok()),
        code: person.code.as_deref().filter(|code| is_code(code)),
        name: &person.name,
        avatar: address::uri(base, person.avatar.as_deref()),
        biography: person.biography.as_deref(),
        url: address::uri(base, person.url.as_deref()),
        links: references(&person.links),
    }
}

fn is_code(code: &str) -> bool {
    !code.is_empty() && code.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
}

/// The slug, made to fit if it does not; none if nothing is left of it.
fn json_slug(slug: Option<&str>) -> Option<String> {
    let slug = slug?;
    if slug::fits_json(slug) {
        return Some(slug.to_owned());
    }
    let made = slug::from(slug);
    Some(made.trim_end_matches(['-', '_']).to_owned()).filter(|made| slug::fits_json(made))
}

fn references(links: &[Link]) -> Vec<Reference<'_>> {
    let one = |link: &'_ Link| kind(link.kind.as_deref());
    links.iter().map(|link| Reference { url: &link.url, title: link.title.as_deref(), kind: one(link) }).collect()
}

/// The kind, as the schema knows it.
fn kind(kind: Option<&str>) -> Option<&'static str> {
    let kind = kind?;
    let media = ["video", "audio"].contains(&kind).then_some("media");
    LINK_KINDS.into_iter().find(|known| *known == kind).or(media)
}

/// By position: kinds and services that the schema does not know.
fn natures(links: &[Link]) -> BTreeMap<usize, Nature<'_>> {
    let differs = |link: &Link| link.service.is_some() || kind(link.kind.as_deref()) != link.kind.as_deref();
    let all = links.iter().enumerate().filter(|(_, link)| differs(link));
    all.map(|(at, link)| (at, Nature { kind: link.kind.as_deref(), service: link.service.as_deref() })).collect()
}
