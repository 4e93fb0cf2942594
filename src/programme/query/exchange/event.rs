//! One event for each slot.

use super::Shown;
use crate::entity::{session, session_link, session_speaker, session_type, slot, speaker, speaker_picture};
use crate::exchange::markup::language;
use crate::exchange::origin::{SessionOrigin, SlotOrigin, SpeakerOrigin, told};
use address::programme::{Session, Speaker, SpeakerPicture};
use base::{Language, Uuid};
use chrono::{DateTime, FixedOffset};
use congress::entity::congress::Model as Congress;
use congress::entity::track;
use schedule::{Event, Link, Person};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use std::collections::{HashMap, HashSet};
use store::{Conn, DbErr, Translated};

/// All that events are made of.
pub(super) struct Events {
    slots: HashMap<Uuid, slot::Model>,
    sessions: HashMap<Uuid, Told>,
}

/// A session as it is told: without when and where.
struct Told {
    track: Option<Uuid>,
    cancelled: bool,
    event: Event,
    /// Its own short name and address, for a slot that came with no file.
    slug: Option<String>,
    url: String,
}

impl Events {
    /// Seven statements.
    pub(super) async fn load(
        conn: &Conn,
        congress: &Congress,
        tracks: &[track::Model],
        site: &str,
    ) -> Result<Self, DbErr> {
        let (slug, congress) = (congress.slug.as_str(), congress.id);
        let sessions = || {
            session::Entity::find()
                .select_only()
                .column(session::Column::Id)
                .filter(session::Column::CongressId.eq(congress))
                .into_query()
        };
        let slots = slot::Entity::find().filter(slot::Column::CongressId.eq(congress)).all(conn).await?;
        let kinds: HashMap<Uuid, String> = session_type::Entity::find()
            .filter(session_type::Column::CongressId.eq(congress))
            .all(conn)
            .await?
            .into_iter()
            .map(|kind| (kind.id, kind.name.in_language(Language::De).to_owned()))
            .collect();
        let tracks: HashMap<Uuid, String> =
            tracks.iter().map(|track| (track.id, track.name.in_language(Language::De).to_owned())).collect();
        let of_congress = speaker::Entity::find()
            .select_only()
            .column(speaker::Column::Id)
            .filter(speaker::Column::CongressId.eq(congress))
            .into_query();
        let pictures: Vec<Uuid> = speaker_picture::Entity::find()
            .select_only()
            .column(speaker_picture::Column::SpeakerId)
            .filter(speaker_picture::Column::SpeakerId.in_subquery(of_congress))
            .into_tuple()
            .all(conn)
            .await?;
        let pictures: HashSet<Uuid> = pictures.into_iter().collect();
        let mut speakers = HashMap::new();
        let found = speaker::Entity::find().filter(speaker::Column::CongressId.eq(congress));
        for speaker in found.all(conn).await? {
            let own = speaker.origin.is_none();
            let (id, code) = (speaker.id, speaker.code.clone());
            let mut person = told_speaker(speaker)?;
            if own {
                let picture = || format!("{site}{}", SpeakerPicture::new(slug, &code).path());
                person.url = Some(format!("{site}{}", Speaker::new(slug, &code).path()));
                person.avatar = pictures.contains(&id).then(picture);
            }
            speakers.insert(id, person);
        }
        let mut persons: HashMap<Uuid, Vec<Person>> = HashMap::new();
        let found = session_speaker::Entity::find()
            .filter(session_speaker::Column::SessionId.in_subquery(sessions()))
            .order_by_asc(session_speaker::Column::Position);
        for part in found.all(conn).await? {
            let person = match &part.origin {
                Some(_) => Some(told::<Person>(part.origin.as_ref())?),
                None => speakers.get(&part.speaker_id).cloned(),
            };
            persons.entry(part.session_id).or_default().extend(person);
        }
        let mut links: HashMap<Uuid, Vec<session_link::Model>> = HashMap::new();
        let found = session_link::Entity::find()
            .filter(session_link::Column::SessionId.in_subquery(sessions()))
            .order_by_asc(session_link::Column::Position);
        for link in found.all(conn).await? {
            links.entry(link.session_id).or_default().push(link);
        }
        let mut all = HashMap::new();
        for row in session::Entity::find().filter(session::Column::CongressId.eq(congress)).all(conn).await? {
            let kind = row.type_id.and_then(|id| kinds.get(&id)).cloned();
            let track = row.track_id.and_then(|id| tracks.get(&id)).cloned();
            let persons = persons.remove(&row.id).unwrap_or_default();
            let links = links.remove(&row.id).unwrap_or_default();
            let url = format!("{site}{}", Session::new(slug, &row.code).path());
            all.insert(row.id, told_session(row, kind, track, persons, links, url)?);
        }
        Ok(Self { slots: slots.into_iter().map(|slot| (slot.id, slot)).collect(), sessions: all })
    }

    pub(super) fn track(&self, shown: &Shown) -> Option<Uuid> {
        self.sessions.get(&shown.session?)?.track
    }

    /// None: its session was cancelled.
    pub(super) fn event(&self, shown: &Shown, start: DateTime<FixedOffset>) -> Result<Option<Event>, DbErr> {
        let Some(slot) = self.slots.get(&shown.slot) else { return Ok(None) };
        let session = shown.session.and_then(|id| self.sessions.get(&id));
        if session.is_some_and(|session| session.cancelled) {
            return Ok(None);
        }
        let said: SlotOrigin = told(slot.origin.as_ref())?;
        // Of a guid that was none, what stood there says more.
        let source = Some(slot.source_guid.as_str()).filter(|source| !source.is_empty());
        let source = source.filter(|source| schedule::guid::of(source) == slot.guid);
        let id = if slot.source_id.is_empty() { slot.number.to_string() } else { slot.source_id.clone() };
        let event = match session {
            Some(session) => session.event.clone(),
            None => Event { title: shown.title.in_language(Language::De).to_owned(), ..Event::default() },
        };
        let own = session.filter(|_| slot.origin.is_none());
        let (slug, url) = (own.and_then(|session| session.slug.clone()), own.map(|session| session.url.clone()));
        Ok(Some(Event {
            id: Some(id),
            guid: Some(slot.guid).filter(|_| source.is_none()),
            source_id: source.map(str::to_owned),
            slug: said.slug.or(slug),
            url: said.url.or(url),
            start,
            duration: shown.ends_at - shown.starts_at,
            ..event
        }))
    }
}

fn told_speaker(row: speaker::Model) -> Result<Person, DbErr> {
    let said: SpeakerOrigin = told(row.origin.as_ref())?;
    let biography = row.biography.in_language(Language::De).to_owned();
    Ok(Person {
        id: some(row.source_id),
        guid: row.guid,
        code: if row.origin.is_some() { said.code } else { Some(row.code) },
        name: row.name,
        biography: some(biography),
        avatar: said.avatar,
        url: said.url,
        links: said.links,
        answers: vec![],
    })
}

fn told_session(
    row: session::Model,
    kind: Option<String>,
    track: Option<String>,
    persons: Vec<Person>,
    links: Vec<session_link::Model>,
    url: String,
) -> Result<Told, DbErr> {
    let said: SessionOrigin = told(row.origin.as_ref())?;
    let language = language(&row.language);
    let text = |text: &Translated| some(text.in_language(language).to_owned());
    let mut recording = said.recording;
    if recording.optout.unwrap_or_default() != row.do_not_record {
        recording.optout = Some(row.do_not_record);
    }
    let (links, attachments) = links.into_iter().partition::<Vec<_>, _>(|link| link.kind == session_link::Kind::Link);
    let event = Event {
        code: if row.origin.is_some() { said.code } else { Some(row.code) },
        title: row.title.in_language(language).to_owned(),
        subtitle: text(&row.subtitle),
        kind,
        track,
        language: some(row.language.clone()),
        abstract_text: text(&row.abstract_text),
        description: text(&row.description),
        persons,
        links: links.into_iter().map(told_link).collect(),
        attachments: attachments.into_iter().map(told_link).collect(),
        logo: said.logo,
        feedback_url: said.feedback_url,
        origin_url: said.origin_url,
        video_download_url: said.video_download_url,
        recording,
        ..Event::default()
    };
    Ok(Told { track: row.track_id, cancelled: row.cancelled_at.is_some(), event, slug: some(row.slug), url })
}

fn told_link(row: session_link::Model) -> Link {
    Link { url: row.url, title: some(row.title), kind: some(row.purpose), service: some(row.service) }
}

fn some(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}
