//! What belongs to a session in rows of its own: who speaks, topics, links.

use super::Session;
use crate::ProgrammeError;
use crate::entity::session::Model;
use crate::entity::session_link::{self, Kind};
use crate::entity::{session_speaker, session_topic, session_type, speaker};
use base::Uuid;
use congress::entity::{congress as table, topic, track};
use congress::rules::check_link;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use serde::Serialize;
use std::collections::HashMap;
use store::{Conn, DbErr, Tx};

/// Where a session leads, or what there is to take along.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    pub url: String,
    pub title: String,
    /// Something to take along.
    pub attachment: bool,
}

impl Session {
    /// As it stands there. Three statements.
    pub async fn load(conn: &Conn, row: &Model) -> Result<Self, DbErr> {
        let speakers = session_speaker::Entity::find()
            .filter(session_speaker::Column::SessionId.eq(row.id))
            .order_by_asc(session_speaker::Column::Position)
            .all(conn)
            .await?;
        let topics = session_topic::Entity::find()
            .filter(session_topic::Column::SessionId.eq(row.id))
            .order_by_asc(session_topic::Column::TopicId)
            .all(conn)
            .await?;
        let links = session_link::Entity::find()
            .filter(session_link::Column::SessionId.eq(row.id))
            .order_by_asc(session_link::Column::Kind)
            .order_by_asc(session_link::Column::Position)
            .all(conn)
            .await?;
        Ok(Self::of(row, &speakers, &topics, links))
    }

    /// The same from rows that are read already, in their order.
    pub(crate) fn of(
        row: &Model,
        speakers: &[session_speaker::Model],
        topics: &[session_topic::Model],
        links: Vec<session_link::Model>,
    ) -> Self {
        let link = |row: session_link::Model| Link {
            url: row.url,
            title: row.title,
            attachment: row.kind == Kind::Attachment,
        };
        Self {
            title: row.title.0.clone(),
            subtitle: row.subtitle.0.clone(),
            abstract_text: row.abstract_text.0.clone(),
            description: row.description.0.clone(),
            kind: row.type_id,
            track: row.track_id,
            language: row.language.clone(),
            minutes: row.minutes,
            seats: row.seats,
            do_not_record: row.do_not_record,
            speakers: speakers.iter().map(|row| row.speaker_id).collect(),
            topics: topics.iter().map(|row| row.topic_id).collect(),
            links: links.into_iter().map(link).collect(),
        }
    }
}

/// Whether all that it names is this congress's; of links only those that are new: a file may bring relative ones.
pub(super) async fn check(tx: &Tx, congress: Uuid, new: &Session, old: Option<&Session>) -> Result<(), ProgrammeError> {
    let known = old.map(|old| old.links.as_slice()).unwrap_or_default();
    for link in new.links.iter().filter(|link| !known.contains(link)) {
        check_link(&link.url).map_err(|_| ProgrammeError::Link)?;
        if link.url.is_empty() {
            return Err(ProgrammeError::Link);
        }
    }
    let mut speakers = new.speakers.clone();
    speakers.sort_unstable();
    speakers.dedup();
    if speakers.len() != new.speakers.len() {
        return Err(ProgrammeError::SpeakerTwice);
    }
    let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    let there = speaker::Entity::find()
        .filter(speaker::Column::CongressId.eq(congress))
        .filter(speaker::Column::Id.is_in(speakers.clone()));
    if !speakers.is_empty() && there.count(&**tx).await? != count(speakers.len()) {
        return Err(ProgrammeError::NoSuchSpeaker);
    }
    if let Some(id) = new.kind.filter(|id| old.is_none_or(|old| old.kind != Some(*id))) {
        let there = session_type::Entity::find().filter(session_type::Column::Id.eq(id));
        let there = there.filter(session_type::Column::CongressId.eq(congress));
        there.one(&**tx).await?.ok_or(ProgrammeError::Unknown)?;
    }
    if let Some(id) = new.track.filter(|id| old.is_none_or(|old| old.track != Some(*id))) {
        let there = track::Entity::find().filter(track::Column::Id.eq(id));
        there.filter(track::Column::CongressId.eq(congress)).one(&**tx).await?.ok_or(ProgrammeError::Unknown)?;
    }
    if !new.topics.is_empty() && old.is_none_or(|old| old.topics != new.topics) {
        let host = table::Entity::find_by_id(congress).one(&**tx).await?.ok_or(ProgrammeError::Unknown)?.host_id;
        let there = topic::Entity::find()
            .filter(topic::Column::HostId.eq(host))
            .filter(topic::Column::Id.is_in(new.topics.clone()));
        if there.count(&**tx).await? != count(new.topics.len()) {
            return Err(ProgrammeError::Unknown);
        }
    }
    Ok(())
}

/// Writes what differs. What a file said of a speaker or a link beside what we know stays with them.
pub(super) async fn write(tx: &Tx, id: Uuid, old: &Session, new: &Session) -> Result<(), DbErr> {
    if old.speakers != new.speakers {
        speakers(tx, id, &new.speakers).await?;
    }
    if old.topics != new.topics {
        session_topic::Entity::delete_many().filter(session_topic::Column::SessionId.eq(id)).exec(&**tx).await?;
        let row =
            |topic: &Uuid| session_topic::ActiveModel { id: Set(tx.id()), session_id: Set(id), topic_id: Set(*topic) };
        let rows: Vec<_> = new.topics.iter().map(row).collect();
        if !rows.is_empty() {
            session_topic::Entity::insert_many(rows).exec_without_returning(&**tx).await?;
        }
    }
    if old.links != new.links {
        links(tx, id, &new.links).await?;
    }
    Ok(())
}

async fn speakers(tx: &Tx, id: Uuid, new: &[Uuid]) -> Result<(), DbErr> {
    let of_session = || session_speaker::Column::SessionId.eq(id);
    let there = session_speaker::Entity::find().filter(of_session()).all(&**tx).await?;
    let said: HashMap<Uuid, _> = there.into_iter().map(|row| (row.speaker_id, row.origin)).collect();
    session_speaker::Entity::delete_many().filter(of_session()).exec(&**tx).await?;
    if new.is_empty() {
        return Ok(());
    }
    let row = |(speaker, position): (&Uuid, i32)| session_speaker::ActiveModel {
        id: Set(tx.id()),
        session_id: Set(id),
        speaker_id: Set(*speaker),
        position: Set(position),
        origin: Set(said.get(speaker).cloned().flatten()),
    };
    let rows: Vec<_> = new.iter().zip(1..).map(row).collect();
    session_speaker::Entity::insert_many(rows).exec_without_returning(&**tx).await.map(|_| ())
}

async fn links(tx: &Tx, id: Uuid, new: &[Link]) -> Result<(), DbErr> {
    let of_session = || session_link::Column::SessionId.eq(id);
    let there = session_link::Entity::find().filter(of_session()).all(&**tx).await?;
    session_link::Entity::delete_many().filter(of_session()).exec(&**tx).await?;
    // Counted by kind, as imports do.
    let attachments = new.iter().filter(|link| link.attachment).zip(1..);
    let all = attachments.chain(new.iter().filter(|link| !link.attachment).zip(1..));
    let row = |(link, position): (&Link, i32)| {
        let kind = if link.attachment { Kind::Attachment } else { Kind::Link };
        let said = there.iter().find(|row| row.kind == kind && row.url == link.url);
        session_link::ActiveModel {
            id: Set(tx.id()),
            session_id: Set(id),
            kind: Set(kind),
            url: Set(link.url.clone()),
            title: Set(link.title.clone()),
            purpose: Set(said.map(|row| row.purpose.clone()).unwrap_or_default()),
            service: Set(said.map(|row| row.service.clone()).unwrap_or_default()),
            position: Set(position),
        }
    };
    let rows: Vec<_> = all.map(row).collect();
    if rows.is_empty() {
        return Ok(());
    }
    session_link::Entity::insert_many(rows).exec_without_returning(&**tx).await.map(|_| ())
}
