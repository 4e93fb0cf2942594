//! Judging: a review a reviewer, changed as long as the phase lets them.

use super::{LONGEST, fits};
use crate::entity::{review, review_conflict, review_value, submission};
use crate::query::review::frame::{criteria, scales, standing};
use crate::query::review::work::{Hindrance, Item, work};
use crate::{ReviewError, ReviewEvent};
use base::{Actor, Uuid};
use sea_orm::sea_query::LockType;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use store::{Store, Tx, record};

/// What somebody gives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judgement {
    /// By criterion; what is left out is not judged.
    pub values: Vec<(Uuid, i32)>,
    pub comment: String,
    /// They have looked, and do not judge: no value counts.
    pub abstains: bool,
    /// The text that they have read.
    pub version: i32,
}

/// Gives a review of a submission, or changes one's own. Only in a phase that says so, only of what is the reviewer's to
/// judge and waits for a decision, and not if they are too near to it. What was read stays known by its version.
pub async fn give(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    account: Uuid,
    code: &str,
    judgement: Judgement,
) -> Result<(), ReviewError> {
    fits(&judgement.comment, LONGEST)?;
    let tx = store.begin().await?;
    let (item, newest) = theirs(&tx, congress, account, code).await?;
    if item.hindrance.is_some() {
        return Err(ReviewError::TooNear);
    }
    if !(1..=newest).contains(&judgement.version) {
        return Err(ReviewError::Value);
    }
    let scales = scales(&criteria(&tx, congress).await?);
    let mut values = if judgement.abstains { vec![] } else { judgement.values };
    values.sort();
    values.dedup_by_key(|(criterion, _)| *criterion);
    for (criterion, value) in &values {
        let scale = scales.iter().find(|scale| scale.id == *criterion).ok_or(ReviewError::Value)?;
        if !(0..=scale.most).contains(value) {
            return Err(ReviewError::Value);
        }
    }
    if values.is_empty() && judgement.comment.trim().is_empty() && !judgement.abstains {
        return Err(ReviewError::Empty);
    }
    let (now, id) = (tx.now(), item.mine.as_ref().map_or_else(|| tx.id(), |mine| mine.row.id));
    let row = review::ActiveModel {
        id: Set(id),
        submission_id: Set(item.id),
        account_id: Set(account),
        version: Set(judgement.version),
        abstained: Set(judgement.abstains),
        comment: Set(judgement.comment.trim().to_owned()),
        made_at: item.mine.as_ref().map_or(Set(now), |_| sea_orm::ActiveValue::NotSet),
        changed_at: Set(now),
    };
    if item.mine.is_some() {
        review::Entity::update(row).exec(&*tx).await?;
        review_value::Entity::delete_many().filter(review_value::Column::ReviewId.eq(id)).exec(&*tx).await?;
    } else {
        review::Entity::insert(row).exec_without_returning(&*tx).await?;
    }
    let rows = values.iter().map(|(criterion, value)| review_value::ActiveModel {
        id: Set(tx.id()),
        review_id: Set(id),
        criterion_id: Set(*criterion),
        value: Set(*value),
    });
    if !values.is_empty() {
        review_value::Entity::insert_many(rows).exec_without_returning(&*tx).await?;
    }
    let again = item.mine.is_some();
    record(&tx, actor, ReviewEvent::Given { congress, submission: item.id, code: item.code, again }).await?;
    Ok(tx.commit().await?)
}

/// Says that a reviewer cannot judge something. What they gave before goes: it should not have been.
pub async fn declare(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    account: Uuid,
    code: &str,
    why: &str,
) -> Result<(), ReviewError> {
    fits(why, 1_000)?;
    let tx = store.begin().await?;
    let (item, _) = theirs(&tx, congress, account, code).await?;
    if item.hindrance.is_some() {
        return Ok(tx.rollback().await?);
    }
    if let Some(mine) = &item.mine {
        review_value::Entity::delete_many().filter(review_value::Column::ReviewId.eq(mine.row.id)).exec(&*tx).await?;
        review::Entity::delete_by_id(mine.row.id).exec(&*tx).await?;
    }
    let row = review_conflict::ActiveModel {
        id: Set(tx.id()),
        submission_id: Set(item.id),
        account_id: Set(account),
        why: Set(why.trim().to_owned()),
        made_at: Set(tx.now()),
    };
    review_conflict::Entity::insert(row).exec_without_returning(&*tx).await?;
    record(&tx, actor, ReviewEvent::ConflictDeclared { congress, submission: item.id, code: item.code }).await?;
    Ok(tx.commit().await?)
}

/// Takes that back. What was found by who they are cannot be.
pub async fn withdraw(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    account: Uuid,
    code: &str,
) -> Result<(), ReviewError> {
    let tx = store.begin().await?;
    let (item, _) = theirs(&tx, congress, account, code).await?;
    match item.hindrance {
        None => return Ok(tx.rollback().await?),
        Some(Hindrance::Near(_)) => return Err(ReviewError::TooNear),
        Some(Hindrance::Declared) => {}
    }
    review_conflict::Entity::delete_many()
        .filter(review_conflict::Column::SubmissionId.eq(item.id))
        .filter(review_conflict::Column::AccountId.eq(account))
        .exec(&*tx)
        .await?;
    record(&tx, actor, ReviewEvent::ConflictWithdrawn { congress, submission: item.id, code: item.code }).await?;
    Ok(tx.commit().await?)
}

/// Something of a reviewer's work, held, in a phase in which they may review; and the number of its newest text.
async fn theirs(tx: &Tx, congress: Uuid, account: Uuid, code: &str) -> Result<(Item, i32), ReviewError> {
    let row = submission::Entity::find()
        .filter(submission::Column::CongressId.eq(congress))
        .filter(submission::Column::Code.eq(code))
        .filter(submission::Column::State.ne(submission::State::Draft))
        .lock(LockType::NoKeyUpdate)
        .one(&**tx)
        .await?
        .ok_or(ReviewError::Unknown)?;
    let standing = standing(tx, congress, account, tx.now()).await?;
    if !standing.rights.review {
        return Err(ReviewError::NotNow);
    }
    if row.state != submission::State::Submitted {
        return Err(ReviewError::Decided);
    }
    let scales = scales(&criteria(tx, congress).await?);
    let work = work(tx, congress, &standing, &scales).await?;
    let item = work.into_iter().find(|item| item.id == row.id).ok_or(ReviewError::NotYours)?;
    Ok((item, row.version))
}
