//! What is answered, with the questions; and counted, without names.

use crate::entity::{attendee, order};
use base::Uuid;
use congress::entity::answer;
use congress::entity::question::UsedFor;
use congress::query::question::{QuestionView, answers_of, questions};
use congress::rules::question::{Given, Respondent, missing};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect};
use std::collections::HashMap;
use store::Conn;

/// The questions of a congress, and what some of those who are asked answered.
#[derive(Clone, Debug, Default)]
pub struct AnswerSheet {
    pub questions: Vec<QuestionView>,
    given: HashMap<Uuid, Given>,
}

impl AnswerSheet {
    /// What an order or an attendee answered.
    pub fn of(&self, holder: Uuid) -> Given {
        self.given.get(&holder).cloned().unwrap_or_default()
    }

    /// Questions and answers of one of them, in their order; what is sensitive only if `sensitive`.
    pub fn told(&self, holder: Uuid, sensitive: bool) -> Vec<(&QuestionView, &str)> {
        let Some(given) = self.given.get(&holder) else { return vec![] };
        let known = self.questions.iter().filter(|view| sensitive || !view.row.sensitive);
        known.filter_map(|view| Some((view, given.get(&view.row.id)?.as_str()))).collect()
    }

    /// What they must still answer.
    pub fn missing(&self, holder: Uuid, of: &Respondent<'_>) -> Vec<&QuestionView> {
        let open = missing(&self.questions, of, &self.of(holder));
        open.into_iter().filter(|view| of.sensitive || !view.row.sensitive).collect()
    }

    /// Whether anything is asked of them.
    pub fn asks(&self, used_for: UsedFor) -> bool {
        self.questions.iter().any(|view| view.row.active && view.row.used_for == used_for)
    }
}

/// The answers of these orders and attendees. One statement if nothing is asked, else four.
pub async fn sheet(conn: &Conn, congress: Uuid, holders: &[Uuid]) -> Result<AnswerSheet, DbErr> {
    let questions = questions(conn, congress).await?;
    let given = if questions.is_empty() { HashMap::new() } else { answers_of(conn, holders).await? };
    Ok(AnswerSheet { questions, given })
}

/// How many with one ticket gave the same answer.
#[derive(Clone, Debug, FromQueryResult)]
pub struct AnswerCount {
    pub question_id: Uuid,
    pub category_id: Uuid,
    pub value: String,
    pub n: i64,
}

/// What those who hold a place answered to these questions, by their tickets. One statement, with as many rows as there
/// are different answers: for questions with a choice, that is few.
pub async fn counts(conn: &Conn, congress: Uuid, questions: &[Uuid]) -> Result<Vec<AnswerCount>, DbErr> {
    use attendee::State::{Unapproved, Unpaid, Valid};
    answer::Entity::find()
        .select_only()
        .column(answer::Column::QuestionId)
        .column(attendee::Column::CategoryId)
        .column(answer::Column::Value)
        .column_as(Expr::cust("count(*)"), "n")
        .join(
            JoinType::InnerJoin,
            answer::Entity::belongs_to(attendee::Entity).from(answer::Column::HolderId).to(attendee::Column::Id).into(),
        )
        .filter(answer::Column::CongressId.eq(congress))
        .filter(answer::Column::QuestionId.is_in(questions.iter().copied()))
        .filter(attendee::Column::State.is_in([Valid, Unpaid, Unapproved]))
        .group_by(answer::Column::QuestionId)
        .group_by(attendee::Column::CategoryId)
        .group_by(answer::Column::Value)
        .into_model()
        .all(conn)
        .await
}

/// How many orders, with somebody who holds a place, gave the same answer.
#[derive(Clone, Debug, FromQueryResult)]
pub struct OrderAnswerCount {
    pub question_id: Uuid,
    pub value: String,
    pub n: i64,
}

/// The same of the questions that are asked once an order. One statement.
pub async fn order_counts(conn: &Conn, congress: Uuid, questions: &[Uuid]) -> Result<Vec<OrderAnswerCount>, DbErr> {
    use order::State::{AwaitingApproval, AwaitingPayment, Confirmed};
    answer::Entity::find()
        .select_only()
        .column(answer::Column::QuestionId)
        .column(answer::Column::Value)
        .column_as(Expr::cust("count(*)"), "n")
        .join(
            JoinType::InnerJoin,
            answer::Entity::belongs_to(order::Entity).from(answer::Column::HolderId).to(order::Column::Id).into(),
        )
        .filter(answer::Column::CongressId.eq(congress))
        .filter(answer::Column::QuestionId.is_in(questions.iter().copied()))
        .filter(order::Column::State.is_in([Confirmed, AwaitingPayment, AwaitingApproval]))
        .group_by(answer::Column::QuestionId)
        .group_by(answer::Column::Value)
        .into_model()
        .all(conn)
        .await
}
