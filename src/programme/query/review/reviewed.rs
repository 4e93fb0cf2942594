//! What reviewers gave one submission, for those who decide.

use super::frame::{criteria, reviewers, scales};
use super::work::{Given, given, names, people};
use crate::entity::{review_assignment, review_criterion, submission, submission_cover};
use crate::rules::review::{Conflict, Party, Summary, conflict, summary};
use crate::service::review::cover::Cover;
use base::Uuid;
use identity::entity::account;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use store::{Conn, DbErr};

/// All of it.
#[derive(Clone, Debug)]
pub struct Reviewed {
    pub row: submission::Model,
    /// None: it is who looks' own.
    pub figures: Option<Figures>,
    pub criteria: Vec<review_criterion::Model>,
    /// The text without names; empty: there is none.
    pub cover: Cover,
    /// It was made from an older text.
    pub cover_old: bool,
}

/// What reviewers gave, and to whom it was given.
#[derive(Clone, Debug)]
pub struct Figures {
    pub summary: Summary,
    /// With the names of who gave it.
    pub given: Vec<(String, Given)>,
    pub assigned: Vec<account::Model>,
    /// All who may review.
    pub reviewers: Vec<account::Model>,
}

/// One that was handed in, by its code. Whoever handed it in or speaks sees nothing of what others gave it, whatever else
/// they may. Thirteen statements at most.
pub async fn reviewed(conn: &Conn, congress: Uuid, looking: &Party, code: &str) -> Result<Option<Reviewed>, DbErr> {
    let find = submission::Entity::find()
        .filter(submission::Column::CongressId.eq(congress))
        .filter(submission::Column::Code.eq(code))
        .filter(submission::Column::State.ne(submission::State::Draft));
    let Some(row) = find.one(conn).await? else { return Ok(None) };
    let criteria = criteria(conn, congress).await?;
    let people = people(conn, std::slice::from_ref(&row)).await?.remove(&row.id).unwrap_or_default();
    let own = conflict(looking, &people) == Some(Conflict::Own);
    let figures = if own { None } else { Some(figures(conn, congress, row.id, &criteria).await?) };
    let cover =
        submission_cover::Entity::find().filter(submission_cover::Column::SubmissionId.eq(row.id)).one(conn).await?;
    Ok(Some(Reviewed {
        cover_old: cover.as_ref().is_some_and(|cover| cover.version != row.version),
        cover: cover.as_ref().map(Cover::from).unwrap_or_default(),
        row,
        figures,
        criteria,
    }))
}

async fn figures(
    conn: &Conn,
    congress: Uuid,
    submission: Uuid,
    criteria: &[review_criterion::Model],
) -> Result<Figures, DbErr> {
    let given = given(conn, &[submission], &scales(criteria)).await?.remove(&submission).unwrap_or_default();
    let names = names(conn, &given).await?;
    let values: Vec<Option<f64>> = given.iter().map(|one| one.overall).collect();
    let assignments = review_assignment::Entity::find()
        .filter(review_assignment::Column::SubmissionId.eq(submission))
        .all(conn)
        .await?;
    let assigned = account::Entity::find()
        .filter(account::Column::Id.is_in(assignments.iter().map(|row| row.account_id)))
        .order_by_asc(account::Column::Name)
        .all(conn)
        .await?;
    let name = |id: Uuid| names.get(&id).cloned().unwrap_or_default();
    Ok(Figures {
        summary: summary(&values),
        given: given.into_iter().map(|one| (name(one.row.account_id), one)).collect(),
        assigned,
        reviewers: reviewers(conn, congress).await?,
    })
}
