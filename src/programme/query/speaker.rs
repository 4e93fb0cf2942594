//! Speakers, searched and listed for those who make the programme.

use crate::entity::speaker::{self, Model};
use crate::entity::{session, session_speaker};
use base::name::{fold, sorted_by};
use base::{Text, Uuid};
use sea_orm::{ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;
use store::{Conn, DbErr, Translated, contains};

/// Where somebody speaks.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Spoken {
    pub speaker_id: Uuid,
    pub id: Uuid,
    pub code: String,
    pub title: Translated,
}

/// Somebody with where they speak.
#[derive(Clone, Debug)]
pub struct SpeakerView {
    pub row: Model,
    /// By title.
    pub sessions: Vec<Spoken>,
}

/// Who is nobody's draft alone: what was never handed in is its author's, and so is who shall speak in it.
fn is_known() -> Condition {
    use crate::entity::{submission, submission_speaker};
    use sea_orm::sea_query::Query;
    let takes_part =
        || Query::select().column(submission_speaker::Column::SpeakerId).from(submission_speaker::Entity).take();
    let handed_in = Query::select()
        .column(submission::Column::Id)
        .from(submission::Entity)
        .and_where(submission::Column::State.ne(submission::State::Draft))
        .take();
    let handed_in = takes_part().and_where(submission_speaker::Column::SubmissionId.in_subquery(handed_in)).take();
    let speaks = Query::select().column(session_speaker::Column::SpeakerId).from(session_speaker::Entity).take();
    Condition::any()
        .add(speaker::Column::Id.not_in_subquery(takes_part()))
        .add(speaker::Column::Id.in_subquery(handed_in))
        .add(speaker::Column::Id.in_subquery(speaks))
}

/// A part of the speakers whose name, organisation or code has these words, by name. Three statements, however many.
pub async fn find(
    conn: &Conn,
    congress: Uuid,
    query: &str,
    (limit, offset): (u64, u64),
) -> Result<(Vec<SpeakerView>, u64), DbErr> {
    let mut condition = Condition::all().add(speaker::Column::CongressId.eq(congress)).add(is_known());
    for word in query.split_whitespace() {
        use sea_orm::sea_query::{Expr, ExprTrait};
        let like = Expr::col((speaker::Entity, speaker::Column::Search)).like(contains(&fold(word)));
        condition = condition.add(Condition::any().add(like).add(speaker::Column::Code.eq(word.to_uppercase())));
    }
    let mut all: Vec<(Uuid, String)> = speaker::Entity::find()
        .select_only()
        .columns([speaker::Column::Id, speaker::Column::Name])
        .filter(condition)
        .into_tuple()
        .all(conn)
        .await?;
    all.sort_by_cached_key(|(id, name)| (sorted_by(name), *id));
    let total = u64::try_from(all.len()).unwrap_or(u64::MAX);
    let (from, most) = (usize::try_from(offset).unwrap_or(usize::MAX), usize::try_from(limit).unwrap_or(usize::MAX));
    let part: Vec<Uuid> = all.into_iter().skip(from).take(most).map(|(id, _)| id).collect();
    let mut rows = speaker::Entity::find().filter(speaker::Column::Id.is_in(part.iter().copied())).all(conn).await?;
    rows.sort_by_key(|row| part.iter().position(|id| *id == row.id));
    Ok((views(conn, rows).await?, total))
}

/// Somebody who speaks at a congress. Two statements.
pub async fn one(conn: &Conn, congress: Uuid, id: Uuid) -> Result<Option<SpeakerView>, DbErr> {
    let find = speaker::Entity::find().filter(speaker::Column::Id.eq(id));
    let row = find.filter(speaker::Column::CongressId.eq(congress)).one(conn).await?;
    Ok(views(conn, row.into_iter().collect()).await?.pop())
}

/// What a speaker is chosen by.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Name {
    pub id: Uuid,
    pub code: String,
    pub name: String,
}

/// All speakers of a congress, by name. One statement.
pub async fn names(conn: &Conn, congress: Uuid) -> Result<Vec<Name>, DbErr> {
    let mut all: Vec<Name> = speaker::Entity::find()
        .select_only()
        .columns([speaker::Column::Id, speaker::Column::Code, speaker::Column::Name])
        .filter(speaker::Column::CongressId.eq(congress))
        .filter(is_known())
        .into_model()
        .all(conn)
        .await?;
    all.sort_by_cached_key(|one| (sorted_by(&one.name), one.id));
    Ok(all)
}

async fn views(conn: &Conn, rows: Vec<Model>) -> Result<Vec<SpeakerView>, DbErr> {
    let spoken: Vec<Spoken> = session_speaker::Entity::find()
        .select_only()
        .column(session_speaker::Column::SpeakerId)
        .columns([session::Column::Id, session::Column::Code, session::Column::Title])
        .join(
            JoinType::InnerJoin,
            session_speaker::Entity::belongs_to(session::Entity)
                .from(session_speaker::Column::SessionId)
                .to(session::Column::Id)
                .into(),
        )
        .filter(session_speaker::Column::SpeakerId.is_in(rows.iter().map(|row| row.id)))
        .order_by_asc(session::Column::Search)
        .into_model()
        .all(conn)
        .await?;
    let mut by_speaker: HashMap<Uuid, Vec<Spoken>> = HashMap::new();
    spoken.into_iter().for_each(|one| by_speaker.entry(one.speaker_id).or_default().push(one));
    let view = |row: Model| SpeakerView { sessions: by_speaker.remove(&row.id).unwrap_or_default(), row };
    Ok(rows.into_iter().map(view).collect())
}

/// Where a session's title stands, for who names it.
impl Spoken {
    pub fn title(&self) -> &Text {
        &self.title.0
    }
}
