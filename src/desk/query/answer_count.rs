//! What was answered, in numbers without names.

use base::{Text, Uuid};
use congress::entity::question::UsedFor;
use congress::query::question::{QuestionView, questions};
use registration::query::answer::{AnswerCount, OrderAnswerCount, counts, order_counts};
use registration::query::count::by_category;
use registration::rules::holds_place;
use store::{Conn, DbErr};

/// The counted questions with their answers, and who could have answered.
#[derive(Clone, Debug)]
pub struct AnswerCounts {
    /// The tickets somebody holds a place with, in their order: id, name, how many.
    pub categories: Vec<(Uuid, Text, i64)>,
    pub people: Vec<(QuestionView, Vec<AnswerCount>)>,
    pub orders: Vec<(QuestionView, Vec<OrderAnswerCount>)>,
}

/// Seven statements at most.
pub async fn load(conn: &Conn, congress: Uuid) -> Result<AnswerCounts, DbErr> {
    let all: Vec<QuestionView> = questions(conn, congress).await?.into_iter().filter(|view| view.row.counted).collect();
    let ids = |used_for| {
        all.iter().filter(move |view| view.row.used_for == used_for).map(|view| view.row.id).collect::<Vec<_>>()
    };
    let by_person = counts(conn, congress, &ids(UsedFor::Attendee)).await?;
    let by_order = order_counts(conn, congress, &ids(UsedFor::Order)).await?;
    let held = by_category(conn, congress).await?;
    let categories = super::order::categories(conn, congress).await?;
    let holders = |id: Uuid| held.iter().filter(|c| c.category_id == id && holds_place(c.state)).map(|c| c.n).sum();
    let categories = categories.into_iter().map(|c| (c.id, c.name.0, holders(c.id))).filter(|(_, _, n)| *n > 0);
    let categories = categories.collect();
    let of = |view: &QuestionView| view.row.id;
    let (people, orders): (Vec<_>, Vec<_>) = all.into_iter().partition(|view| view.row.used_for == UsedFor::Attendee);
    let person = |view: QuestionView| {
        let mine = by_person.iter().filter(|count| count.question_id == of(&view)).cloned().collect();
        (view, mine)
    };
    let order = |view: QuestionView| {
        let mine = by_order.iter().filter(|count| count.question_id == of(&view)).cloned().collect();
        (view, mine)
    };
    Ok(AnswerCounts {
        people: people.into_iter().map(person).collect(),
        orders: orders.into_iter().map(order).collect(),
        categories,
    })
}
