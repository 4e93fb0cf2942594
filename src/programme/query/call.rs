//! Calls: as the public reads them, and as organisers set them up.

use crate::entity::submission::State;
use crate::entity::{call, call_link, call_question, call_track, call_type, session_type, submission};
use crate::rules::call::{Standing, standing};
use base::{Time, Uuid};
use congress::entity::{code, topic, track};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};
use store::{Conn, DbErr};

/// A call with what it asks for.
#[derive(Clone, Debug)]
pub struct CallView {
    pub row: call::Model,
    /// Kinds of sessions in their order, with how many minutes they are there.
    pub types: Vec<(session_type::Model, i32)>,
    pub tracks: Vec<track::Model>,
    /// What it asks of its own in its order, also what it no longer asks.
    pub questions: Vec<call_question::Model>,
}

impl CallView {
    /// How it stands.
    pub fn standing(&self, now: Time) -> Standing {
        standing(self.row.published, self.row.opens_at, self.row.closes_at, now)
    }
}

/// What a congress calls for, in its order. Six statements, however many there are.
pub async fn calls(conn: &Conn, congress: Uuid) -> Result<Vec<CallView>, DbErr> {
    let find = call::Entity::find().filter(call::Column::CongressId.eq(congress));
    views(conn, congress, find.order_by_asc(call::Column::Position).order_by_asc(call::Column::Id).all(conn).await?)
        .await
}

/// What is called for in public, open or not, in its order. One statement.
pub async fn published(conn: &Conn, congress: Uuid) -> Result<Vec<call::Model>, DbErr> {
    call::Entity::find()
        .filter(call::Column::CongressId.eq(congress))
        .filter(call::Column::Published.eq(true))
        .order_by_asc(call::Column::Position)
        .order_by_asc(call::Column::Id)
        .all(conn)
        .await
}

/// Whether everybody can hand in.
pub fn is_open(call: &call::Model, now: Time) -> bool {
    standing(call.published, call.opens_at, call.closes_at, now) == Standing::Open
}

/// What the public can hand in for now, in its order. One statement.
pub async fn open(conn: &Conn, congress: Uuid, now: Time) -> Result<Vec<call::Model>, DbErr> {
    let mut rows = published(conn, congress).await?;
    rows.retain(|row| is_open(row, now));
    Ok(rows)
}

/// One of them, as far as it asks. Five statements.
pub async fn view(conn: &Conn, row: call::Model) -> Result<Option<CallView>, DbErr> {
    Ok(views(conn, row.congress_id, vec![row]).await?.pop())
}

async fn views(conn: &Conn, congress: Uuid, rows: Vec<call::Model>) -> Result<Vec<CallView>, DbErr> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let of = call_type::Column::CallId.is_in(ids.iter().copied());
    let offered = call_type::Entity::find().filter(of).all(conn).await?;
    let of = call_track::Column::CallId.is_in(ids.iter().copied());
    let asked = call_track::Entity::find().filter(of).all(conn).await?;
    let types = types(conn, congress).await?;
    let tracks = tracks(conn, congress).await?;
    let questions = questions(conn, &ids).await?;
    let view = |row: call::Model| {
        let minutes = |kind: &session_type::Model| {
            let one = offered.iter().find(|one| one.call_id == row.id && one.type_id == kind.id)?;
            Some((kind.clone(), one.minutes))
        };
        let in_call = |track: &&track::Model| asked.iter().any(|one| one.call_id == row.id && one.track_id == track.id);
        CallView {
            types: types.iter().filter_map(minutes).collect(),
            tracks: tracks.iter().filter(in_call).cloned().collect(),
            questions: questions.iter().filter(|question| question.call_id == row.id).cloned().collect(),
            row,
        }
    };
    Ok(rows.into_iter().map(view).collect())
}

/// What these calls ask of their own, each in its order; also what they no longer ask. One statement.
pub async fn questions(conn: &Conn, calls: &[Uuid]) -> Result<Vec<call_question::Model>, DbErr> {
    call_question::Entity::find()
        .filter(call_question::Column::CallId.is_in(calls.iter().copied()))
        .order_by_asc(call_question::Column::Position)
        .order_by_asc(call_question::Column::Id)
        .all(conn)
        .await
}

/// All kinds of sessions of a congress, in their order.
pub async fn types(conn: &Conn, congress: Uuid) -> Result<Vec<session_type::Model>, DbErr> {
    session_type::Entity::find()
        .filter(session_type::Column::CongressId.eq(congress))
        .order_by_asc(session_type::Column::Position)
        .order_by_asc(session_type::Column::Id)
        .all(conn)
        .await
}

/// All its tracks, in their order.
pub async fn tracks(conn: &Conn, congress: Uuid) -> Result<Vec<track::Model>, DbErr> {
    track::Entity::find()
        .filter(track::Column::CongressId.eq(congress))
        .order_by_asc(track::Column::Position)
        .order_by_asc(track::Column::Id)
        .all(conn)
        .await
}

/// The cooperation topics of the host, in their order.
pub async fn topics(conn: &Conn, congress: Uuid) -> Result<Vec<topic::Model>, DbErr> {
    let Some(congress) = congress::query::by_id(conn, congress).await? else { return Ok(vec![]) };
    topic::Entity::find()
        .filter(topic::Column::HostId.eq(congress.host_id))
        .order_by_asc(topic::Column::Position)
        .order_by_asc(topic::Column::Id)
        .all(conn)
        .await
}

/// How many there are of a call in a state.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Count {
    pub call_id: Uuid,
    pub state: State,
    pub pending: Option<State>,
    pub edited: bool,
    pub n: i64,
}

/// How many of each call stand how. One statement.
pub async fn counts(conn: &Conn, congress: Uuid) -> Result<Vec<Count>, DbErr> {
    submission::Entity::find()
        .select_only()
        .column(submission::Column::CallId)
        .column(submission::Column::State)
        .column(submission::Column::Pending)
        .column(submission::Column::Edited)
        .column_as(submission::Column::Id.count(), "n")
        .filter(submission::Column::CongressId.eq(congress))
        .group_by(submission::Column::CallId)
        .group_by(submission::Column::State)
        .group_by(submission::Column::Pending)
        .group_by(submission::Column::Edited)
        .into_model::<Count>()
        .all(conn)
        .await
}

/// A late link with its code.
#[derive(Clone, Debug)]
pub struct LinkView {
    pub link: call_link::Model,
    pub code: code::Model,
}

/// The late links of a call, newest first. Two statements.
pub async fn links(conn: &Conn, call: Uuid) -> Result<Vec<LinkView>, DbErr> {
    let rows = call_link::Entity::find()
        .filter(call_link::Column::CallId.eq(call))
        .order_by_desc(call_link::Column::Id)
        .all(conn)
        .await?;
    let of = code::Column::Id.is_in(rows.iter().map(|row| row.code_id));
    let codes = code::Entity::find().filter(of).all(conn).await?;
    let view = |link: call_link::Model| {
        let code = codes.iter().find(|code| code.id == link.code_id)?.clone();
        Some(LinkView { link, code })
    };
    let mut views: Vec<LinkView> = rows.into_iter().filter_map(view).collect();
    views.sort_by_key(|view| std::cmp::Reverse(view.code.created_at));
    Ok(views)
}
