//! What is answered. Whoever writes answers of somebody holds them (their order) first, so that two changes come one
//! after the other; which answers are kept is decided by [`rules::question::settle`](crate::rules::question::settle).

use crate::entity::{answer, answer_file, congress, question};
use crate::rules::file::FileKind;
use crate::rules::question::Given;
use crate::{CongressError, Event};
use base::{Actor, Uuid};
use chrono::TimeDelta;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, JoinType, QueryFilter, QuerySelect, QueryTrait};
use std::collections::BTreeMap;
use store::{Store, Tx, record};

/// Whose answers they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder {
    pub kind: &'static str,
    pub id: Uuid,
}

/// Rows written by one statement: databases take some tens of thousands of values at once.
const CHUNK: usize = 1_000;

/// The first answers of these holders, who have none yet.
pub async fn insert(tx: &Tx, congress: Uuid, answers: &[(Holder, Given)]) -> Result<(), CongressError> {
    let rows: Vec<answer::ActiveModel> = answers
        .iter()
        .flat_map(|(holder, given)| given.iter().map(|(question, value)| row(tx, congress, *holder, *question, value)))
        .collect();
    for part in rows.chunks(CHUNK) {
        answer::Entity::insert_many(part.iter().cloned()).exec_without_returning(&**tx).await?;
    }
    Ok(())
}

fn row(tx: &Tx, congress: Uuid, holder: Holder, question: Uuid, value: &str) -> answer::ActiveModel {
    answer::ActiveModel {
        id: Set(tx.id()),
        congress_id: Set(congress),
        question_id: Set(question),
        holder_kind: Set(holder.kind.into()),
        holder_id: Set(holder.id),
        value: Set(value.into()),
        answered_at: Set(tx.now()),
    }
}

/// Turns the answers of a holder from `before` into `after`, and says to which questions they differ. With an answer its
/// file goes.
pub async fn write(
    tx: &Tx,
    congress: Uuid,
    holder: Holder,
    before: &Given,
    after: &Given,
) -> Result<Vec<Uuid>, CongressError> {
    let gone: Vec<Uuid> = before.keys().filter(|question| !after.contains_key(question)).copied().collect();
    if !gone.is_empty() {
        remove(tx, holder, &gone).await?;
    }
    let mut changed = gone;
    let mut new = Given::new();
    for (question, value) in after {
        match before.get(question) {
            Some(old) if old == value => continue,
            Some(_) => {
                answer::Entity::update_many()
                    .col_expr(answer::Column::Value, Expr::value(value.as_str()))
                    .col_expr(answer::Column::AnsweredAt, Expr::value(tx.now()))
                    .filter(answer::Column::HolderId.eq(holder.id))
                    .filter(answer::Column::QuestionId.eq(*question))
                    .exec(&**tx)
                    .await?;
            }
            None => {
                new.insert(*question, value.clone());
            }
        }
        changed.push(*question);
    }
    insert(tx, congress, &[(holder, new)]).await?;
    Ok(changed)
}

async fn remove(tx: &Tx, holder: Holder, questions: &[Uuid]) -> Result<(), CongressError> {
    let ids: Vec<Uuid> = answer::Entity::find()
        .select_only()
        .column(answer::Column::Id)
        .filter(answer::Column::HolderId.eq(holder.id))
        .filter(answer::Column::QuestionId.is_in(questions.iter().copied()))
        .into_tuple()
        .all(&**tx)
        .await?;
    answer_file::Entity::delete_many()
        .filter(answer_file::Column::AnswerId.is_in(ids.iter().copied()))
        .exec(&**tx)
        .await?;
    answer::Entity::delete_many().filter(answer::Column::Id.is_in(ids)).exec(&**tx).await?;
    Ok(())
}

/// A file as the answer to a question, in place of what was there.
pub async fn attach(
    tx: &Tx,
    congress: Uuid,
    holder: Holder,
    question: Uuid,
    called: &str,
    (kind, content): (FileKind, &[u8]),
) -> Result<(), CongressError> {
    remove(tx, holder, &[question]).await?;
    let answer = row(tx, congress, holder, question, called);
    let file = answer_file::ActiveModel {
        id: Set(tx.id()),
        answer_id: answer.id.clone(),
        media_type: Set(kind.media_type().into()),
        content: Set(content.to_vec()),
        created_at: Set(tx.now()),
    };
    answer::Entity::insert(answer).exec_without_returning(&**tx).await?;
    answer_file::Entity::insert(file).exec_without_returning(&**tx).await?;
    Ok(())
}

/// Deletes every answer whose time is over, so many days after the end of its congress as its question says, and its
/// file. Each congress is told so in its log, in numbers; where nothing is left to delete, nothing happens. Gives how many
/// answers went.
pub async fn sweep(store: &Store) -> Result<u64, CongressError> {
    let tx = store.begin().await?;
    let over: Vec<(Uuid, Uuid, i32, base::Time)> = question::Entity::find()
        .select_only()
        .columns([question::Column::Id, question::Column::CongressId, question::Column::RetentionDays])
        .column(congress::Column::EndsAt)
        .join(
            JoinType::InnerJoin,
            question::Entity::belongs_to(congress::Entity)
                .from(question::Column::CongressId)
                .to(congress::Column::Id)
                .into(),
        )
        .filter(congress::Column::EndsAt.lt(tx.now()))
        .into_tuple()
        .all(&*tx)
        .await?;
    let mut due: BTreeMap<Uuid, Vec<Uuid>> = BTreeMap::new();
    for (question, congress, days, ends_at) in over {
        if ends_at + TimeDelta::days(days.into()) <= tx.now() {
            due.entry(congress).or_default().push(question);
        }
    }
    let mut all = 0;
    for (congress, questions) in due {
        let answers = answer::Entity::find()
            .select_only()
            .column(answer::Column::Id)
            .filter(answer::Column::QuestionId.is_in(questions.iter().copied()));
        let files = answer_file::Entity::delete_many()
            .filter(answer_file::Column::AnswerId.in_subquery(answers.into_query()))
            .exec(&*tx)
            .await?
            .rows_affected;
        let gone = answer::Entity::delete_many().filter(answer::Column::QuestionId.is_in(questions)).exec(&*tx).await?;
        let answers = gone.rows_affected;
        if answers > 0 {
            record(&tx, &Actor::system(), Event::AnswersForgotten { congress, answers, files }).await?;
        }
        all += answers;
    }
    tx.commit().await?;
    Ok(all)
}
