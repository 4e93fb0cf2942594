//! Questions and answers.

use crate::entity::{answer, answer_file, question, question_category, question_option};
use crate::rules::question::Given;
use base::Uuid;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{BTreeSet, HashMap};
use store::{Conn, Tx};

/// A question with all that decides about it.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionView {
    pub row: question::Model,
    /// Asked only of who has one of these tickets; of all, if there is none.
    pub categories: Vec<Uuid>,
    /// The answers to choose from, in their order, also those no longer offered.
    pub options: Vec<question_option::Model>,
}

/// All questions of a congress in their order, also those that are retired. One statement if there is none, else three.
pub async fn questions(conn: &Conn, congress: Uuid) -> Result<Vec<QuestionView>, DbErr> {
    let rows = in_order(congress).all(conn).await?;
    with_parts(conn, rows).await
}

/// The same, held together with others who answer: nobody changes a question meanwhile.
pub async fn questions_held(tx: &Tx, congress: Uuid) -> Result<Vec<QuestionView>, DbErr> {
    // In the order of their ids, as rows are held.
    let held = question::Entity::find().filter(question::Column::CongressId.eq(congress));
    let mut rows = held.order_by_asc(question::Column::Id).lock_shared().all(&**tx).await?;
    rows.sort_by_key(|row| (row.position, row.id));
    with_parts(tx, rows).await
}

fn in_order(congress: Uuid) -> sea_orm::Select<question::Entity> {
    question::Entity::find()
        .filter(question::Column::CongressId.eq(congress))
        .order_by_asc(question::Column::Position)
        .order_by_asc(question::Column::Id)
}

pub(crate) async fn with_parts(conn: &Conn, rows: Vec<question::Model>) -> Result<Vec<QuestionView>, DbErr> {
    if rows.is_empty() {
        return Ok(vec![]);
    }
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let options = question_option::Entity::find()
        .filter(question_option::Column::QuestionId.is_in(ids.iter().copied()))
        .order_by_asc(question_option::Column::Position)
        .order_by_asc(question_option::Column::Id)
        .all(conn)
        .await?;
    let links = question_category::Entity::find()
        .filter(question_category::Column::QuestionId.is_in(ids))
        .order_by_asc(question_category::Column::CategoryId)
        .all(conn)
        .await?;
    let view = |row: question::Model| QuestionView {
        options: options.iter().filter(|option| option.question_id == row.id).cloned().collect(),
        categories: links.iter().filter(|link| link.question_id == row.id).map(|link| link.category_id).collect(),
        row,
    };
    Ok(rows.into_iter().map(view).collect())
}

/// How often each question of a congress is answered. One statement.
pub async fn answer_counts(conn: &Conn, congress: Uuid) -> Result<HashMap<Uuid, i64>, DbErr> {
    let rows: Vec<(Uuid, i64)> = answer::Entity::find()
        .select_only()
        .column(answer::Column::QuestionId)
        .column_as(answer::Column::Id.count(), "n")
        .filter(answer::Column::CongressId.eq(congress))
        .group_by(answer::Column::QuestionId)
        .into_tuple()
        .all(conn)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Ids asked for by one statement: databases take some tens of thousands of values at once.
const CHUNK: usize = 10_000;

/// What these holders answered. One statement for each ten thousand of them.
pub async fn answers_of(conn: &Conn, holders: &[Uuid]) -> Result<HashMap<Uuid, Given>, DbErr> {
    let mut answers: HashMap<Uuid, Given> = HashMap::new();
    for part in holders.chunks(CHUNK) {
        let rows: Vec<(Uuid, Uuid, String)> = answer::Entity::find()
            .select_only()
            .columns([answer::Column::HolderId, answer::Column::QuestionId, answer::Column::Value])
            .filter(answer::Column::HolderId.is_in(part.iter().copied()))
            .into_tuple()
            .all(conn)
            .await?;
        for (holder, question, value) in rows {
            answers.entry(holder).or_default().insert(question, value);
        }
    }
    Ok(answers)
}

/// What one holder answered. One statement.
pub async fn given(conn: &Conn, holder: Uuid) -> Result<Given, DbErr> {
    Ok(answers_of(conn, &[holder]).await?.remove(&holder).unwrap_or_default())
}

/// Which questions have answers. One statement.
pub async fn answered(conn: &Conn, questions: &[Uuid]) -> Result<BTreeSet<Uuid>, DbErr> {
    let rows: Vec<Uuid> = answer::Entity::find()
        .select_only()
        .column(answer::Column::QuestionId)
        .distinct()
        .filter(answer::Column::QuestionId.is_in(questions.iter().copied()))
        .into_tuple()
        .all(conn)
        .await?;
    Ok(rows.into_iter().collect())
}

/// A file that a holder handed in as the answer to a question.
pub async fn file(
    conn: &Conn,
    holder: Uuid,
    question: Uuid,
) -> Result<Option<(answer::Model, answer_file::Model)>, DbErr> {
    let answer = answer::Entity::find()
        .filter(answer::Column::HolderId.eq(holder))
        .filter(answer::Column::QuestionId.eq(question))
        .one(conn)
        .await?;
    let Some(answer) = answer else { return Ok(None) };
    let file = answer_file::Entity::find().filter(answer_file::Column::AnswerId.eq(answer.id)).one(conn).await?;
    Ok(file.map(|file| (answer, file)))
}
