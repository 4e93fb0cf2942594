//! One session, one speaker, with all that their pages say.

use crate::entity::{
    released_slot, session, session_link, session_speaker, session_topic, speaker as speakers, speaker_picture,
};
use crate::exchange::origin::{SpeakerOrigin, told};
use base::{Text, Uuid};
use congress::entity::topic;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use std::collections::HashMap;
use store::{Conn, DbErr};

/// A session. When and where it is, the plan knows.
#[derive(Clone, Debug)]
pub struct Detail {
    pub session: session::Model,
    pub links: Vec<session_link::Model>,
    /// Code, name, organisation; in their order.
    pub speakers: Vec<(String, String, String)>,
    pub topics: Vec<Text>,
}

/// A session that some release had. Five statements.
pub async fn detail(conn: &Conn, congress: Uuid, code: &str) -> Result<Option<Detail>, DbErr> {
    let found = session::Entity::find()
        .filter(session::Column::CongressId.eq(congress))
        .filter(session::Column::Code.eq(code))
        .filter(
            session::Column::Id.in_subquery(
                released_slot::Entity::find()
                    .select_only()
                    .column(released_slot::Column::SessionId)
                    .filter(released_slot::Column::SessionId.is_not_null())
                    .into_query(),
            ),
        )
        .one(conn)
        .await?;
    let Some(session) = found else { return Ok(None) };
    let links = session_link::Entity::find()
        .filter(session_link::Column::SessionId.eq(session.id))
        .order_by_asc(session_link::Column::Position)
        .all(conn)
        .await?;
    let order: Vec<Uuid> = session_speaker::Entity::find()
        .select_only()
        .column(session_speaker::Column::SpeakerId)
        .filter(session_speaker::Column::SessionId.eq(session.id))
        .order_by_asc(session_speaker::Column::Position)
        .into_tuple()
        .all(conn)
        .await?;
    let rows = speakers::Entity::find().filter(speakers::Column::Id.is_in(order.iter().copied())).all(conn).await?;
    let mut rows: HashMap<Uuid, speakers::Model> = rows.into_iter().map(|row| (row.id, row)).collect();
    let speakers = order.iter().filter_map(|id| rows.remove(id)).map(|row| (row.code, row.name, row.organisation));
    let topics = topic::Entity::find()
        .filter(
            topic::Column::Id.in_subquery(
                session_topic::Entity::find()
                    .select_only()
                    .column(session_topic::Column::TopicId)
                    .filter(session_topic::Column::SessionId.eq(session.id))
                    .into_query(),
            ),
        )
        .order_by_asc(topic::Column::Position)
        .all(conn)
        .await?;
    Ok(Some(Detail {
        speakers: speakers.collect(),
        links,
        topics: topics.into_iter().map(|topic| topic.name.0).collect(),
        session,
    }))
}

/// Somebody who speaks, as their page shows them.
#[derive(Clone, Debug)]
pub struct SpeakerDetail {
    pub name: String,
    pub organisation: String,
    pub biography: Text,
    /// Title and address.
    pub links: Vec<(String, String)>,
}

/// The picture of somebody, by their code. One statement.
pub async fn picture(conn: &Conn, congress: Uuid, code: &str) -> Result<Option<speaker_picture::Model>, DbErr> {
    let theirs = speakers::Entity::find()
        .select_only()
        .column(speakers::Column::Id)
        .filter(speakers::Column::CongressId.eq(congress))
        .filter(speakers::Column::Code.eq(code))
        .into_query();
    speaker_picture::Entity::find().filter(speaker_picture::Column::SpeakerId.in_subquery(theirs)).one(conn).await
}

/// By their code. One statement.
pub async fn speaker(conn: &Conn, congress: Uuid, code: &str) -> Result<Option<SpeakerDetail>, DbErr> {
    let row = speakers::Entity::find()
        .filter(speakers::Column::CongressId.eq(congress))
        .filter(speakers::Column::Code.eq(code))
        .one(conn)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let said: SpeakerOrigin = told(row.origin.as_ref())?;
    let links = said.links.into_iter().map(|link| (link.title.unwrap_or_default(), link.url));
    Ok(Some(SpeakerDetail {
        name: row.name,
        organisation: row.organisation,
        biography: row.biography.0,
        links: links.collect(),
    }))
}
