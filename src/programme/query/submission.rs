//! What was handed in: as whoever did sees it, and as organisers do. What is decided and told nobody yet, reasons and
//! notes stand in [`Desk`] alone.

use super::call::{self as calls, CallView};
use crate::ProgrammeError;
use crate::entity::submission::State;
use crate::entity::{
    call, session_type, speaker, speaker_picture, submission, submission_speaker, submission_step, submission_version,
};
use crate::rules::transition::Facts;
use crate::service::submission::draft::{Typed, typed_of};
use crate::service::submission::facts;
use base::name::fold;
use base::{Time, Uuid};
use congress::entity::{topic, track};
use identity::entity::mailbox;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use std::collections::HashMap;
use store::{Conn, DbErr, contains};

/// Somebody who takes part.
#[derive(Clone, Debug)]
pub struct Part {
    pub part: submission_speaker::Model,
    pub speaker: speaker::Model,
}

impl Part {
    /// What they are called: by themselves once they take part, else as whoever invited them typed it.
    pub fn name(&self) -> &str {
        if self.part.confirmed_at.is_some() && !self.speaker.name.is_empty() {
            &self.speaker.name
        } else {
            &self.part.name
        }
    }
}

/// Who takes part in these, in their order. Two statements.
pub async fn parts(conn: &Conn, submissions: &[Uuid]) -> Result<HashMap<Uuid, Vec<Part>>, DbErr> {
    let rows = submission_speaker::Entity::find()
        .filter(submission_speaker::Column::SubmissionId.is_in(submissions.iter().copied()))
        .order_by_asc(submission_speaker::Column::Position)
        .all(conn)
        .await?;
    let of = speaker::Column::Id.is_in(rows.iter().map(|row| row.speaker_id));
    let people: HashMap<Uuid, speaker::Model> =
        speaker::Entity::find().filter(of).all(conn).await?.into_iter().map(|row| (row.id, row)).collect();
    let mut all: HashMap<Uuid, Vec<Part>> = HashMap::new();
    for part in rows {
        if let Some(speaker) = people.get(&part.speaker_id) {
            all.entry(part.submission_id).or_default().push(Part { speaker: speaker.clone(), part });
        }
    }
    Ok(all)
}

/// As whoever hands it in sees it.
#[derive(Clone, Debug)]
pub struct Own {
    pub row: submission::Model,
    pub call: CallView,
    pub typed: Typed,
    pub parts: Vec<Part>,
    pub topics: Vec<topic::Model>,
    pub facts: Facts,
}

/// All that the page of whoever hands it in needs. A fixed number of statements.
pub async fn own(conn: &Conn, row: submission::Model, now: Time) -> Result<Own, ProgrammeError> {
    let call = call::Entity::find_by_id(row.call_id).one(conn).await?.ok_or(ProgrammeError::Unknown)?;
    let facts = facts(conn, &row, &call, now).await?;
    let call = calls::view(conn, call).await?.ok_or(ProgrammeError::Unknown)?;
    let parts = parts(conn, &[row.id]).await?.remove(&row.id).unwrap_or_default();
    Ok(Own {
        typed: typed_of(conn, &row).await?,
        topics: calls::topics(conn, row.congress_id).await?,
        call,
        parts,
        facts,
        row,
    })
}

/// What a list is asked for.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub query: String,
    pub call: Option<Uuid>,
    pub state: Option<State>,
    pub pending: Option<Pending>,
    pub type_id: Option<Uuid>,
    pub track_id: Option<Uuid>,
}

/// How a list is narrowed by what is decided and told nobody yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pending {
    Any,
    None,
    /// Decided, but on another text.
    Edited,
    Is(State),
}

fn found(congress: Uuid, filter: &Filter) -> Select<submission::Entity> {
    use submission::Column;
    let mut all = Condition::all().add(Column::CongressId.eq(congress)).add(Column::State.ne(State::Draft));
    for word in fold(&filter.query).split_whitespace() {
        let by_code = Column::Code.eq(word.to_uppercase());
        all = all.add(Condition::any().add(Expr::col(Column::Search).like(contains(word))).add(by_code));
    }
    all = all
        .add_option(filter.call.map(|id| Column::CallId.eq(id)))
        .add_option(filter.state.map(|state| Column::State.eq(state)))
        .add_option(filter.type_id.map(|id| Column::TypeId.eq(id)))
        .add_option(filter.track_id.map(|id| Column::TrackId.eq(id)));
    all = match filter.pending {
        None => all,
        Some(Pending::Any) => all.add(Column::Pending.is_not_null()),
        Some(Pending::None) => all.add(Column::Pending.is_null()),
        Some(Pending::Edited) => all.add(Column::Pending.is_not_null()).add(Column::Edited.eq(true)),
        Some(Pending::Is(state)) => all.add(Column::Pending.eq(state)),
    };
    submission::Entity::find().filter(all)
}

/// How many a filter leaves. One statement.
pub async fn count(conn: &Conn, congress: Uuid, filter: &Filter) -> Result<u64, DbErr> {
    found(congress, filter).count(conn).await
}

/// The codes that a filter leaves, newest first. One statement.
pub async fn codes(conn: &Conn, congress: Uuid, filter: &Filter) -> Result<Vec<String>, DbErr> {
    let find = found(congress, filter).order_by_desc(submission::Column::Id);
    find.select_only().column(submission::Column::Code).into_tuple().all(conn).await
}

/// A line of the list.
#[derive(Clone, Debug)]
pub struct Line {
    pub row: submission::Model,
    pub parts: Vec<Part>,
}

/// What a filter leaves, newest first; so many from an offset. Three statements.
pub async fn find(
    conn: &Conn,
    congress: Uuid,
    filter: &Filter,
    (limit, offset): (u64, u64),
) -> Result<Vec<Line>, DbErr> {
    let find = found(congress, filter).order_by_desc(submission::Column::Id);
    let rows = find.limit(limit).offset(offset).all(conn).await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut parts = parts(conn, &ids).await?;
    Ok(rows.into_iter().map(|row| Line { parts: parts.remove(&row.id).unwrap_or_default(), row }).collect())
}

/// As organisers see it.
#[derive(Clone, Debug)]
pub struct Desk {
    pub own: Own,
    pub address: String,
    /// Newest first.
    pub versions: Vec<submission_version::Model>,
    /// Newest first.
    pub steps: Vec<submission_step::Model>,
    /// Who of those who take part has a picture.
    pub pictures: Vec<Uuid>,
    pub kind: Option<session_type::Model>,
    pub track: Option<track::Model>,
}

/// All that is known of it. A fixed number of statements.
pub async fn desk(conn: &Conn, row: submission::Model, now: Time) -> Result<Desk, ProgrammeError> {
    let own = own(conn, row, now).await?;
    let row = &own.row;
    let address = mailbox::Entity::find_by_id(row.mailbox_id).one(conn).await?.map(|mailbox| mailbox.address);
    let versions = submission_version::Entity::find()
        .filter(submission_version::Column::SubmissionId.eq(row.id))
        .order_by_desc(submission_version::Column::Number)
        .all(conn)
        .await?;
    let steps = submission_step::Entity::find()
        .filter(submission_step::Column::SubmissionId.eq(row.id))
        .order_by_desc(submission_step::Column::At)
        .order_by_desc(submission_step::Column::Id)
        .all(conn)
        .await?;
    let pictures = speaker_picture::Entity::find()
        .select_only()
        .column(speaker_picture::Column::SpeakerId)
        .filter(speaker_picture::Column::SpeakerId.is_in(own.parts.iter().map(|part| part.speaker.id)))
        .into_tuple()
        .all(conn)
        .await?;
    let kind = match row.type_id {
        Some(id) => session_type::Entity::find_by_id(id).one(conn).await?,
        None => None,
    };
    let track = match row.track_id {
        Some(id) => track::Entity::find_by_id(id).one(conn).await?,
        None => None,
    };
    Ok(Desk { address: address.unwrap_or_default(), versions, steps, pictures, kind, track, own })
}
