//! Who is given what to judge: by hand, or spread evenly.

use crate::entity::{review, review_assignment, submission};
use crate::query::review::frame::{reviewers, teams};
use crate::query::review::work::{declared, people};
use crate::rules::review::{Party, Reviewer, Share, conflict, spread};
use crate::service::review::team::Team;
use crate::{ReviewError, ReviewEvent};
use base::{Actor, Chance, Uuid};
use congress::service::congress::hold;
use identity::entity::account;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::{HashMap, HashSet};
use store::{Conn, DbErr, Store, record};

/// Gives everything that waits for a decision to so many reviewers each, as evenly as can be. What was given or judged
/// before stays and counts. Who is too near to something, or has said so, is not given it; nor what is of no track of
/// their teams. Answers with what it gave and what has too few.
pub async fn spread_evenly(store: &Store, actor: &Actor, congress: Uuid, each: usize) -> Result<Share, ReviewError> {
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let (rows, reviewers) = all(&tx, congress).await?;
    let share = spread(rows.len(), &reviewers, each, &Chance::seeded(rows.len() as u64));
    let (now, name) = (tx.now(), actor.name.clone());
    let given = share.given.iter().filter_map(|(at, account)| Some((rows.get(*at)?.id, *account)));
    let models: Vec<review_assignment::ActiveModel> = given
        .map(|(submission, account)| review_assignment::ActiveModel {
            id: Set(tx.id()),
            submission_id: Set(submission),
            account_id: Set(account),
            made_by: Set(name.clone()),
            made_at: Set(now),
        })
        .collect();
    let given = models.len();
    for part in models.chunks(1_000) {
        review_assignment::Entity::insert_many(part.to_vec()).exec_without_returning(&*tx).await?;
    }
    if given > 0 {
        record(&tx, actor, ReviewEvent::Spread { congress, given }).await?;
    }
    tx.commit().await?;
    Ok(share)
}

/// Gives one submission to one reviewer, who may review and is not too near. Given already is given.
pub async fn assign(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    code: &str,
    account: Uuid,
) -> Result<(), ReviewError> {
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let (rows, reviewers) = all(&tx, congress).await?;
    let at = rows.iter().position(|row| row.code == code).ok_or(ReviewError::Unknown)?;
    let reviewer = reviewers.iter().find(|one| one.id == account).ok_or(ReviewError::NotAReviewer)?;
    if reviewer.has.contains(&at) {
        return Ok(tx.rollback().await?);
    }
    let near = people(&tx, &rows).await?;
    let row = &rows[at];
    let who = account::Entity::find_by_id(account).one(&*tx).await?.ok_or(ReviewError::NotAReviewer)?;
    let teams = teams(&tx, congress).await?;
    let said = declared(&tx, &[account]).await?.contains(&(row.id, account));
    if said || is_near(&who, &teams, near.get(&row.id).map(Vec::as_slice).unwrap_or_default()) {
        return Err(ReviewError::TooNear);
    }
    let model = review_assignment::ActiveModel {
        id: Set(tx.id()),
        submission_id: Set(row.id),
        account_id: Set(account),
        made_by: Set(actor.name.clone()),
        made_at: Set(tx.now()),
    };
    review_assignment::Entity::insert(model).exec_without_returning(&*tx).await?;
    let event = ReviewEvent::Assigned { congress, submission: row.id, code: row.code.clone(), reviewer: who.name };
    record(&tx, actor, event).await?;
    Ok(tx.commit().await?)
}

/// Takes an assignment back. What was judged stays.
pub async fn unassign(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    code: &str,
    account: Uuid,
) -> Result<(), ReviewError> {
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let row = submission::Entity::find()
        .filter(submission::Column::CongressId.eq(congress))
        .filter(submission::Column::Code.eq(code))
        .one(&*tx)
        .await?
        .ok_or(ReviewError::Unknown)?;
    let gone = review_assignment::Entity::delete_many()
        .filter(review_assignment::Column::SubmissionId.eq(row.id))
        .filter(review_assignment::Column::AccountId.eq(account))
        .exec(&*tx)
        .await?;
    if gone.rows_affected > 0 {
        let reviewer = account::Entity::find_by_id(account).one(&*tx).await?.map(|row| row.name).unwrap_or_default();
        record(&tx, actor, ReviewEvent::Unassigned { congress, submission: row.id, code: row.code, reviewer }).await?;
    }
    Ok(tx.commit().await?)
}

/// What waits for a decision, in the order of ids, and all who are in a team, with what of it they may judge and have.
async fn all(conn: &Conn, congress: Uuid) -> Result<(Vec<submission::Model>, Vec<Reviewer>), DbErr> {
    let rows = submission::Entity::find()
        .filter(submission::Column::CongressId.eq(congress))
        .filter(submission::Column::State.eq(submission::State::Submitted))
        .order_by_asc(submission::Column::Id)
        .all(conn)
        .await?;
    let (teams, accounts) = (teams(conn, congress).await?, reviewers(conn, congress).await?);
    let people = people(conn, &rows).await?;
    let ids: Vec<Uuid> = accounts.iter().map(|account| account.id).collect();
    let declared = declared(conn, &ids).await?;
    let has = held(conn, &rows).await?;
    let reviewer = |account: &account::Model| {
        let mine: Vec<&Team> = teams.iter().map(|(_, team)| team).filter(|team| is_in(team, account.id)).collect();
        let all = mine.iter().any(|team| team.tracks.is_empty());
        let judges = |row: &submission::Model| {
            all || row.track_id.is_none_or(|track| mine.iter().any(|team| team.tracks.contains(&track)))
        };
        let free = |row: &submission::Model| {
            let people = people.get(&row.id).map(Vec::as_slice).unwrap_or_default();
            !declared.contains(&(row.id, account.id)) && !is_near(account, &teams, people)
        };
        let places = |wanted: &dyn Fn(&submission::Model) -> bool| {
            rows.iter().enumerate().filter(|(_, row)| wanted(row)).map(|(at, _)| at).collect::<Vec<usize>>()
        };
        (!mine.is_empty()).then(|| Reviewer {
            id: account.id,
            may: places(&|row| judges(row) && free(row)),
            has: places(&|row| has.get(&account.id).is_some_and(|has| has.contains(&row.id))),
        })
    };
    Ok((rows.clone(), accounts.iter().filter_map(reviewer).collect()))
}

fn is_in(team: &Team, account: Uuid) -> bool {
    team.members.iter().any(|member| member.account == account)
}

/// By each of the organisations that somebody judges for, or by their mail address alone.
fn is_near(account: &account::Model, teams: &[(Uuid, Team)], people: &[Party]) -> bool {
    let members = teams.iter().flat_map(|(_, team)| &team.members).filter(|member| member.account == account.id);
    let near = |organisation: &str| {
        conflict(&Party { organisation: organisation.to_owned(), mail: account.address.clone() }, people).is_some()
    };
    near("") || members.into_iter().any(|member| near(&member.organisation))
}

/// What each has been given or has judged.
async fn held(conn: &Conn, rows: &[submission::Model]) -> Result<HashMap<Uuid, HashSet<Uuid>>, DbErr> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let given = review_assignment::Entity::find()
        .filter(review_assignment::Column::SubmissionId.is_in(ids.iter().copied()))
        .all(conn)
        .await?;
    let judged =
        review::Entity::find().filter(review::Column::SubmissionId.is_in(ids.iter().copied())).all(conn).await?;
    let mut held: HashMap<Uuid, HashSet<Uuid>> = HashMap::new();
    let given = given.into_iter().map(|row| (row.account_id, row.submission_id));
    let judged = judged.into_iter().map(|row| (row.account_id, row.submission_id));
    for (account, submission) in given.chain(judged) {
        held.entry(account).or_default().insert(submission);
    }
    Ok(held)
}
